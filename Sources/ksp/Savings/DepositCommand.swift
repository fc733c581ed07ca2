import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp deposit`.
struct DepositCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deposit", abstract: say("Setoran anggota.", "A member's deposit."),
    discussion: say(
      "Contoh:\n  ksp setor 0001 500.000 --memo \"tunai\"\n  ksp setor                     (bertanya satu per satu)",
      "Examples:\n  ksp deposit 0001 500.000 --memo cash\n  ksp deposit                   (asks one thing at a time)"
    ),
    aliases: ["setor"])

  @OptionGroup var counter: CounterOptions
  @Option(
    name: .also("dari"),
    help: .say(
      "Akun asal uangnya, misalnya bank; bawaan kas.",
      "Where the money comes from, such as a bank; default cash.", .account))
  var from: String?

  func run() throws { try counter.run(counterpart: from, Ledger.deposit) }
}
