import KSPCore

/// A result that tells a program what was accepted and should be looked at.
protocol WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning])
}

extension Receipt: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { self.warnings += warnings }
}

extension LoanReceipt: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { receipt.carry(warnings) }
}

extension LoanDisbursement: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { receipt.carry(warnings) }
}

extension MembershipReceipt: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { receipt?.carry(warnings) }
}

extension Loan: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { self.warnings += warnings }
}

extension TermDeposit: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { self.warnings += warnings }
}

extension LoanCard: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { loan.carry(warnings) }
}

extension [Receipt]: WarningCarrier {
  /// A list is judged as a whole; its last receipt says so.
  mutating func carry(_ warnings: [LedgerWarning]) {
    guard let last = indices.last else { return }
    self[last].warnings += warnings
  }
}
