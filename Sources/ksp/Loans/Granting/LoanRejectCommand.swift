import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan reject`.
struct LoanRejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: say("Tolak permohonan.", "Turn an application down."),
    discussion: say(
      "Contoh: ksp pinjaman tolak PJ-0001 --keterangan \"tanpa agunan\"",
      "Example: ksp loan reject PJ-0001 --memo \"no collateral\""),
    aliases: ["tolak"])

  @OptionGroup var decision: LoanDecision

  func run() throws {
    try decision.run(.severe, from: .applied) { ledger, loan, date, dryRun in
      try ledger.rejectLoan(
        loan, on: date, reference: decision.note.ref, note: decision.note.value,
        dryRun: dryRun)
    }
  }
}
