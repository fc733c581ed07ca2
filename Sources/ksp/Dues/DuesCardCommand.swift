import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp dues-card`: the same, at the top, under the name that the paper bears.
struct DuesCardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dues-card",
    abstract: say("Kartu wajib seorang anggota.", "The dues of a member, month by month."),
    discussion: say("Contoh: ksp kartu-wajib 0001", "Example: ksp dues-card 0001"),
    aliases: ["kartu-wajib"])

  @OptionGroup var card: DuesCardOptions

  func run() throws { try card.run() }
}
