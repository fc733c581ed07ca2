import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say(
      "Jelaskan jasa rekening atau pinjaman, atau pos laporan.",
      "Explain the interest of an account or loan, or a line of a statement."),
    discussion: say(
      """
      Pos laporan: akun-akunnya, lalu setiap jurnal di baliknya, untuk satu bulan
      atau tahun.
      Contoh: ksp jelaskan SUK-0001 2026-01; ksp jelaskan 1-1200 2025
      """,
      """
      A line of a statement: its accounts, then every entry behind it, for a month
      or a year.
      Example: ksp explain SUK-0001 2026-01; ksp explain 1-1200 2025
      """), aliases: ["jelaskan"])

  @Argument(
    help: .say(
      "Rekening, nomor anggota, nomor pinjaman atau pos laporan.",
      "Account, member number, loan number or line of a statement.", .savings))
  var account: String
  @Argument(
    help: .say(
      "Bulan, misalnya 2026-01; untuk pos laporan juga tahun.",
      "The month, such as 2026-01; for a line also a year.", .month))
  var month: String
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let loan = LoanNumber(account)
    try book.withBook(.readOnly) { ledger in
      if try !ledger.hasLoan(loan), try ledger.hasStatementLine(account) {
        return try line(ledger)
      }
      let month = try argument(month, BookMonth.init(parsing:))
      let agrees =
        if try ledger.hasLoan(loan) {
          try report.write(ledger, with: LoanExplanationRenderer.self) { book in
            try book.explainLoan(loan, month)
          }.agrees
        } else {
          try report.write(ledger, with: InterestExplanationRenderer.self) { book in
            try book.explain(try book.resolveAccount(account), month)
          }.agrees
        }
      guard agrees else { throw Exit.differences }
    }
  }

  /// A line of a statement, with the entries of the period one after another.
  private func line(_ ledger: Ledger) throws {
    let period =
      month.count == 4
      ? try StatementYear.year(StatementYear.number(month), ledger.settings).period
      : BookPeriod(try argument(month, BookMonth.init(parsing:)))
    try ledger.reading { book in
      let renderer = LineExplanationRenderer(report.style(try book.settings))
      let line = try book.explainLine(account, period)
      try report.stream { sink in
        renderer.header(line, into: &sink.buffer)
        var count = 0
        try book.entries(behind: line) { entry in
          renderer.append(entry, into: &sink.buffer)
          count += 1
          try sink.flush()
        }
        renderer.footer(count: count, into: &sink.buffer)
      }
    }
  }
}
