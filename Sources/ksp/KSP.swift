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
        ksp mulai "KSP Sejahtera"
        ksp setor 0001 500.000
        ksp                           (keadaan buku dan langkah berikutnya)

      Nama perintah: pekerjaan loket adalah kata kerja (setor, tarik, pindah);
      yang dikelola adalah kata benda, lalu kata kerja (anggota tambah);
      laporan bernama seperti laporannya (neraca-saldo). Nama Inggris dan
      Indonesia sama saja: ksp setor dan ksp deposit adalah satu perintah.

      Lingkungan: KSP_BOOK berkas buku, KSP_LANG bahasa (id atau en), KSP_BY
      petugas, NO_COLOR tanpa warna. Kode keluar untuk skrip: ksp help kode-keluar
      """,
      """
      Examples:
        ksp init "KSP Sejahtera"
        ksp deposit 0001 500.000
        ksp                           (status of the book and the next step)

      Names of commands: work at the counter is a verb (deposit, withdraw);
      what you administer is a noun, then a verb (member add); a report bears
      its own name (trial-balance). English and Indonesian names are the same:
      ksp setor and ksp deposit are one command.

      Environment: KSP_BOOK the book's file, KSP_LANG the language (id or en),
      KSP_BY the clerk, NO_COLOR no colours. Exit codes for scripts: ksp help
      exit-codes
      """),
    version: "0.1.0",
    subcommands: [StatusCommand.self],
    groupedSubcommands: [
      CommandGroup(
        name: say("Memulai", "Starting"),
        subcommands: [
          InitCommand.self, SettingsCommand.self, OfficerCommand.self, ChartCommand.self,
          TemplateCommand.self, OpeningCommand.self,
        ]),
      CommandGroup(
        name: say("Anggota dan produk", "Members and products"),
        subcommands: [
          MemberCommand.self, AccountCommand.self, ProductCommand.self, HolidayCommand.self,
        ]),
      CommandGroup(
        name: say("Harian", "Every day"),
        subcommands: [
          FindCommand.self, DepositCommand.self, WithdrawCommand.self, TransferCommand.self,
          FeeCommand.self, PayCommand.self, ReceiveCommand.self,
          TillCommand.self,
          InterestCommand.self, ReleaseCommand.self, EntryCommand.self,
          DuesCommand.self, DuesCardCommand.self, TermCommand.self, HoldCommand.self,
          OrderCommand.self, PlannedCommand.self,
        ]),
      CommandGroup(
        name: say("Pinjaman", "Loans"),
        subcommands: [
          LoanCommand.self, DisburseCommand.self, RepayCommand.self, DueCommand.self,
          CollectibilityCommand.self, GroupCommand.self,
        ]),
      CommandGroup(
        name: say("Bulanan", "Every month"),
        subcommands: [
          MonthEndCommand.self, ExplainCommand.self, InterestCorrectionCommand.self,
          TaxCommand.self, BankCommand.self, AssetCommand.self, ClaimCommand.self,
          AccrualCommand.self, InsuranceCommand.self, TransitCommand.self,
        ]),
      CommandGroup(
        name: say("Tahunan", "Every year"),
        subcommands: [
          YearEndCommand.self, ShuCommand.self, AnnualMeetingCommand.self, QuarterCommand.self,
        ]),
      CommandGroup(
        name: say("Laporan", "Reports"),
        subcommands: [
          CashBookCommand.self, ReceiptCommand.self, StatementCommand.self,
          TrialBalanceCommand.self, BalanceSheetCommand.self, IncomeCommand.self,
          EquityChangesCommand.self, CashFlowCommand.self, NotesCommand.self,
          MemberBenefitCommand.self,
          HealthCommand.self, RegistersCommand.self,
          LimitsCommand.self, UnusualCommand.self, CalendarCommand.self,
          SimulateCommand.self,
        ]),
      CommandGroup(
        name: say("Menjaga", "Keeping"),
        subcommands: [
          VerifyCommand.self, LogCommand.self, BackupCommand.self, RestoreCommand.self,
          RebuildCommand.self, ExportCommand.self,
        ]),
      CommandGroup(
        name: say("Bantuan", "Help"), subcommands: [ExitCodesCommand.self]),
    ],
    defaultSubcommand: StatusCommand.self)
}
