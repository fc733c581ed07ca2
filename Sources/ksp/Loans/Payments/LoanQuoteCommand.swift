import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan quote`.
struct LoanQuoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quote", abstract: say("Hitung pelunasan.", "What it takes to settle."),
    discussion: say(
      "Contoh: ksp pinjaman hitung-lunas PJ-0001 --tanggal 2026-06-30",
      "Example: ksp loan quote PJ-0001 --date 2026-06-30"),
    aliases: ["hitung-lunas"])

  @Argument(help: .say("Nomor pinjaman atau anggota.", "Loan or member number.", .loan))
  var loan: String
  @Option(
    name: .also("tanggal"), help: .say("Tanggal; bawaan hari ini.", "Day; default today.", .date))
  var date: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let date = try argument(date, BookDate.init(parsing:))
    try book.withBook(.readOnly) { ledger in
      let loan = try ledger.resolveLoan(loan)
      _ = try report.write(ledger, with: SettlementQuoteRenderer.self) { book in
        let quote = try book.settlementQuote(of: loan, on: date ?? book.today())
        return .init(loan: try book.loan(loan, asOf: quote.asOf).loan, quote: quote)
      }
    }
  }
}
