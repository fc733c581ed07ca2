import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp fee`.
struct FeeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fee",
    abstract: say("Biaya dari simpanan anggota.", "A fee from a member's savings."),
    discussion: say(
      "Contoh: ksp biaya 0001 5.000 --memo \"ganti buku\"",
      "Example: ksp fee 0001 5.000 --memo \"new passbook\""),
    aliases: ["biaya"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(help: .init(say("Nomor anggota.", "Member number."))) var member: String?
  @Argument(help: .init(say("Jumlah rupiah.", "Amount in rupiah."))) var amount: String?
  @Option(help: .init(say("Kode produk.", "Product code."), valueName: "code"))
  var product = "sukarela"

  func run() throws {
    let member = try CounterRun.value(member, Phrase("Nomor anggota?", "Member number?"))
    let text = try CounterRun.value(amount, Phrase("Jumlah?", "Amount?"))
    let amount = try argument { try Rupiah(parsing: text) }
    try CounterRun(book: book, write: write, report: report).run { ledger, date, note, dryRun in
      try ledger.chargeFee(
        amount, member: member, product: product, on: date, note: note, dryRun: dryRun)
    }
  }
}
