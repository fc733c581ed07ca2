import ArgumentParser
import KSPCore

/// `ksp tax corporate`.
struct TaxCorporateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corporate",
    abstract: say(
      "Pajak koperasi sendiri (PPh badan).", "The cooperative's own tax (PPh badan)."),
    discussion: say(
      "Contoh: ksp pajak badan tunjukkan 2026-01",
      "Example: ksp tax corporate show 2026-01"),
    subcommands: [
      TaxCorporateShowCommand.self, TaxCorporateListCommand.self, TaxCorporateSetCommand.self,
    ], aliases: ["badan"])
}
