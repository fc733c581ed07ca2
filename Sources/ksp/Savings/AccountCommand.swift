import ArgumentParser
import KSPCore

/// `ksp account`: the accounts of the chart, and those of members.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: say("Bagan akun, dan rekening anggota.", "The chart, and accounts of members."),
    discussion: say(
      "Contoh: ksp akun buka 0001", "Example: ksp account open 0001"),
    subcommands: [
      AccountListCommand.self, AccountAddCommand.self, AccountRenameCommand.self,
      AccountCloseCommand.self, AccountOpenCommand.self, AccountSetCommand.self,
    ],
    aliases: ["akun", "rekening-anggota"])
}
