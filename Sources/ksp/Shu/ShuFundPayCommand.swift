import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp shu pay-fund`.
struct ShuFundPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay-fund",
    abstract: say(
      "Bayar dana SHU kepada pengurus, karyawan atau penerima lain.",
      "Pay a fund of the SHU to the board, staff or others."),
    discussion: say(
      """
      Pajak yang dipotong menjadi utang PPh 21; setornya dengan ksp pajak setor.
      Contoh:
        ksp shu bayar-dana 2025 pengurus "Budi Hartono" 4.000.000 --pajak 5%
      """,
      """
      The tax that is withheld is owed as PPh 21, and paid by ksp tax pay.
      Example:
        ksp shu pay-fund 2025 pengurus "Budi Hartono" 4.000.000 --tax 5%
      """), aliases: ["bayar-dana"])

  @OptionGroup var year: YearArgument
  @Argument(help: .say("Nama dana menurut putusan.", "The fund, as the decision calls it.", .name))
  var fund: String
  @Argument(help: .say("Nama penerima.", "Who gets it.", .name))
  var recipient: String
  @Argument(help: .say("Jumlah bruto.", "The amount before tax.", .amount))
  var amount: String
  @Option(
    name: .also("pajak"),
    help: .say("Tarif PPh 21; bawaan tidak dipotong.", "Rate of PPh 21; default none.", .percent))
  var tax: String?
  @Option(
    name: .also("dari"),
    help: .say("Akun yang membayar; bawaan kas.", "The account that pays; default cash.", .account))
  var from: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let order = ShuReward.Order(
      of: try year.value(), from: fund, to: recipient,
      try argument(amount, Rupiah.init(parsing:)),
      rate: try argument(tax, Share.init(parsing:)) ?? .zero)
    let payer = try argument(from, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.payShuFund(
          order, from: payer, on: write.bookDate(ledger), reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, paid in
        Rehearsal(paid, ShuRewardRenderer.self, paid.isReplay ? .nothingToDo : .mild)
      },
      print: { style, paid in try report.write(paid, with: ShuRewardRenderer(style)) })
  }
}
