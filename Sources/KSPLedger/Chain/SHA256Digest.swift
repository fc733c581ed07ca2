#if SwiftCrypto
  import Crypto
#endif

/// The one door to SHA-256: swift-crypto's by default, ``PlainSHA256`` where the program that
/// embeds the ledger has switched the trait `SwiftCrypto` off. Both say the same.
struct SHA256Digest {
  #if SwiftCrypto
    private var sha = SHA256()

    mutating func update(_ bytes: UnsafeRawBufferPointer) { sha.update(bufferPointer: bytes) }

    mutating func finish() -> [UInt8] { sha.finalize().withUnsafeBytes { Array($0) } }
  #else
    private var sha = PlainSHA256()

    mutating func update(_ bytes: UnsafeRawBufferPointer) { sha.update(bytes) }

    mutating func finish() -> [UInt8] { sha.finish() }
  #endif

  /// The 32 bytes that stand for `bytes`.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var digest = SHA256Digest()
    bytes.withUnsafeBytes { digest.update($0) }
    return digest.finish()
  }
}
