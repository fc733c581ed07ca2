import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu post`.
struct ShuPostCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "post",
    abstract: say("Bukukan pembagian SHU setahun.", "Book the division of the SHU of a year."),
    discussion: say(
      """
      Dana menerima bagiannya, dan setiap anggota punya tagihan sebesar bagiannya.
      Hanya sekali; selama belum ada yang dibayar, buktinya bisa dibalik.
      Contoh: ksp shu bukukan 2025 --tanggal 2026-03-20
      """,
      """
      The funds get their pots, and every member is owed a part. Once only; while
      nothing is paid, the voucher may be reversed.
      Example: ksp shu post 2025 --date 2026-03-20
      """), aliases: ["bukukan"])

  @OptionGroup var year: YearArgument
  @OptionGroup var bases: ShuBasesOption
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let bases = try bases.value()
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.postShu(
          year.value(), among: bases, on: write.bookDate(ledger), reference: write.reference,
          note: write.note,
          dryRun: dryRun)
      },
      rehearse: { _, shu in Rehearsal(shu, ShuYearRenderer.self) },
      print: { style, shu in try report.write(shu, with: ShuYearRenderer(style)) })
  }
}
