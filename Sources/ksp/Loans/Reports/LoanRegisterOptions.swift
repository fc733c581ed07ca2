import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// The day of a list of loans.
struct LoanRegisterOptions: ParsableArguments {
  @Option(
    name: .also("per"), help: .say("Per tanggal; bawaan hari ini.", "As of; default today.", .date))
  var asOf: String?
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  /// Reads the register and prints it.
  func run<Renderer: DocumentRenderer>(
    _ renderer: Renderer.Type,
    _ read: (Ledger, BookDate?) throws -> LoanRegister = { ledger, date in
      try ledger.loanRegister(asOf: date)
    }
  ) throws -> LoanRegister where Renderer.Document == LoanRegister {
    let date = try argument(asOf, BookDate.init(parsing:))
    return try book.withBook(.readOnly) { ledger in
      try report.write(ledger, with: renderer) { try read($0, date) }
    }
  }
}
