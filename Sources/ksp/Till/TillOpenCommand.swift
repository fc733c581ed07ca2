import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp till open`.
struct TillOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: say("Buka kas.", "Open a till."),
    discussion: say(
      """
      Contoh:
        ksp kasir buka kas-1 500.000 --dari brankas --petugas sari
        ksp kasir buka kas-1 500.000 --petugas sari   (dihitung, tanpa serah terima)
      Kas yang belum ada dibuat, atas nama pemegangnya.
      """,
      """
      Examples:
        ksp till open kas-1 500.000 --from safe --by sari
        ksp till open kas-1 500.000 --by sari       (counted, nothing handed over)
      A till that is not there yet is made, in the name of its keeper.
      """), aliases: ["buka"])

  @Argument(help: .say("Nama kas.", "Name of the till.", .name))
  var name: String
  @Argument(
    help: .say(
      "Yang diserahkan dengan --dari, atau yang dihitung.",
      "What is handed over with --from, or what was counted.", .amount))
  var amount: String?
  @Option(
    name: .also("dari"),
    help: .say(
      "Kas, brankas atau bank asal uangnya.", "The till, safe or bank that it comes from.", .name))
  var from: String?
  @Option(
    name: .also("pemegang"),
    help: .say("Siapa yang memegang; bawaan --petugas.", "Who keeps it; default --by.", .name))
  var keeper: String?
  @OptionGroup var content: TillContentOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let counted = try content.content(from == nil || !content.denomination.isEmpty ? amount : nil)
    let handed = try from == nil ? nil : argument(amount, Rupiah.init(parsing:))
    try TillRun(write: write, report: report, book: book).run { ledger, dryRun in
      try ledger.transact(dryRun: dryRun) { book in
        if try !book.tills().contains(where: { $0.name == name.lowercased() }) {
          try book.addTill(name, keeper: keeper ?? write.note.recordedBy, note: write.note)
        }
        let opening = TillOpening(
          keeper: keeper,
          handing: try from.map { TillHandover(handed, account: try book.cashAccount(named: $0)) },
          counted: counted)
        return try book.openTill(
          name, opening, on: write.bookDate(ledger), reference: write.reference, note: write.note)
      }
    }
  }
}
