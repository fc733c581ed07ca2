import GRDB
import KSPCore

extension Row {
  /// The value of a column.
  ///
  /// GRDB's subscripts stop the program on a value of another type, which a damaged file can hold.
  func value<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value {
    guard let value = Value.fromDatabaseValue(self[index]) else { throw UnreadableValue() }
    return value
  }

  /// The value of a column that may be empty.
  func optional<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value? {
    let stored: DatabaseValue = self[index]
    guard !stored.isNull else { return nil }
    guard let value = Value.fromDatabaseValue(stored) else { throw UnreadableValue() }
    return value
  }
}

/// A column holds what its table cannot hold: the file is damaged.
struct UnreadableValue: Error {}
