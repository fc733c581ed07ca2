import ArgumentParser

/// `ksp entry words`.
struct EntryWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: say(
      "Kata yang menjelaskan baris buku kas.", "Words that tell what rows of a cash book are."),
    discussion: say("Contoh: ksp jurnal kata daftar", "Example: ksp entry words list"),
    subcommands: [
      EntryWordsListCommand.self, EntryWordsSetCommand.self, EntryWordsEndCommand.self,
    ], aliases: ["kata"])
}
