import ArgumentParser
import KSPCore

/// `ksp loan approve`.
struct LoanApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: say("Setujui permohonan.", "Grant an application."),
    discussion: say(
      "Contoh: ksp pinjaman setujui PJ-0001 --by Rina",
      "Example: ksp loan approve PJ-0001 --by Rina"),
    aliases: ["setujui"])

  @OptionGroup var decision: LoanDecision

  func run() throws { try decision.run(isApproved: true) }
}
