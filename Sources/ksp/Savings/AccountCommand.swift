import ArgumentParser
import KSPCore

/// `ksp account`: the savings accounts of members, and how cash and banks are held.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: say("Rekening anggota, kas dan bank.", "Accounts of members, cash and banks."),
    discussion: say(
      "Contoh: ksp akun buka 0001", "Example: ksp account open 0001"),
    subcommands: [AccountOpenCommand.self, AccountSetCommand.self],
    aliases: ["akun", "rekening-anggota"])
}
