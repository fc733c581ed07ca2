import ArgumentParser
import KSPCore

/// `ksp year-end`.
struct YearEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year-end",
    abstract: say(
      "Tutup tahun: penyesuaian, jurnal penutup, pengesahan.",
      "Year end: adjustments, closing voucher, ratification."),
    discussion: say(
      """
      Contoh:
        ksp tutup-tahun keadaan 2025       (apa yang masih kurang)
        ksp tutup-tahun pratinjau 2025
      """,
      """
      Examples:
        ksp year-end status 2025           (what is still missing)
        ksp year-end preview 2025
      """),
    subcommands: [
      YearEndStatusCommand.self, YearEndPreviewCommand.self, YearEndRunCommand.self,
      YearEndAdjustCommand.self, YearEndRatifyCommand.self, YearEndCoverCommand.self,
      YearEndCorrectCommand.self,
    ], aliases: ["tutup-tahun"])
}
