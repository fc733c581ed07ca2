import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp interest correct`.
struct InterestCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: say(
      "Koreksi jasa bulan yang sudah ditutup.", "Correct the interest of a closed month."),
    discussion: say(
      """
      Contoh:
        ksp jasa koreksi SUK-0001 2026-01
        ksp jasa koreksi SUK-0001 2026-01 --valuta JU-000012=2026-01-05
      Balikkan dulu bukti yang salah. Setoran yang terlambat dicatat disebut
      dengan hari berlakunya.
      """,
      """
      Examples:
        ksp interest correct SUK-0001 2026-01
        ksp interest correct SUK-0001 2026-01 --value JU-000012=2026-01-05
      Reverse what is wrong first. A deposit that was entered late is named
      with the day from which it counts.
      """),
    aliases: ["koreksi", "koreksi-jasa"])

  @Argument(
    help: .say("Rekening atau nomor anggota.", "Account or member number.", .savings))
  var account: String
  @OptionGroup var month: MonthArgument
  @Option(
    name: .also("valuta"),
    help: .say(
      "Bukti yang terlambat dan hari berlakunya; boleh berulang.",
      "A late voucher and the day it counts from; may be repeated.",
      Phrase("bukti=tanggal", "voucher=date")))
  var value: [String] = []
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    var valued: [EntryNumber: BookDate] = [:]
    for text in value {
      let (entry, day) = try pair(text, Phrase("BUKTI=TANGGAL", "VOUCHER=DATE"))
      try argument { valued[try EntryNumber(parsing: entry)] = try BookDate(parsing: day) }
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.correctInterest(
          of: ledger.resolveAccount(account), in: month, valued: valued,
          on: write.bookDate(ledger), note: write.note, dryRun: dryRun)
      },
      rehearse: { _, correction in
        Rehearsal(
          correction, InterestCorrectionRenderer.self,
          correction.isReplay ? .nothingToDo : .severe)
      },
      print: { style, correction in
        try report.write(correction, with: InterestCorrectionRenderer(style))
      })
  }
}
