import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp transfer`.
struct TransferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer",
    abstract: say("Pindah buku antar rekening.", "Move money between accounts."),
    discussion: say(
      "Contoh: ksp pindah SUK-0001 SUK-0002 100.000",
      "Example: ksp transfer SUK-0001 SUK-0002 100.000"),
    aliases: ["pindah"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @Argument(
    help: .init(say("Rekening atau nomor anggota asal.", "Account or member it comes from.")))
  var from: String
  @Argument(
    help: .init(say("Rekening atau nomor anggota tujuan.", "Account or member it goes to.")))
  var to: String
  @Argument(help: .init(say("Jumlah rupiah.", "Amount in rupiah."))) var amount: String

  func run() throws {
    let amount = try argument { try Rupiah(parsing: self.amount) }
    try CounterRun(book: book, write: write, report: report).run { ledger, date, note, dryRun in
      try ledger.transfer(
        amount, from: ledger.resolveAccount(from), to: ledger.resolveAccount(to), on: date,
        note: note, dryRun: dryRun)
    }
  }
}
