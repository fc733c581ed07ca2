import ArgumentParser
import KSPCore

/// `ksp interest`: interest on savings that no month end computes.
struct InterestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interest",
    abstract: say(
      "Jasa simpanan di luar tutup bulan.", "Interest on savings outside of month ends."),
    discussion: say(
      "Contoh: ksp jasa bayar 0001 50.000", "Example: ksp interest pay 0001 50.000"),
    subcommands: [InterestPayCommand.self, InterestCorrectCommand.self], aliases: ["jasa"])
}
