/// A column that keeps one term, or a part of it, in the table of a product's terms.
package struct TermColumn: Sendable {
  /// What a number of the column is.
  package enum Meaning: Sendable {
    case amount, share, flag
  }

  /// The name of the column.
  package let name: String
  /// What it is called in the log and in refusals.
  package let label: Phrase
  /// What its words mean; empty where it holds none.
  package let words: [String: Phrase]
  /// What its numbers are; nil for plain numbers and texts.
  package let meaning: Meaning?
  /// Whether a column of this name means the same in every table.
  package let isCommon: Bool
  /// What the column holds; nil leaves it out.
  package let stored: @Sendable (LoanTerms) -> TermRow.Value?

  init(
    _ name: String, _ label: Phrase, words: [String: Phrase] = [:], meaning: Meaning? = nil,
    isCommon: Bool = true, stored: @escaping @Sendable (LoanTerms) -> TermRow.Value?
  ) {
    self.name = name
    self.label = label
    self.words = words
    self.meaning = meaning
    self.isCommon = isCommon
    self.stored = stored
  }
}
