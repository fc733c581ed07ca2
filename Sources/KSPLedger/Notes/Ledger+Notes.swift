import GRDB
public import KSPCore

extension Ledger {
  /// The figures that the notes to the statements need (catatan atas laporan keuangan): savings and
  /// loans by product, class and time, movements of allowance, fixed assets and tax, and related
  /// parties, each beside the year before and the accounts behind it.
  ///
  /// Who is related is said by the member's attribute `Member.relatedAttribute`.
  ///
  /// - Parameters:
  ///   - period: The period; nil for the year of the last book date up to today.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The notes; they say whether they agree with the accounts.
  /// - Throws: `known.beyond`; `period.beforeBook` for a period that ended before the opening
  ///   balances, `amount.overflow`, and what reading the file can throw.
  public func financialNotes(
    _ period: BookPeriod? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> FinancialNotes {
    let today = try today()
    return try store.read { db in
      let catalog = try catalog(db)
      let financial = try financialReader(db, at: asRecordedThrough)
      let last = try financial.lastDay(through: today) ?? today
      if let period { try financial.requireInBook(through: period.last, countingOpenings: true) }
      let period = try period ?? financial.year(of: last).period
      let reader = try NotesReader(db, catalog, financial, period)
      var notes = try reader.notes()
      let classes = try reader.classes(
        loanClasses(reader.period.last, financial.state, db),
        loanClasses(reader.previous.last, financial.state, db))
      notes.insert(classes, at: 3)
      return FinancialNotes(
        period: reader.period, previous: reader.previous, known: financial.state.known,
        notes: notes)
    }
  }

  /// The principal of loans by class on a day.
  func loanClasses(
    _ day: BookDate, _ state: KnownState, _ db: Database
  ) throws -> [LoanClass: Rupiah] {
    var classes: [LoanClass: Rupiah] = [:]
    try openLoans(asOf: day, at: state, db) { row in
      classes[row.loanClass] = try (classes[row.loanClass] ?? .zero) + row.outstanding
    }
    return classes
  }
}
