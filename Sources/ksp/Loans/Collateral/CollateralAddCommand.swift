import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan collateral add`.
struct CollateralAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Terima agunan.", "Take collateral."),
    discussion: say(
      "Contoh: ksp pinjaman agunan tambah PJ-0001 \"kendaraan=15000000:BPKB H-1234\"",
      "Example: ksp loan collateral add PJ-0001 \"vehicle=15000000:BPKB H-1234\""),
    aliases: ["tambah"])

  @Argument(help: .say("Nomor pinjaman.", "Loan number.", .loan))
  var loan: LoanNumber
  @Argument(
    help: .say(
      "Agunan: \(words(Collateral.Kind.self, .indonesian)); boleh beberapa.",
      "Collateral: \(words(Collateral.Kind.self)); may be several.",
      Phrase(id: "jenis=nilai:ket", en: "kind=value:text")))
  var collateral: [String]
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let collaterals = try collateral.map(LoanRequest.collateral)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.addCollateral(
          collaterals, to: loan, on: write.bookDate(ledger), reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, slip in Rehearsal(slip, CollateralSlipRenderer.self) },
      print: { style, slip in try report.write(slip, with: CollateralSlipRenderer(style)) })
  }
}
