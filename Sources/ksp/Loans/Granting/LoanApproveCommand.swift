import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan approve`.
struct LoanApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: say("Setujui permohonan.", "Grant an application."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman setujui PJ-0001 --petugas Rina
        ksp pinjaman setujui PJ-0001 --jumlah 8.000.000 --jangka 10
      """,
      """
      Examples:
        ksp loan approve PJ-0001 --by Rina
        ksp loan approve PJ-0001 --amount 8.000.000 --term 10
      """),
    aliases: ["setujui"])

  @OptionGroup var decision: LoanDecision
  @OptionGroup var options: LoanOfferOptions

  func run() throws {
    let offer = try options.offer()
    try decision.run(.mild, saysNext: true, from: .applied) { ledger, loan, date, dryRun in
      try ledger.approveLoan(
        loan, offer: offer, on: date, reference: decision.note.ref, note: decision.note.value,
        dryRun: dryRun)
    }
  }
}
