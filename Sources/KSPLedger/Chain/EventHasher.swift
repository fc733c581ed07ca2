/// The SHA-256 of an event without legs over its canonical bytes and the hash before it.
///
/// Canonical bytes, version 1, integers big-endian:
///
///     header: number (8), act or 0 (8), last voucher before it (8), recorded at (8),
///             kind, subject, reference, memo, recorded by — each as length + 1 (8, 0 for none)
///             and UTF-8
///     content (see EventContent)
///     trailer: length of content (8), length of header (8), "KSP-EVENT-1", previous hash (32)
///
/// The trailer has a fixed length, so the bytes can be taken apart in one way only; its tag tells
/// them from those of an entry.
enum EventHasher {
  static let tag = Array("KSP-EVENT-1".utf8)

  static func hash(_ header: EventHeader, content: [UInt8], previous: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 + content.count)
    bytes.append(big: UInt64(bitPattern: header.number))
    bytes.append(big: UInt64(bitPattern: header.act ?? 0))
    bytes.append(big: UInt64(bitPattern: header.afterEntry))
    bytes.append(big: UInt64(bitPattern: header.recordedAt))
    for text in [
      header.kind, header.subject, header.reference, header.memo, header.recordedBy,
    ] { bytes.append(prefixed: text) }
    let length = UInt64(bytes.count)
    bytes += content
    bytes.append(big: UInt64(content.count))
    bytes.append(big: length)
    bytes += tag
    bytes += previous
    return SHA256Digest.of(bytes)
  }

  /// What the chain keeps of a personal value: its salt, the field it belongs to, and itself.
  static func digest(salt: [UInt8], owner: Int64, field: String, value: String) -> [UInt8] {
    var bytes = salt
    bytes.append(big: UInt64(bitPattern: owner))
    bytes.append(prefixed: field)
    bytes.append(prefixed: value)
    return SHA256Digest.of(bytes)
  }
}

/// The header of an event without legs, as the file stores it.
struct EventHeader {
  var number: Int64
  var kind: String
  var subject: String
  var act: Int64?
  var afterEntry: Int64
  var recordedAt: Int64
  var recordedBy: String?
  var reference: String?
  var memo: String?
}

extension [UInt8] {
  /// Appends a number, its highest byte first.
  mutating func append(big value: UInt64) {
    Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
  }

  /// Appends a text with its length plus one, or zero for none.
  mutating func append(prefixed text: String?) {
    guard let text else { return append(big: UInt64(0)) }
    append(big: UInt64(text.utf8.count) + 1)
    append(contentsOf: text.utf8)
  }
}
