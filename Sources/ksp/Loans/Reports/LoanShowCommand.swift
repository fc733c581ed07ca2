import ArgumentParser
import KSPCore

/// `ksp loan show`.
struct LoanShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: say("Satu pinjaman.", "One loan."),
    discussion: say(
      "Contoh: ksp pinjaman lihat PJ-0001", "Example: ksp loan show PJ-0001"),
    aliases: ["lihat"])

  @OptionGroup var card: LoanCardOptions

  func run() throws { try card.run() }
}
