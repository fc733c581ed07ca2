import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp dues`: without more, who owes.
struct DuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dues",
    abstract: say("Iuran simpanan wajib: siapa menunggak.", "Dues of simpanan wajib: who owes."),
    discussion: say(
      "Contoh:\n  ksp tunggakan-wajib\n  ksp tunggakan-wajib tetapkan 20.000 --mulai 2026-01",
      "Examples:\n  ksp dues list\n  ksp dues set 20.000 --from 2026-01"),
    subcommands: [
      DuesListCommand.self, DuesShowCommand.self, DuesSetCommand.self, DuesAmountsCommand.self,
      DuesExemptCommand.self, DuesTakeOverCommand.self,
    ], defaultSubcommand: DuesListCommand.self, aliases: ["tunggakan-wajib"])
}
