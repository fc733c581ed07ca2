import ArgumentParser
import KSPCore

/// `ksp hold`: savings that stay where they are.
struct HoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: say("Blokir simpanan.", "Holds on savings."),
    discussion: say(
      """
      Contoh:
        ksp blokir tambah 0001 500.000 --alasan "Sengketa waris" --sampai 2026-12-31
        ksp blokir tambah SUK-0001 --semua --jenis pengadilan --alasan "Pdt 12/2026"
        ksp blokir lepas 1 --alasan "Sudah damai"
      """,
      """
      Examples:
        ksp hold add 0001 500.000 --reason "Dispute of heirs" --until 2026-12-31
        ksp hold add SUK-0001 --all --kind court --reason "Pdt 12/2026"
        ksp hold release 1 --reason "Settled"
      """),
    subcommands: [HoldListCommand.self, HoldAddCommand.self, HoldReleaseCommand.self],
    defaultSubcommand: HoldListCommand.self, aliases: ["blokir"])
}
