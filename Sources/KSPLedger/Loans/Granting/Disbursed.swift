import KSPCore

/// A loan that was paid out, with the receipt that says what should be looked at.
struct Disbursed: WarningCarrier {
  let loan: Loan
  var receipt: Receipt

  mutating func carry(_ warnings: [LedgerWarning]) { receipt.carry(warnings) }
}
