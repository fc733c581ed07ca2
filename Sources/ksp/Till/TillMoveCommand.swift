import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp till move`.
struct TillMoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: say(
      "Pindahkan uang antar kas, brankas dan bank.", "Move cash between tills, safe and bank."),
    discussion: say(
      "Contoh: ksp kasir pindah 2.000.000 --dari brankas --ke 1-1100",
      "Example: ksp till move 2.000.000 --from safe --to 1-1100"), aliases: ["pindah"])

  @Argument(
    help: .say("Jumlah rupiah, misalnya 500.000.", "Amount in rupiah, such as 500.000.", .amount))
  var amount: String?
  @Option(
    name: .also("dari"),
    help: .say("Kas, brankas atau akun bank asal.", "The till, safe or bank that gives.", .name))
  var from: String?
  @Option(
    name: .also("ke"),
    help: .say("Kas, brankas atau akun bank tujuan.", "The till, safe or bank that gets.", .name))
  var to: String?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let amount = try Question.amount.answer(amount) { try argument($0, Rupiah.init(parsing:)) }
    let places = try book.withBook(.readOnly) { ledger in
      try (
        Question("Dari kas mana?", "From which till?", mendable: [.tillUnknown]).answer(from) {
          try ledger.cashAccount(named: $0)
        },
        Question("Ke kas mana?", "To which till?", mendable: [.tillUnknown]).answer(to) {
          try ledger.cashAccount(named: $0)
        }
      )
    }
    try WriteRun(book: book, confirm: write.confirm, report: report).post { ledger, dryRun in
      try ledger.moveCash(
        amount, from: places.0, to: places.1, on: write.bookDate(ledger),
        reference: write.reference, note: write.note, dryRun: dryRun)
    }
  }
}
