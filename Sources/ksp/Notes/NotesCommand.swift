import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp notes`.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: say(
      "Angka untuk catatan atas laporan keuangan.",
      "The figures of the notes to the statements."),
    discussion: say(
      """
      Simpanan dan pinjaman menurut produk, golongan dan waktu, mutasi penyisihan,
      aset tetap dan pajak, dan pihak terkait, masing-masing di samping akun di
      baliknya.
      Contoh: ksp catatan --tahun 2025
      """,
      """
      Savings and loans by product, class and time, movements of allowance, fixed
      assets and tax, and related parties, each beside the accounts behind it.
      Example: ksp notes --year 2025
      """), aliases: ["catatan"])

  @OptionGroup var period: StatementPeriodOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let wanted = try period.wanted()
    let known = try knowledge.known()
    try book.withBook(.readOnly) { ledger in
      let period = try wanted.period(ledger.settings)
      let notes = try report.write(ledger, with: FinancialNotesRenderer.self, at: known) {
        try $0.financialNotes(period, asRecordedThrough: known)
      }
      guard notes.agrees else { throw Exit.differences }
    }
  }
}
