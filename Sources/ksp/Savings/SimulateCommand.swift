import ArgumentParser
import KSPCore

/// `ksp simulate`.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: say("Hitung tanpa buku.", "Compute without a book."),
    discussion: say("Contoh: ksp simulasi simpanan --help", "Example: ksp simulate savings --help"),
    subcommands: [
      SimulateSavingsCommand.self, SimulateLoanCommand.self, SimulateTermCommand.self,
      SimulateShuCommand.self, SimulateHealthCommand.self,
    ], aliases: ["simulasi"])
}
