import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What approving and turning down share.
struct LoanDecision: ParsableArguments {
  @Argument(help: .say("Nomor pinjaman.", "Loan number.", .loan))
  var loan: String
  @Option(
    name: .also("tanggal"), help: .say("Tanggal; bawaan hari ini.", "Day; default today.", .date))
  var date: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run(isApproved: Bool) throws {
    let date = try argument(date, BookDate.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let date = try date ?? ledger.today()
        let before = try ledger.loan(loan, asOf: date)
        let decided = try ledger.decideLoan(
          loan, isApproved: isApproved, on: date, note: note.value,
          dryRun: dryRun)
        return try LoanStatus(
          planned: decided, on: date, collaterals: before.collaterals,
          guarantors: before.guarantors)
      },
      rehearse: { _, status in
        Rehearsal(status, LoanCardRenderer.self, isApproved ? .mild : .severe)
      },
      print: { style, status in
        try report.write(status, with: LoanCardRenderer(style))
        guard isApproved else { return }
        Terminal.message(
          say("Langkah berikutnya: ksp cairkan \(loan)", "Next step: ksp disburse \(loan)"))
      })
  }
}
