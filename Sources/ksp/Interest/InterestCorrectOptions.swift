import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// What is corrected about the interest of a closed month, and the way to its paper.
struct InterestCorrectOptions: ParsableArguments {
  @Argument(
    help: .say("Rekening atau nomor anggota.", "Account or member number.", .savings))
  var account: String
  @OptionGroup var month: MonthArgument
  @Option(
    name: .also("valuta"),
    help: .say(
      "Bukti yang terlambat dan hari berlakunya; boleh berulang.",
      "A late voucher and the day it counts from; may be repeated.",
      Phrase(id: "bukti=tanggal", en: "voucher=date")))
  var value: [String] = []
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    var valued: [EntryNumber: BookDate] = [:]
    for text in value {
      let (entry, day) = try pair(text, Phrase(id: "BUKTI=TANGGAL", en: "VOUCHER=DATE"))
      try argument { valued[try EntryNumber(parsing: entry)] = try BookDate(parsing: day) }
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.correctInterest(
          of: ledger.resolveAccount(account), in: month, valued: valued,
          on: write.bookDate(ledger), reference: write.reference, note: write.note, dryRun: dryRun)
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
