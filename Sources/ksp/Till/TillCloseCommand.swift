import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp till close`.
struct TillCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: say("Hitung dan tutup kas.", "Count a till and close it."),
    discussion: say(
      """
      Contoh:
        ksp kasir tutup kas-1 1.350.000 --ke brankas
        ksp kasir tutup kas-1 --lembar 100000=13 50000=1 --ke brankas \\
          --sebanyak 850.000
      Kas teller: selisihnya dibukukan. Kas lapangan: selisihnya tetap atas nama
      petugasnya, kecuali dengan --bukukan-selisih.
      """,
      """
      Examples:
        ksp till close kas-1 1.350.000 --to safe
        ksp till close kas-1 --denomination 100000=13 50000=1 --to safe \\
          --handing 850.000
      A till at the counter books what differs. What a collector is short or over
      stays under the collector's name, unless --book-difference is given.
      """), aliases: ["tutup"])

  @Argument(help: .say("Nama kas.", "Name of the till.", .name))
  var name: String
  @Argument(help: .say("Jumlah yang dihitung.", "What was counted.", .amount))
  var amount: String?
  @OptionGroup var content: TillContentOptions
  @Option(
    name: .also("ke"),
    help: .say(
      "Kas, brankas atau bank yang menerima uangnya.", "The till, safe or bank that gets the cash.",
      .name))
  var to: String?
  @Option(
    name: .also("sebanyak"),
    help: .say(
      "Yang diserahkan; bawaan semua yang dihitung.", "How much; default all that was counted.",
      .amount))
  var handing: String?
  @Flag(
    name: .also("bukukan-selisih"),
    help: .say(
      "Bukukan selisih kas lapangan ke selisih kas.",
      "Book what a collector is short or over."))
  var bookDifference = false
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard to != nil || handing == nil else {
      throw UsageProblem(
        Phrase(id: "Sebut --ke, ke mana uangnya.", en: "Name where it goes with --to."))
    }
    let found = try content.required(amount)
    let part = try argument(handing, Rupiah.init(parsing:))
    try TillRun(write: write, report: report, book: book).run { ledger, dryRun in
      let closing = TillClosing(
        found,
        handing: try to.map { TillHandover(part, account: try ledger.cashAccount(named: $0)) },
        booksDifference: bookDifference)
      return try ledger.closeTill(
        name, closing, on: write.bookDate(ledger), reference: write.reference, note: write.note,
        dryRun: dryRun)
    }
  }
}
