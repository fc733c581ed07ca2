import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp accrual list`.
struct AccrualListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Jasa yang masih harus dibayar pada akhir bulan, di samping buku besar.",
      "Interest payable at the end of a month, beside the ledger."),
    discussion: say(
      """
      Bulan yang masih terbuka menunjukkan yang akan dibukukan tutup bulannya.

      Contoh: ksp akrual daftar 2026-01
      """,
      """
      A month that is open shows what its end would post.

      Example: ksp accrual list 2026-01
      """), aliases: ["daftar"])

  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    // What is posted first is rehearsed: the book is opened as a month end opens it.
    let isRehearsal = try book.withBook(.readOnly) { ledger in
      try ledger.status().openMonth == month && ledger.monthEndPostsFirst(month)
    }
    guard isRehearsal else {
      return try book.withBook(.readOnly) { ledger in
        _ = try report.write(ledger, with: AccrualListRenderer.self) { try $0.accruals(of: month) }
      }
    }
    try book.withBook(.readWrite) { ledger in
      let list = try ledger.previewAccruals(of: month)
      try report.write(list, with: AccrualListRenderer(report.style(try ledger.settings)))
    }
  }
}
