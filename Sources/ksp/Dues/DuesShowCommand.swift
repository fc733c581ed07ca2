import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp dues show`.
struct DuesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say("Kartu wajib seorang anggota.", "The dues of a member, month by month."),
    discussion: say("Contoh: ksp tunggakan-wajib kartu 0001", "Example: ksp dues show 0001"),
    aliases: ["kartu"])

  @OptionGroup var card: DuesCardOptions

  func run() throws { try card.run() }
}
