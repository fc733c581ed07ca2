import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp month-end preview`.
struct MonthEndPreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: say("Lihat dulu, belum disimpan.", "Look first; nothing is stored."),
    discussion: say(
      "Contoh:\n  ksp tutup-bulan pratinjau 2026-01\n  ksp tutup-bulan pratinjau 2026-01 --rekening",
      "Examples:\n  ksp month-end preview 2026-01\n  ksp month-end preview 2026-01 --accounts"),
    aliases: ["pratinjau"])

  @OptionGroup var month: MonthArgument
  @Flag(
    name: .also("rekening"),
    help: .say(
      "Jasa tiap rekening: dasar, suku, bruto, PPh, neto.",
      "The interest of each account: base, rate, gross, tax, net."))
  var accounts = false
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    guard !accounts else { return try MonthInterestRun.write(month, report, book) }
    // What is posted first is rehearsed with the rest: the book is opened as a run opens it.
    let isRehearsal = try book.withBook(.readOnly) { try $0.monthEndPostsFirst(month) }
    try book.withBook(isRehearsal ? .readWrite : .readOnly) { ledger in
      let progress = Progress()
      defer { progress.finish() }
      // A look is allowed at any time; the report says whether the month has ended.
      let look = EntryNote(memo: Self.configuration.commandName, exceptions: .beforeEnd)
      let result = try ledger.previewMonthEnd(month, note: look, progress: progress.update)
      progress.finish()
      try report.write(result, with: MonthEndReportRenderer(report.style(try ledger.settings)))
      guard let next = result.nextStep else { return }
      Terminal.message(say("Periksa, lalu: ", "Check, then: ") + TypedRemedy.text(next))
    }
  }
}
