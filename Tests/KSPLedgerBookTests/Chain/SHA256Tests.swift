import KSPTestSupport
import Testing

@testable import KSPLedger

/// The two doors to SHA-256 say the same, so that a book verifies in every build.
@Suite struct SHA256Tests {
  /// FIPS 180-4's own examples, and a million times the letter a.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func examplesOfTheStandard(_ text: String, _ expected: String) {
    #expect(Self.hexadecimal(Self.plain(Array(text.utf8))) == expected)
    #expect(Self.hexadecimal(SHA256Digest.of(Array(text.utf8))) == expected)
  }

  /// Every length around the ends of blocks, whole and in pieces cut anywhere.
  @Test func bothSayTheSameOfEveryLength() {
    var random = SplitMix64(seed: 11)
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let expected = SHA256Digest.of(bytes)
      #expect(Self.plain(bytes) == expected, "\(length) bytes")
      var pieces = PlainSHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = Array(rest.prefix(Int.random(in: 1...130, using: &random)))
        piece.withUnsafeBytes { pieces.update($0) }
        rest = rest.dropFirst(piece.count)
      }
      #expect(pieces.finish() == expected, "\(length) bytes in pieces")
    }
  }

  private static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var sha = PlainSHA256()
    bytes.withUnsafeBytes { sha.update($0) }
    return sha.finish()
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
