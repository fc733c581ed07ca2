import ArgumentParser
import KSPCore

/// `ksp opening`: opening balances.
struct OpeningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opening", abstract: say("Saldo awal.", "Opening balances."),
    discussion: say(
      "Contoh: ksp saldo-awal impor saldo-awal.csv --tanggal 2025-12-31",
      "Example: ksp opening import opening.csv --date 2025-12-31"),
    subcommands: [OpeningImportCommand.self], aliases: ["saldo-awal"])
}
