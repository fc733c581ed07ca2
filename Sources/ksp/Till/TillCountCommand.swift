import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp till count`.
struct TillCountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: say("Hitung isi kas (opname).", "Count what is in a till."),
    discussion: say(
      """
      Contoh:
        ksp kasir opname brankas 12.500.000
        ksp kasir opname kas-1 --lembar 100000=12 50000=3 2000=5
      Selisihnya dibukukan ke selisih kas atas nama pemegangnya.
      """,
      """
      Examples:
        ksp till count safe 12.500.000
        ksp till count kas-1 --denomination 100000=12 50000=3 2000=5
      What differs is booked to cash over and short in the name of its keeper.
      """), aliases: ["opname"])

  @Argument(help: .say("Nama kas.", "Name of the till.", .name))
  var name: String
  @Argument(help: .say("Jumlah yang dihitung.", "What was counted.", .amount))
  var amount: String?
  @OptionGroup var content: TillContentOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let found = try content.required(amount)
    try TillRun(write: write, report: report, book: book).run { ledger, dryRun in
      try ledger.countTill(
        name, found, on: write.bookDate(ledger), reference: write.reference, note: write.note,
        dryRun: dryRun)
    }
  }
}
