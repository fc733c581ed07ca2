/// The stored values of one set of terms, by the names of their columns.
package struct TermRow: Sendable {
  /// One value as the book keeps it.
  package enum Value: Hashable, Sendable {
    case null, number(Int64), text(String)
  }

  private let values: [String: Value]

  /// The values of a row.
  package init(_ values: [String: Value]) {
    self.values = values
  }

  /// A value; one that is not there counts as empty.
  func value(_ column: String) -> Value { values[column] ?? .null }

  /// A number that may be empty.
  ///
  /// - Throws: `invariant.broken` for a text.
  func number(_ column: String) throws(LedgerError) -> Int64? {
    switch value(column) {
    case .null: return nil
    case .number(let number): return number
    case .text(let text): throw .invariantBroken("\(column) \(text)")
    }
  }

  /// A text that may be empty.
  ///
  /// - Throws: `invariant.broken` for a number.
  func text(_ column: String) throws(LedgerError) -> String? {
    switch value(column) {
    case .null: return nil
    case .text(let text): return text
    case .number(let number): throw .invariantBroken("\(column) \(number)")
    }
  }

  /// A column that is never empty, read by a value of terms.
  ///
  /// - Throws: `invariant.broken`.
  func read<Value>(_ column: String, as form: TermValue<Value>) throws(LedgerError) -> Value {
    guard let value = form.restore(value(column)) else {
      throw .invariantBroken("\(column) \(value(column))")
    }
    return value
  }
}
