import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp interest correct`.
struct InterestCorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: say(
      "Koreksi jasa bulan yang sudah ditutup.", "Correct the interest of a closed month."),
    discussion: say(
      """
      Contoh:
        ksp jasa koreksi SUK-0001 2026-01
        ksp jasa koreksi SUK-0001 2026-01 --valuta JU-000012=2026-01-05
      Balikkan dulu bukti yang salah. Setoran yang terlambat dicatat disebut
      dengan hari berlakunya.
      """,
      """
      Examples:
        ksp interest correct SUK-0001 2026-01
        ksp interest correct SUK-0001 2026-01 --value JU-000012=2026-01-05
      Reverse what is wrong first. A deposit that was entered late is named
      with the day from which it counts.
      """),
    aliases: ["koreksi", "koreksi-jasa"])

  @OptionGroup var correction: InterestCorrectOptions

  func run() throws { try correction.run() }
}

/// `ksp koreksi-jasa`: the same, under the name by which people look for it.
struct InterestCorrectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct-interest",
    abstract: say(
      "Koreksi jasa bulan yang sudah ditutup.", "Correct the interest of a closed month."),
    discussion: say(
      "Contoh: ksp koreksi-jasa SUK-0001 2026-01; sama dengan ksp jasa koreksi",
      "Example: ksp correct-interest SUK-0001 2026-01 (or ksp interest correct)"),
    aliases: ["koreksi-jasa"])

  @OptionGroup var correction: InterestCorrectOptions

  func run() throws { try correction.run() }
}
