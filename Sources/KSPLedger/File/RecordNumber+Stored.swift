import GRDB
import KSPCore

extension Row {
  /// The number that a column holds.
  func value<Number: RecordNumber>(_ index: Int) throws -> Number {
    Number(try value(index) as String)
  }

  /// The number that a column holds, by its name.
  func value<Number: RecordNumber>(_ name: String) throws -> Number {
    Number(try value(name) as String)
  }

  /// The number in a column that may be empty.
  func optional<Number: RecordNumber>(_ index: Int) throws -> Number? {
    (try optional(index) as String?).map(Number.init)
  }

  /// The number in a column that may be empty, by its name.
  func optional<Number: RecordNumber>(_ name: String) throws -> Number? {
    (try optional(name) as String?).map(Number.init)
  }
}

extension SQLStatement {
  func bind<Number: RecordNumber>(_ number: Number, at index: Int32) {
    bind(number.text, at: index)
  }

  func bind<Number: RecordNumber>(_ number: Number?, at index: Int32) {
    bind(number?.text, at: index)
  }

  /// The number that a column holds; nil where it holds none.
  func number<Number: RecordNumber>(_ column: Int32) -> Number? {
    text(column).map(Number.init)
  }
}
