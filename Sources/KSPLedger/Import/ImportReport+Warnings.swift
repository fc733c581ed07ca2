import KSPCore

extension ImportReport: WarningCarrier {
  mutating func carry(_ warnings: [LedgerWarning]) { self.warnings += warnings.map(\.message) }
}
