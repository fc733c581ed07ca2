import ArgumentParser
import KSPCore

/// `ksp product`.
struct ProductCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product",
    abstract: say("Produk simpanan dan ketentuannya.", "Savings products and their terms."),
    discussion: say("Contoh: ksp produk lihat sukarela", "Example: ksp product show sukarela"),
    subcommands: [
      ProductListCommand.self, ProductShowCommand.self, ProductSetCommand.self,
      ProductAddCommand.self, ProductFeeCommand.self, ProductDormantCommand.self,
    ], aliases: ["produk"])
}
