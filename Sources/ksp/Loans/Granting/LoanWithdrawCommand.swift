import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan withdraw`.
struct LoanWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: say("Cabut permohonan.", "Take an application back."),
    discussion: say(
      "Contoh: ksp pinjaman cabut PJ-0001 --keterangan \"tidak jadi\"",
      "Example: ksp loan withdraw PJ-0001 --memo \"no longer needed\""),
    aliases: ["cabut"])

  @OptionGroup var decision: LoanDecision

  func run() throws {
    try decision.run(.severe) { ledger, loan, date, dryRun in
      try ledger.withdrawLoanApplication(
        loan, on: date, reference: decision.note.ref, note: decision.note.value,
        dryRun: dryRun)
    }
  }
}
