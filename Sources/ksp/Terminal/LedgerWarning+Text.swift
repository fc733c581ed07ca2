import KSPCore

/// Says what an act goes beyond, with the name of each rule.
func pointOut(_ warnings: [LedgerWarning]) {
  for warning in warnings { Terminal.message(warningText(warning)) }
}

/// What a warning says, and the rule that says so.
func warningText(_ warning: LedgerWarning) -> String {
  say(warning.message) + (warning.rule.map { " [\($0)]" } ?? "")
}

extension Rehearsal {
  /// Adds what an act goes beyond; each asks for a typed yes.
  mutating func warn(_ warnings: [LedgerWarning]) {
    for warning in warnings {
      let text = warningText(warning)
      line("PERIKSA: \(text)", "CHECK: \(text)")
      weight = .severe
    }
  }
}
