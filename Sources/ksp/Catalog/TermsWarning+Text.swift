import KSPCore

/// Says which rules a loan goes beyond, with the name of each.
func announce(_ warnings: [TermsWarning]) {
  for warning in warnings { Terminal.message(warningText(warning)) }
}

/// What a warning says, and the rule that says so.
func warningText(_ warning: TermsWarning) -> String { "\(say(warning.message)) [\(warning.rule)]" }

extension Rehearsal {
  /// Adds the rules that a loan goes beyond; each asks for a typed yes.
  mutating func warn(_ warnings: [TermsWarning]) {
    for warning in warnings {
      let text = warningText(warning)
      line("PERIKSA: \(text)", "CHECK: \(text)")
      weight = .severe
    }
  }
}
