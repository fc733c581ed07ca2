import ArgumentParser

/// `ksp bank rule`.
struct BankRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: say(
      "Biaya, jasa giro dan pajaknya dibukukan ke mana.",
      "Where fees, interest of the bank and its tax are booked."),
    discussion: say("Contoh: ksp bank aturan daftar", "Example: ksp bank rule list"),
    subcommands: [
      BankRuleListCommand.self, BankRuleSetCommand.self, BankRuleEndCommand.self,
    ], aliases: ["aturan"])
}
