import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp deposit`.
struct DepositCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deposit", abstract: say("Setoran anggota.", "A member's deposit."),
    discussion: say(
      "Contoh: ksp setor 0001 500.000 --memo \"tunai\"",
      "Example: ksp deposit 0001 500.000 --memo cash"),
    aliases: ["setor"])

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
      try ledger.deposit(
        amount, member: member, product: product, on: date, note: note, dryRun: dryRun)
    }
  }
}
