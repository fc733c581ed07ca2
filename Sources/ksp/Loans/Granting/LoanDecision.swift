import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What every decision about an application shares.
struct LoanDecision: ParsableArguments {
  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @Option(
    name: .also("tanggal"), help: .say("Tanggal; bawaan hari ini.", "Day; default today.", .date))
  var date: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  /// Decides, and shows the loan with the plan that it would have.
  func run(
    _ weight: Rehearsal.Weight, saysNext: Bool = false,
    from status: Loan.Status? = nil,
    _ decide: (Ledger, LoanNumber, BookDate, _ dryRun: Bool) throws -> Loan
  ) throws {
    let date = try argument(date, BookDate.init(parsing:))
    let loan = try book.loan(loan, at: status)
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let date = try date ?? ledger.today()
        let before = try ledger.loan(loan, asOf: date)
        return try LoanCard(
          planned: try decide(ledger, loan, date, dryRun), on: date,
          collaterals: before.collaterals, guarantors: before.guarantors)
      },
      rehearse: { _, status in
        var rehearsal = Rehearsal(status, LoanCardRenderer.self, weight)
        rehearsal.warn(status.loan.warnings)
        return rehearsal
      },
      print: { style, status in
        try report.write(status, with: LoanCardRenderer(style))
        pointOut(status.loan.warnings)
        guard saysNext, let next = status.loan.nextStep else { return }
        Terminal.message(say("Langkah berikutnya: ", "Next step: ") + TypedRemedy.text(next))
      })
  }
}
