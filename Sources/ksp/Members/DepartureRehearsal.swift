import KSPCore
import KSPLedger
import KSPStatements

/// What is shown before a membership ends: the receipt, or the member where no money moves.
enum DepartureRehearsal {
  static func of(_ ledger: Ledger, _ outcome: MembershipReceipt) throws -> Rehearsal {
    guard let receipt = outcome.receipt else {
      return Rehearsal(
        MemberSummary(member: outcome.member, savings: []), MemberRenderer.self, .severe)
    }
    var rehearsal = try CounterRehearsal.of(ledger, receipt)
    rehearsal.weight = receipt.isReplay ? .nothingToDo : .severe
    return rehearsal
  }
}

/// What is handed out after it.
enum DeparturePaper {
  static func write(
    _ outcome: MembershipReceipt, _ report: ReportOptions, _ style: ReportStyle
  ) throws {
    guard let receipt = outcome.receipt else {
      return try report.write(
        MemberSummary(member: outcome.member, savings: []), with: MemberRenderer(style))
    }
    try report.write(receipt, with: ReceiptRenderer(style))
    WriteRun.announce(receipt)
  }
}
