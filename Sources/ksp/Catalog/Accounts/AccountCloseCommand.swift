import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp account close`.
struct AccountCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: say("Tutup akun yang tidak dipakai lagi.", "Close an account that is done with."),
    discussion: say(
      """
      Contoh: ksp akun tutup 5-3150 --tanggal 2026-01-31
      Saldonya harus nol, tanpa peran, tanpa produk yang memakainya.
      """,
      """
      Example: ksp account close 5-3150 --date 2026-01-31
      It must be at zero, without a role, and no product may use it.
      """),
    aliases: ["tutup"])

  @Argument(help: .say("Akun.", "Account.", .account))
  var account: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try argument(account, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.transact(dryRun: dryRun) { book in
          let date = try write.bookDate(book)
          try book.closeAccount(code, on: date, reference: write.reference, note: write.note)
          return (date, try book.chart().filter { $0.code == code })
        }
      },
      rehearse: { _, outcome in
        var rehearsal = Rehearsal()
        let name = outcome.1.first?.name[Speech.language] ?? ""
        rehearsal.field("Akun", "Account", "\(code)   \(name)")
        rehearsal.field("Ditutup", "Closed on", outcome.0.description)
        return rehearsal
      },
      print: { style, outcome in try report.write(outcome.1, with: ChartRenderer(style)) })
  }
}
