import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp asset dispose`.
struct AssetDisposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose",
    abstract: say(
      "Lepas aset: dijual, rusak atau hilang.", "Dispose of an asset: sold, broken or lost."),
    discussion: say(
      "Contoh: ksp inventaris lepas INV-0001 --hasil 1.500.000 --keterangan dijual",
      "Example: ksp asset dispose INV-0001 --proceeds 1.500.000 --memo sold"),
    aliases: ["lepas"])

  @Argument(help: .say("Nomor aset.", "Number of the asset.", .number))
  var number: AssetNumber
  @Option(
    name: .also("hasil"),
    help: .say("Yang diterima; bawaan 0.", "What it brings; default 0.", .amount))
  var proceeds: String?
  @Option(
    name: .also("ke"),
    help: .say(
      "Kas, bank atau akun yang menerima; bawaan kas.",
      "Cash, bank or account that receives; default cash.", .account))
  var to: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let payee = try argument(to, AccountCode.init)
    let amount = try argument(proceeds, Rupiah.init(parsing:)) ?? .zero
    try WriteRun(book: book, confirm: write.confirm, report: report).post(severe: true) {
      ledger, dryRun in
      try ledger.disposeOfAsset(
        number, for: amount, into: payee, on: write.bookDate(ledger), reference: write.reference,
        note: write.note, dryRun: dryRun)
    }
  }
}
