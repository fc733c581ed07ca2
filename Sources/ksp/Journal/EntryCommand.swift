import ArgumentParser
import KSPCore

/// `ksp entry`: the journal.
struct EntryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: say("Jurnal.", "The journal."),
    discussion: say("Contoh: ksp jurnal lihat JU-000014", "Example: ksp entry show JU-000014"),
    subcommands: [
      EntryAddCommand.self, EntryImportCommand.self, EntryListCommand.self, EntryShowCommand.self,
      EntryReverseCommand.self, EntryWordsCommand.self,
    ], aliases: ["jurnal"])
}
