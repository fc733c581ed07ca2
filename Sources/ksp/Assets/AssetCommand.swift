import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp asset`: without more, the register.
struct AssetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asset",
    abstract: say("Aset tetap: inventaris dan penyusutannya.", "Fixed assets and depreciation."),
    discussion: say(
      "Contoh:\n  ksp inventaris\n  ksp inventaris beli 9.600.000 --nama Laptop --umur 48",
      "Examples:\n  ksp asset list\n  ksp asset buy 9.600.000 --name Laptop --months 48"),
    subcommands: [
      AssetListCommand.self, AssetShowCommand.self, AssetBuyCommand.self,
      AssetTakeOverCommand.self, AssetSetCommand.self, AssetDisposeCommand.self,
    ], defaultSubcommand: AssetListCommand.self, aliases: ["inventaris"])
}
