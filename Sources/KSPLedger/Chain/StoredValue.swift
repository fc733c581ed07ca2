import GRDB
import KSPCore

/// A value as a column of the file holds it.
enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
  /// What stands in the chain for a personal value: SHA-256 over its salt and itself.
  case digest([UInt8])

  init(_ number: some BinaryInteger) { self = .integer(Int64(number)) }
  init(_ number: Int64?) { self = number.map { .integer($0) } ?? .null }
  init(_ number: Int?) { self.init(number.map { Int64($0) }) }
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: some RecordNumber) { self = .text(number.text) }
  init(_ number: (some RecordNumber)?) { self.init(number?.text) }
  init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
  init(_ amount: Rupiah) { self = .integer(amount.sen) }
  init(_ amount: Rupiah?) { self.init(amount?.sen) }
  init(_ day: BookDate) { self = .integer(Int64(day.dayNumber)) }
  init(_ month: BookMonth) { self = .integer(Int64(month.ordinal)) }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }
}

extension SQLStatement {
  func bind(_ value: StoredValue, at index: Int32) {
    switch value {
    case .null: bind(Int64?.none, at: index)
    case .integer(let number): bind(number, at: index)
    case .text(let text): bind(text, at: index)
    case .bytes(let bytes), .digest(let bytes): bind(bytes, at: index)
    }
  }

  /// The value of a column, whatever it is.
  func value(_ column: Int32) -> StoredValue {
    switch storageClass(column) {
    case .null: .null
    case .integer: .integer(int64(column))
    case .text: .text(text(column) ?? "")
    case .blob: .bytes(bytes(column))
    }
  }
}
