import ArgumentParser
import KSPCore

/// `ksp month-end`.
struct MonthEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month-end",
    abstract: say("Tutup bulan: jasa simpanan dan pajaknya.", "Month end: interest and its tax."),
    discussion: say(
      """
      Contoh:
        ksp tutup-bulan                    (apa yang menghalangi, dan apa berikutnya)
        ksp tutup-bulan pratinjau 2026-01
      """,
      """
      Examples:
        ksp month-end                      (what stands in the way, what comes next)
        ksp month-end preview 2026-01
      """),
    subcommands: [
      MonthEndCheckCommand.self, MonthEndPreviewCommand.self, MonthEndRunCommand.self,
      MonthEndStatusCommand.self,
    ], defaultSubcommand: MonthEndCheckCommand.self, aliases: ["tutup-bulan"])
}
