import ArgumentParser
import KSPCore

/// `ksp term product`: without more, what is offered.
struct TermProductCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product",
    abstract: say("Produk berjangka dan sukunya.", "Products of term deposits and their rates."),
    discussion: say(
      "Contoh: ksp berjangka produk daftar", "Example: ksp term product list"),
    subcommands: [
      TermProductListCommand.self, TermProductShowCommand.self, TermProductAddCommand.self,
      TermProductSetCommand.self,
    ], defaultSubcommand: TermProductListCommand.self, aliases: ["produk"])
}
