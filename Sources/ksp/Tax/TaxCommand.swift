import ArgumentParser
import KSPCore

/// `ksp tax`: the tax on interest.
struct TaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tax",
    abstract: say(
      "Pajak atas jasa simpanan, dan PPh badan.",
      "The tax on interest on savings, and corporate tax."),
    discussion: say("Contoh: ksp pajak periksa 2026-10", "Example: ksp tax check 2026-10"),
    subcommands: [
      TaxSlipsCommand.self, TaxCheckCommand.self, TaxExportCommand.self, TaxPayCommand.self,
      TaxRuleCommand.self, TaxClaimCommand.self, TaxRefundCommand.self,
      TaxCorporateCommand.self,
    ],
    aliases: ["pajak"])
}

/// `ksp tax rule`.
struct TaxRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: say("Aturan pajak menurut jenis anggota.", "The rules by kind of member."),
    discussion: say("Contoh: ksp pajak aturan daftar", "Example: ksp tax rule list"),
    subcommands: [TaxRuleListCommand.self, TaxRuleSetCommand.self], aliases: ["aturan"])
}
