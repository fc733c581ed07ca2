import ArgumentParser
import KSPCore

/// `ksp term`: without more, the deposits there are.
struct TermCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term",
    abstract: say("Simpanan berjangka.", "Term deposits."),
    discussion: say(
      "Contoh:\n  ksp berjangka buka 0001 10.000.000 --jangka 3 --produk berjangka\n  ksp berjangka daftar --jatuh-tempo-sebelum 2026-04-01",
      "Examples:\n  ksp term open 0001 10.000.000 --tenor 3 --product berjangka\n  ksp term list --maturing-before 2026-04-01"
    ),
    subcommands: [
      TermListCommand.self, TermShowCommand.self, TermOpenCommand.self, TermPayCommand.self,
      TermBreakCommand.self, TermRenewCommand.self, TermPledgeCommand.self,
      TermHeirCommand.self, TermImportCommand.self,
      TermProductCommand.self,
    ], defaultSubcommand: TermListCommand.self, aliases: ["berjangka"])
}
