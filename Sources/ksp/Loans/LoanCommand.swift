import ArgumentParser
import KSPCore

/// `ksp loan`.
struct LoanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "loan",
    abstract: say(
      "Pinjaman: dari permohonan sampai lunas.", "Loans, from the application to the end."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman ajukan 0001 12.000.000 --produk menurun --jangka 12
        ksp pinjaman setujui PJ-0001
        ksp cairkan PJ-0001
        ksp angsur PJ-0001
      """,
      """
      Example:
        ksp loan apply 0001 12.000.000 --product menurun --term 12
        ksp loan approve PJ-0001
        ksp disburse PJ-0001
        ksp repay PJ-0001
      """),
    subcommands: [
      LoanApplyCommand.self, LoanApproveCommand.self, LoanRejectCommand.self,
      LoanChangeCommand.self, LoanWithdrawCommand.self,
      LoanImportCommand.self, LoanShowCommand.self, LoanListCommand.self,
      LoanNominativeCommand.self,
      LoanQuoteCommand.self, LoanSettleCommand.self, LoanRescheduleCommand.self,
      CollateralCommand.self, LoanWaiveCommand.self, LoanWriteOffCommand.self,
      LoanRecoverCommand.self,
      LoanProductCommand.self,
    ], aliases: ["pinjaman"])
}
