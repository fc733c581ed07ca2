package import KSPCore
package import KSPLedger

/// Imports from a text with all that says how in a row, as tests make their lists.
extension Ledger {
  /// Enters members from a text.
  package func importMembers(
    csv text: String, file: String, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importMembers(
      SheetText(text, file: file),
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Brings in opening balances from a text.
  package func importOpeningBalances(
    csv text: String, file: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false, progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importOpeningBalances(
      SheetText(text, file: file), on: date,
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Takes over running loans from a text.
  package func importLoans(
    csv text: String, file: String, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false, progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importLoans(
      SheetText(text, file: file), on: date,
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Brings in transactions from a text.
  package func importTransactions(
    csv text: String, file: String, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false,
    progress: ((Int) -> Void)? = nil
  ) throws(LedgerError) -> ImportReport {
    try importTransactions(
      SheetText(text, file: file),
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun, progress: progress))
  }

  /// Takes a payroll list from a text.
  package func importRepayments(
    csv text: String, file: String, on date: BookDate, from payer: AccountCode? = nil,
    terms: PayrollTerms = PayrollTerms(), reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> RepaymentListReport {
    try importPayroll(
      SheetText(text, file: file), on: date, from: payer, terms,
      ImportWay(note: note.keyed(by: reference), dryRun: dryRun))
  }
}
