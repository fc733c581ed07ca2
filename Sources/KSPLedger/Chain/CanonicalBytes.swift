/// Writes values so that the bytes can be taken apart in one way only: counts and lengths come
/// first, integers have one form each.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(256) }

  /// Starts over, keeping the memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// A length or a count: seven bits a byte, the lowest first, a set top bit for more.
  mutating func append(count: Int) {
    append(unsigned: UInt64(count))
  }

  mutating func append(_ text: String) {
    append(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ value: StoredValue) {
    switch value {
    case .null: bytes.append(0)
    case .integer(let number):
      bytes.append(1)
      // The sign goes to the lowest bit, so that small numbers are short on both sides of zero.
      append(unsigned: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    case .text(let text):
      bytes.append(2)
      append(text)
    case .bytes(let blob):
      bytes.append(3)
      append(count: blob.count)
      bytes += blob
    case .digest(let digest):
      bytes.append(4)
      append(count: digest.count)
      bytes += digest
    }
  }

  private mutating func append(unsigned number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Takes canonical bytes apart; nil for what ``CanonicalBytes`` does not write.
struct CanonicalReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  /// A length or a count; never more than the bytes that are left could hold.
  mutating func count() -> Int? {
    guard let number = unsigned(), number <= UInt64(bytes.count) else { return nil }
    return Int(number)
  }

  mutating func text() -> String? {
    guard let length = count(), let slice = take(length) else { return nil }
    return String(validating: slice, as: UTF8.self)
  }

  mutating func value() -> StoredValue? {
    switch byte() {
    case 0: .null
    case 1:
      unsigned().map { .integer(Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1)) }
    case 2: text().map { .text($0) }
    case 3: blob().map { .bytes($0) }
    case 4: blob().map { .digest($0) }
    default: nil
    }
  }

  private mutating func blob() -> [UInt8]? {
    guard let length = count(), let slice = take(length) else { return nil }
    return Array(slice)
  }

  private mutating func take(_ length: Int) -> ArraySlice<UInt8>? {
    guard length <= bytes.count - position else { return nil }
    defer { position += length }
    return bytes[position..<position + length]
  }

  private mutating func unsigned() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = byte() {
      guard shift < 64 else { return nil }
      number |= UInt64(byte & 0x7F) << shift
      guard byte >= 0x80 else { return shift > 0 && byte == 0 ? nil : number }
      shift += 7
    }
    return nil
  }
}
