import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// Which loan to show, and as of when.
struct LoanCardOptions: ParsableArguments {
  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @Option(
    name: .also("per"), help: .say("Per tanggal; bawaan hari ini.", "As of; default today.", .date))
  var asOf: String?
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(asOf, BookDate.init(parsing:))
    let known = try knowledge.known()
    let loan = try book.loan(loan)
    try book.withBook(.readOnly) { ledger in
      try report.write(
        try ledger.loan(loan, asOf: date, asRecordedThrough: known),
        with: LoanCardRenderer(report.style(ledger.settings(asRecordedThrough: known))))
    }
  }
}
