/// A column under the names it may have.
package struct CSVColumn: Sendable {
  /// The names, the one to speak of first.
  package let names: [String]
  package let index: Int?
  /// How its amounts are written; nil where nothing in it shows.
  var amounts: AmountWriting?
  /// What stands above it in the file; nil where it is missing.
  package internal(set) var heading: String?

  /// Whether the file has the column.
  package var isThere: Bool { index != nil }

  init(names: [String], index: Int?) {
    self.names = names
    self.index = index
  }

  /// No column, under the names of another one.
  package static func missing(like column: CSVColumn) -> CSVColumn {
    CSVColumn(names: column.names, index: nil)
  }
}
