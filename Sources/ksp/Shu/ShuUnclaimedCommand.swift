import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu unclaimed`.
struct ShuUnclaimedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unclaimed",
    abstract: say(
      "Pindahkan SHU yang tidak diambil ke dana.", "Move the SHU that nobody took to a fund."),
    discussion: say(
      """
      Baru boleh sesudah waktu yang diputuskan rapat, bawaan 12 bulan.
      Contoh: ksp shu belum-diambil 2025 --ke 3-2000
      """,
      """
      Not before the time that the meeting decided, 12 months by default.
      Example: ksp shu unclaimed 2025 --to 3-2000
      """), aliases: ["belum-diambil"])

  @OptionGroup var year: YearArgument
  @Option(
    name: .also("ke"), help: .say("Akun dana.", "The account of the fund.", .account))
  var to: String
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let fund = try argument(to, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.forfeitShu(
          year.value(), to: fund, on: write.bookDate(ledger), reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, payment in
        Rehearsal(payment, ShuPaymentRenderer.self, payment.isReplay ? .nothingToDo : .severe)
      },
      print: { style, payment in
        try report.write(payment, with: ShuPaymentRenderer(style))
        ShuPayCommand.announce(payment)
      })
  }
}
