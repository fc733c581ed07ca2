import ArgumentParser
import KSPCore

/// `ksp month-end`.
struct MonthEndCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "month-end",
    abstract: say("Tutup bulan: jasa simpanan dan pajaknya.", "Month end: interest and its tax."),
    discussion: say(
      "Contoh: ksp tutup-bulan pratinjau 2026-01", "Example: ksp month-end preview 2026-01"),
    subcommands: [
      MonthEndPreviewCommand.self, MonthEndRunCommand.self, MonthEndStatusCommand.self,
    ],
    aliases: ["tutup-bulan"])
}
