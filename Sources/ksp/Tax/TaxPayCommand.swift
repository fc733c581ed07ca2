import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp tax pay`.
struct TaxPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("Setor PPh sebulan ke negara.", "Pay the tax of a month to the state."),
    discussion: say(
      """
      Contoh:
        ksp pajak setor 2026-10 --dari 1-1100 --keterangan "NTPN 1A2B3C4D5E6F7G8H"
        ksp pajak setor 2026-10 37.500 --pasal pph-4-2
      """,
      """
      Examples:
        ksp tax pay 2026-10 --from 1-1100 --memo "NTPN 1A2B3C4D5E6F7G8H"
        ksp tax pay 2026-10 37.500 --article pph-4-2
      """),
    aliases: ["setor"])

  @OptionGroup var month: MonthArgument
  @Argument(
    help: .say(
      "Jumlah rupiah; bawaan semua yang belum disetor.",
      "Amount in rupiah; default all that is left.", .amount))
  var amount: String?
  @Option(
    name: .also("pasal"),
    help: .say(
      "Hanya menurut pasal ini: \(words(TaxArticle.self)).",
      "Only under this article: \(words(TaxArticle.self)).", .code))
  var article: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Akun yang membayar, misalnya bank; bawaan kas.",
      "The account that pays, such as a bank; default cash.", .account))
  var from: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let month = try month.value()
    let asked = try argument(amount, Rupiah.init(parsing:))
    let article = try article.map { try choice(TaxArticle.self, $0) }
    let payer = try argument(from, AccountCode.init)
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.payTax(
        asked, of: month, under: article, from: payer, on: write.bookDate(ledger),
        reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
