import KSPCore

extension Wording {
  var plannedSavings: String { self("Simpanan berencana", "Planned savings") }
  var aMonth: String { self("Per bulan", "A month") }
  var monthsPaid: String { self("Lunas", "Paid") }
  var monthsMissed: String { self("Tertunggak", "Missed") }
  var maturesOn: String { self("Jatuh tempo", "Matures") }
  var lapsedRate: String { self("Suku setelah gugur", "Rate after lapsing") }

  /// How planned savings stand, in one line.
  func standing(_ card: PlannedSavingsCard) -> String {
    let months = card.savings.terms.months
    let paid = self(
      "lunas \(card.paid) dari \(months) bulan", "\(card.paid) of \(months) months paid")
    let missed =
      card.missed == 0
      ? ""
      : self(
        ", tertunggak \(card.missed) (\(card.owed.formatted))",
        ", \(card.missed) missed (\(card.owed.formatted))")
    return "\(self(card.state.name)), \(paid)\(missed)"
  }
}
