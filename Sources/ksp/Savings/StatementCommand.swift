import ArgumentParser
import KSPCore

/// `ksp statement`.
struct StatementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statement", abstract: say("Rekening koran.", "Statements of account."),
    discussion: say(
      "Contoh: ksp rekening akun SUK-0001 --dari 2026-01-01",
      "Example: ksp statement account SUK-0001 --from 2026-01-01"),
    subcommands: [
      StatementAccountCommand.self, StatementMemberCommand.self, StatementAllCommand.self,
      StatementLoanCommand.self, AccountOpenCommand.self,
    ],
    aliases: ["rekening"])
}
