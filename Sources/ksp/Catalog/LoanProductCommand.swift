import ArgumentParser
import KSPCore

/// `ksp loan product`.
struct LoanProductCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "product",
    abstract: say("Produk pinjaman dan ketentuannya.", "Loan products and their terms."),
    discussion: say(
      "Contoh: ksp pinjaman produk lihat flat", "Example: ksp loan product show flat"),
    subcommands: [
      LoanProductListCommand.self, LoanProductShowCommand.self, LoanProductSetCommand.self,
      LoanProductAddCommand.self,
    ], aliases: ["produk"])
}
