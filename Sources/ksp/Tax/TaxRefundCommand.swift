import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp tax refund`.
struct TaxRefundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refund",
    abstract: say(
      "Negara mengembalikan PPh yang lebih dipotong.",
      "The state gives back tax that it got too much."),
    discussion: say(
      """
      Contoh:
        ksp pajak restitusi 43.000             (masuk kas)
        ksp pajak restitusi 43.000 --ke 2-1400 (diperhitungkan dengan utang PPh)
      """,
      """
      Examples:
        ksp tax refund 43.000                  (into the cash)
        ksp tax refund 43.000 --to 2-1400      (set off against tax that is owed)
      """),
    aliases: ["restitusi"])

  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String
  @Option(
    name: .also("ke"),
    help: .say(
      "Akun yang menerima, atau utang PPh; bawaan kas.",
      "Account that receives, or tax that is owed; default cash.", .account))
  var to: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try argument(amount, Rupiah.init(parsing:))
    let target = try argument(to, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.refundTax(
        amount, to: target, on: write.bookDate(ledger), reference: write.reference,
        note: write.note, dryRun: dryRun)
    }
  }
}
