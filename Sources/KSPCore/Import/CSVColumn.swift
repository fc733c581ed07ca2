/// A column under the names it may have.
package struct CSVColumn: Sendable {
  /// The names, the one to speak of first.
  package let names: [String]
  package let index: Int?
  /// How its amounts are written; nil where nothing in it shows.
  var amounts: AmountWriting?
  /// What stands above it in the file; nil where it is missing.
  package internal(set) var heading: String?
  /// What it is called where the file does not say.
  private let label: Phrase

  /// What people are told that it is: what stands above it, or its name in their language.
  package var called: Phrase { heading.map { Phrase(id: $0, en: $0) } ?? label }

  /// Whether the file has the column.
  package var isThere: Bool { index != nil }

  /// The English name stands before its Indonesian one, unless a label says more.
  init(names: [String], index: Int?, label: Phrase? = nil) {
    self.names = names
    self.index = index
    self.label = label ?? Phrase(id: names.dropFirst().first ?? names[0], en: names[0])
  }

  /// No column, under the names of another one.
  package static func missing(like column: CSVColumn) -> CSVColumn {
    CSVColumn(names: column.names, index: nil, label: column.label)
  }
}

extension [CSVColumn] {
  /// What several columns are called of which one is needed.
  package var called: Phrase {
    func joined(_ language: Language) -> String {
      map { $0.called[language] }.joined(separator: " / ")
    }
    return Phrase(id: joined(.indonesian), en: joined(.english))
  }
}
