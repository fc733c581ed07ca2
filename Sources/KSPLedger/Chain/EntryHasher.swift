import KSPCore

/// The SHA-256 of an entry over its canonical bytes and the hash of the entry before it.
///
/// Canonical bytes, version 1, integers big-endian:
///
///     for each leg in order: account (8), amount in sen (8)
///     header: number (8), number in the chain (8), act or 0 (8), book date (8), recorded at (8),
///             reverses or 0 (8),
///             kind, reference, memo, recorded by — each as length + 1 (8, 0 for none) and UTF-8
///     trailer: count of legs (8), length of header (8), "KSP-ENTRY-1", previous hash (32)
///
/// The trailer has a fixed length, so the bytes can be taken apart in one way only. Legs come first
/// because a month end writes hundreds of thousands of them before its header is known; they are
/// hashed as they pass, in flat memory.
struct EntryHasher {
  static let tag = Array("KSP-ENTRY-1".utf8)
  /// What stands in for the hash before the first entry.
  static let genesis = [UInt8](repeating: 0, count: 32)

  private var sha = SHA256Digest()
  private var buffer: [UInt8] = []
  private var legs: UInt64 = 0

  init() {
    buffer.reserveCapacity(512)
  }

  mutating func add(account: Int64, amount: Int64) {
    legs += 1
    withUnsafeBytes(of: (account.bigEndian, amount.bigEndian)) { buffer.append(contentsOf: $0) }
    if buffer.count >= 4_096 { flush() }
  }

  mutating func finish(_ header: EntryHeader, previous: [UInt8]) -> [UInt8] {
    let start = buffer.count
    let numbers = (
      header.id.bigEndian, header.event.bigEndian, (header.act ?? 0).bigEndian,
      header.bookDate.bigEndian, header.recordedAt.bigEndian, (header.reverses ?? 0).bigEndian
    )
    withUnsafeBytes(of: numbers) { buffer.append(contentsOf: $0) }
    buffer.append(prefixed: header.kind)
    buffer.append(prefixed: header.reference)
    buffer.append(prefixed: header.memo)
    buffer.append(prefixed: header.recordedBy)
    let length = UInt64(buffer.count - start)
    withUnsafeBytes(of: (legs.bigEndian, length.bigEndian)) { buffer.append(contentsOf: $0) }
    buffer += Self.tag
    buffer += previous
    flush()
    return sha.finish()
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { sha.update($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The header of an entry as the file stores it.
struct EntryHeader {
  var id: Int64
  var event: Int64
  var act: Int64?
  var bookDate: Int64
  var kind: String
  var recordedAt: Int64
  var reference: String?
  var memo: String?
  var recordedBy: String?
  var reverses: Int64?
}
