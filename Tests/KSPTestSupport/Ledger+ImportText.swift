public import KSPCore

/// The same from a text that was read already, for programs that make their lists themselves.
extension Ledger {
  /// Enters members from a text; see `importMembers(_:_:)`.
  public func importMembers(
    csv text: String, file: String, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importMembers(
      SheetText(text, file: file),
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Brings in opening balances from a text; see `importOpeningBalances(_:on:_:)`.
  public func importOpeningBalances(
    csv text: String, file: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false, progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importOpeningBalances(
      SheetText(text, file: file), on: date,
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Takes over running loans from a text; see `importLoans(_:on:_:)`.
  public func importLoans(
    csv text: String, file: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false, progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importLoans(
      SheetText(text, file: file), on: date,
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Brings in transactions from a text; see `importTransactions(_:_:)`.
  public func importTransactions(
    csv text: String, file: String, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importTransactions(
      SheetText(text, file: file),
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Takes a payroll list from a text; see `importPayroll(_:on:from:_:_:)`.
  public func importRepayments(
    csv text: String, file: String, on date: BookDate, from payer: AccountCode? = nil,
    terms: PayrollTerms = PayrollTerms(), reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> RepaymentListReport {
    try importPayroll(
      SheetText(text, file: file), on: date, from: payer, terms,
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun))
  }
}
