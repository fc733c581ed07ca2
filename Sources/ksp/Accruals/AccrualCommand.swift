import ArgumentParser
import KSPCore

/// `ksp accrual`: interest that is earned before it is paid, or paid before it is earned.
struct AccrualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accrual",
    abstract: say("Akrual jasa simpanan.", "Accrued interest."),
    discussion: say(
      "Contoh: ksp akrual daftar 2026-01", "Example: ksp accrual list 2026-01"),
    subcommands: [AccrualListCommand.self], defaultSubcommand: AccrualListCommand.self,
    aliases: ["akrual"])
}
