import ArgumentParser
import KSPCore

/// `ksp bank`.
struct BankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bank",
    abstract: say("Mutasi bank dan buku.", "Statements of the bank beside the book."),
    discussion: say(
      """
      Contoh:
        ksp bank impor mutasi.csv
        ksp bank cocokkan
        ksp bank daftar
      """,
      """
      Examples:
        ksp bank import statement.csv
        ksp bank match
        ksp bank list
      """),
    subcommands: [
      BankImportCommand.self, BankMatchCommand.self, BankListCommand.self, BankTickCommand.self,
      BankRuleCommand.self,
    ])
}
