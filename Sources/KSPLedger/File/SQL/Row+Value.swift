import GRDB
import KSPCore

extension Row {
  /// The value of a column.
  ///
  /// GRDB's subscripts stop the program on a value of another type, which a damaged file can hold.
  func value<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value {
    try Row.value(self[index])
  }

  /// The value of a column by its name.
  func value<Value: DatabaseValueConvertible>(_ name: String) throws -> Value {
    try Row.value(self[name])
  }

  /// The value of a column that may be empty.
  func optional<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value? {
    try Row.optional(self[index])
  }

  /// The value of a column that may be empty, by its name.
  func optional<Value: DatabaseValueConvertible>(_ name: String) throws -> Value? {
    try Row.optional(self[name])
  }

  /// The rate in a column of billionths and, after it, one of its period.
  func rate(_ index: Int) throws -> Rate {
    guard let basis = Rate.Basis(rawValue: try value(index + 1)) else {
      throw LedgerError.invariantBroken("rateBasis \(try value(index + 1) as String)")
    }
    return try Rate(billionths: value(index), per: basis)
  }

  private static func value<Value: DatabaseValueConvertible>(
    _ stored: DatabaseValue
  ) throws -> Value {
    guard let value = Value.fromDatabaseValue(stored) else { throw UnreadableValue() }
    return value
  }

  private static func optional<Value: DatabaseValueConvertible>(
    _ stored: DatabaseValue
  ) throws -> Value? {
    stored.isNull ? nil : try value(stored)
  }
}

/// A column holds what its table cannot hold: the file is damaged.
struct UnreadableValue: Error {}
