import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp claim close`.
struct ClaimCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: say(
      "Akhiri tagihan yang tidak ditunggu lagi.", "End a claim of which nothing more is expected."),
    discussion: say(
      """
      Yang belum dipotong tetap terutang oleh anggotanya sendiri.
      Contoh: ksp potong-gaji tutup 1 --alasan "dibayar di loket"
      """,
      """
      What was not deducted is owed by the members themselves.
      Example: ksp claim close 1 --reason "paid at the counter"
      """), aliases: ["tutup"])

  @Argument(help: .say("Nomor tagihan.", "Number of the claim.", .number))
  var claim: Int
  @Option(name: .also("alasan"), help: .say("Alasannya.", "Why.", .text))
  var reason: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      saysUnchanged: true,
      { ledger, dryRun in
        try ledger.closeClaim(
          claim, reason: reason, on: write.bookDate(ledger), reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, claim in Rehearsal(claim, ClaimRenderer.self) },
      print: { style, claim in try report.write(claim, with: ClaimRenderer(style)) })
  }
}
