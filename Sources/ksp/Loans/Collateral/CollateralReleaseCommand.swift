import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan collateral release`.
struct CollateralReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: say("Kembalikan agunan.", "Give collateral back."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman agunan kembalikan PJ-0001
        ksp pinjaman agunan kembalikan PJ-0001 1 --belum-lunas \\
          --keterangan "diganti sertifikat"
      """,
      """
      Examples:
        ksp loan collateral release PJ-0001
        ksp loan collateral release PJ-0001 1 --while-owed \\
          --memo "replaced by a certificate"
      """), aliases: ["kembalikan"])

  @Argument(help: .say("Nomor pinjaman.", "Loan number.", .loan))
  var loan: LoanNumber
  @Argument(
    help: .say(
      "Nomor agunan di kartu; bawaan semuanya.", "Numbers on the card; default all of it.",
      .number))
  var lines: [Int] = []
  @Flag(
    name: .also("belum-lunas"),
    help: .say("Dikembalikan walau pinjaman belum lunas.", "Given back though the loan is owed."))
  var whileOwed = false
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.releaseCollateral(
          of: loan, lines: lines.isEmpty ? nil : lines, on: write.bookDate(ledger),
          whileOwed: whileOwed, reference: write.reference, note: write.note, dryRun: dryRun)
      },
      rehearse: { _, slip in Rehearsal(slip, CollateralSlipRenderer.self, .severe) },
      print: { style, slip in try report.write(slip, with: CollateralSlipRenderer(style)) })
  }
}
