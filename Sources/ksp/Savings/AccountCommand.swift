import ArgumentParser
import KSPCore

/// `ksp account`: the savings accounts of members.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: say("Rekening simpanan anggota.", "Savings accounts of members."),
    discussion: say(
      "Contoh: ksp rekening buka 0001", "Example: ksp account open 0001"),
    subcommands: [AccountOpenCommand.self], aliases: ["rekening-anggota"])
}
