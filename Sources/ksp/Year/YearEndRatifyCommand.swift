import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp year-end ratify`.
struct YearEndRatifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ratify",
    abstract: say(
      "Catat pengesahan rapat anggota; sesudahnya tahun itu tetap.",
      "Record that the meeting ratified a year; from then on it stays."),
    discussion: say(
      """
      Contoh:
        ksp tutup-tahun sahkan 2025 --keputusan "RAT 1/2026" --tanggal 2026-03-14
      SHU tahun yang berakhir sebelum buku ini diambil dari saldo awal:
        ksp tutup-tahun sahkan 2025 --keputusan "RAT 1/2026" --shu 40.000.000
      """,
      """
      Example: ksp year-end ratify 2025 --decision "RAT 1/2026" --date 2026-03-14
      The SHU of a year that ended before this book is in its opening balances:
        ksp year-end ratify 2025 --decision "RAT 1/2026" --shu 40.000.000
      """),
    aliases: ["sahkan"])

  @OptionGroup var year: YearArgument
  @OptionGroup var decision: DecisionOption
  @Option(
    help: .say(
      "SHU yang disahkan; perlu untuk tahun sebelum buku ini.",
      "The SHU that was ratified; needed for a year before this book.", .amount))
  var shu: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let year = try year.value()
    let shu = try argument(shu, Rupiah.init(parsing:))
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.ratifyYear(
          year, on: write.bookDate(ledger), decision: decision.decision, shu: shu,
          reference: write.reference, note: write.note, dryRun: dryRun)
      },
      rehearse: { _, end in
        var rehearsal = Rehearsal(end, YearEndRenderer.self, .severe)
        rehearsal.warn([end.corporateTax?.warning].compactMap(\.self))
        return rehearsal
      },
      print: { style, end in try report.write(end, with: YearEndRenderer(style)) })
  }
}
