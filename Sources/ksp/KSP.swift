import ArgumentParser
import Foundation
import KSPCore
import KSPLedger

/// The root command: status of the book and the next sensible step.
struct KSP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ksp",
    abstract: say("Buku koperasi simpan pinjam.", "The ledger of a savings cooperative."),
    discussion: say(
      """
      Contoh:
        ksp init "KSP Sejahtera"
        ksp setor 0001 500.000
      """,
      """
      Examples:
        ksp init "KSP Sejahtera"
        ksp deposit 0001 500.000
      """),
    version: "0.1.0",
    subcommands: [StatusCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: say("Memulai", "Starting"), subcommands: [InitCommand.self, OpeningCommand.self]),
      CommandGroup(
        name: say("Anggota dan produk", "Members and products"),
        subcommands: [MemberCommand.self, ProductCommand.self]),
      CommandGroup(
        name: say("Harian", "Every day"),
        subcommands: [
          DepositCommand.self, WithdrawCommand.self, TransferCommand.self, FeeCommand.self,
          EntryCommand.self,
        ]),
      CommandGroup(
        name: say("Bulanan", "Every month"),
        subcommands: [MonthEndCommand.self, ExplainCommand.self]),
      CommandGroup(
        name: say("Laporan", "Reports"),
        subcommands: [StatementCommand.self, TrialBalanceCommand.self, SimulateCommand.self]),
      CommandGroup(
        name: say("Menjaga", "Keeping"),
        subcommands: [VerifyCommand.self, BackupCommand.self, ExportCommand.self]),
    ],
    defaultSubcommand: StatusCommand.self)
}
