import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp withdraw`.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: say("Penarikan anggota.", "A member's withdrawal."),
    discussion: say(
      "Contoh: ksp tarik 0001 500.000 --memo \"tunai\"",
      "Example: ksp withdraw 0001 500.000 --memo cash"),
    aliases: ["tarik"])

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
      try ledger.withdraw(
        amount, member: member, product: product, on: date, note: note, dryRun: dryRun)
    }
  }
}
