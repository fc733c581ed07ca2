import KSPCore
import KSPLedger
import KSPStatements

/// The way a payment on a loan is stored and its receipt printed.
struct LoanPaymentRun {
  let write: WriteOptions
  let report: ReportOptions
  let book: BookOptions

  func run(_ store: (Ledger, _ dryRun: Bool) throws -> LoanReceipt) throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      store,
      rehearse: { ledger, receipt in
        var rehearsal = Rehearsal(receipt)
        rehearsal.warn(
          receipt.receipt.warnings, on: receipt.receipt.bookDate, of: ledger.path,
          today: try ledger.today())
        return rehearsal
      },
      print: { style, receipt in
        try report.write(receipt, with: LoanReceiptRenderer(style))
        if !write.confirm.asks { pointOut(receipt.receipt.warnings) }
        Self.announceReplay(receipt.receipt.isReplay, receipt.receipt.entry)
      })
  }

  /// Says that a reference had been booked before.
  static func announceReplay(_ isReplay: Bool, _ entry: EntryNumber) {
    guard isReplay else { return }
    Terminal.message(
      say(
        "Sudah dibukukan: \(entry). Tidak ada yang berubah.",
        "Already posted: \(entry). Nothing has changed."))
  }
}
