import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax check`.
struct TaxCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Apakah PPh sebulan bisa dilaporkan.", "Whether the tax of a month can be reported."),
    discussion: say(
      """
      NIK dan NPWP, tarif menurut kode, jumlah menurut akun, yang sudah disetor.
      Contoh: ksp pajak periksa 2026-10
      """,
      """
      NIK and NPWP, rates by code, sums by account, and what was paid.
      Example: ksp tax check 2026-10
      """), aliases: ["periksa"])

  @OptionGroup var month: MonthArgument
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    try book.withBook(.readOnly) { ledger in
      let check = try ledger.taxCheck(month)
      try report.write(check, with: TaxCheckRenderer(report.style(try ledger.settings)))
      guard check.isOK else { throw Exit.differences }
    }
  }
}
