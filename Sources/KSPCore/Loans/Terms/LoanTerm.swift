/// One term of a loan product, said once: its names, how it is written and read, what people see of
/// it, and the columns that keep it.
///
/// Lists, documents, the log, the tables of the book and the options of a program go by
/// ``LoanTerm/all``, so that none of them can lose a term, or a part of one.
package struct LoanTerm: Sendable {
  /// What kind of value programs read.
  package enum Form: Sendable {
    case text, count, flag
  }

  /// A line on paper.
  package struct Line: Hashable, Sendable {
    /// What is said.
    package let label: Phrase
    /// What it is.
    package let text: Phrase

    init(_ label: Phrase, _ text: Phrase) {
      self.label = label
      self.text = text
    }
  }

  /// The name in JSON and, in words joined by underscores, in CSV.
  package let name: String
  /// What it is called.
  package let label: Phrase
  /// What kind of value programs read.
  package let form: Form
  /// The columns that keep it, in the table of a product's terms.
  package let columns: [TermColumn]
  /// The term of a product as ``set(_:_:)`` reads it; nil for none.
  package let text: @Sendable (LoanTerms) -> String?
  /// What people read of it; empty where there is nothing to say.
  package let lines: @Sendable (LoanTerms) -> [Line]
  private let change: @Sendable (inout LoanTerms, String) throws(LedgerError) -> Void
  private let restoring: @Sendable (inout LoanTerms, TermRow) throws(LedgerError) -> Void

  /// A term of any shape.
  init(
    _ name: String, _ label: Phrase, form: Form = .text, columns: [TermColumn] = [],
    text: @escaping @Sendable (LoanTerms) -> String?,
    lines: @escaping @Sendable (LoanTerms) -> [Line] = { _ in [] },
    change: @escaping @Sendable (inout LoanTerms, String) throws(LedgerError) -> Void,
    restore: @escaping @Sendable (inout LoanTerms, TermRow) throws(LedgerError) -> Void = { _, _ in
    }
  ) {
    self.name = name
    self.label = label
    self.form = form
    self.columns = columns
    self.text = text
    self.lines = lines
    self.change = change
    restoring = restore
  }

  /// A term of one value in one column, called as the term is.
  init<Value>(
    _ name: String, _ label: Phrase, column: String, isCommon: Bool = true,
    _ path: any WritableKeyPath<LoanTerms, Value> & Sendable, as value: TermValue<Value>,
    when isSaid: @escaping @Sendable (LoanTerms) -> Bool = { _ in true },
    lines: (@Sendable (LoanTerms) -> [Line])? = nil
  ) {
    self.init(
      name, label, form: value.form,
      columns: [
        TermColumn(
          column, label.withinSentence, words: value.words, meaning: value.meaning,
          isCommon: isCommon
        ) { value.store($0[keyPath: path]) }
      ],
      text: { value.text($0[keyPath: path]) },
      lines: lines ?? { terms in
        guard isSaid(terms), let words = value.inWords(terms[keyPath: path]) else { return [] }
        return [Line(label, words)]
      },
      change: { terms, text throws(LedgerError) in
        terms[keyPath: path] = try value.parse(text)
      },
      restore: { terms, row throws(LedgerError) in
        terms[keyPath: path] = try row.read(column, as: value)
      })
  }

  /// Puts what a text says in place of what terms had.
  ///
  /// - Throws: `term.unreadable` and what else the values of the term refuse.
  package func set(_ terms: inout LoanTerms, _ text: String) throws(LedgerError) {
    try change(&terms, text)
  }

  /// Puts in place what a book kept. Terms are restored in the order of ``all``, since some have a
  /// part of the value before them.
  ///
  /// - Throws: `invariant.broken` for what no term can be.
  package func restore(_ terms: inout LoanTerms, from row: TermRow) throws(LedgerError) {
    try restoring(&terms, row)
  }
}

extension LoanTerms {
  /// The terms that a book kept, but for its fees and holidays.
  ///
  /// - Throws: `invariant.broken` for what no terms can be.
  package init(effectiveFrom month: BookMonth, restoring row: TermRow) throws(LedgerError) {
    self.init(effectiveFrom: month, plan: PlanTerms(method: .flat, rate: .zero, count: 1))
    for term in LoanTerm.all { try term.restore(&self, from: row) }
  }
}
