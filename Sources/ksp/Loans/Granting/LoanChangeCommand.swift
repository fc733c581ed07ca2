import ArgumentParser
import KSPCore
import KSPLedger

/// `ksp loan change`.
struct LoanChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: say("Ubah permohonan.", "Change an application."),
    discussion: say(
      "Contoh: ksp pinjaman ubah PJ-0001 --jumlah 8.000.000 --tujuan \"modal warung\"",
      "Example: ksp loan change PJ-0001 --amount 8.000.000 --purpose \"stock of a shop\""),
    aliases: ["ubah"])

  @OptionGroup var decision: LoanDecision
  @OptionGroup var options: LoanOfferOptions
  @Option(name: .also("tujuan"), help: .say("Untuk keperluan apa.", "What it is for.", .text))
  var purpose: String?

  func run() throws {
    let offer = try options.offer(purpose: purpose)
    try decision.run(.mild, from: .applied) { ledger, loan, date, dryRun in
      try ledger.changeLoanApplication(
        loan, offer, on: date, reference: decision.note.ref, note: decision.note.value,
        dryRun: dryRun)
    }
  }
}
