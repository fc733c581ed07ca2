import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp withdraw`.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: say("Penarikan anggota.", "A member's withdrawal."),
    discussion: say(
      "Contoh:\n  ksp tarik 0001 500.000 --keterangan \"tunai\"\n  ksp tarik                     (bertanya satu per satu)",
      "Examples:\n  ksp withdraw 0001 500.000 --memo cash\n  ksp withdraw                  (asks one thing at a time)"
    ),
    aliases: ["tarik"])

  @OptionGroup var counter: CounterOptions
  @Option(
    name: .also("ke"),
    help: .say(
      "Akun tujuan uangnya, misalnya bank; bawaan kas.",
      "Where the money goes, such as a bank; default cash.", .account))
  var to: String?
  @OptionGroup var till: TillOptions
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try CounterRun(options: counter, write: write, report: report, book: book).post(
      counterpart: to, till: till, Ledger.withdraw)
  }
}
