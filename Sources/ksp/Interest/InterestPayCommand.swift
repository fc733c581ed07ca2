import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp interest pay`.
struct InterestPayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pay",
    abstract: say("Jasa masuk ke simpanan anggota.", "Interest into a member's savings."),
    discussion: say(
      "Contoh: ksp jasa bayar 0001 50.000 --bulan-jasa 2026-01..2026-03",
      "Example: ksp interest pay 0001 50.000 --months 2026-01..2026-03"),
    aliases: ["bayar"])

  @Option(
    name: .also("bulan-jasa"),
    help: .say(
      "Bulan jasanya, misalnya 2026-01 atau 2026-01..2026-03.",
      "The months it was earned in, such as 2026-01 or 2026-01..2026-03.", .month))
  var months: String?
  @OptionGroup var counter: CounterOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let months = try argument(months) { text throws(LedgerError) in try BookMonth.range(text) }
    try CounterRun(options: counter, write: write, report: report, book: book).post(
      counterpart: nil
    ) { ledger in
      {
        (amount, member, product, account, _, date, reference, note, dryRun) throws(LedgerError)
          -> Receipt in
        try ledger.payInterest(
          amount, member: member, product: product, account: account, on: date, earned: months,
          reference: reference, note: note, dryRun: dryRun)
      }
    }
  }
}
