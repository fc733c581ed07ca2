extension InstallmentPlan {
  /// What rounding does to a loan that nobody would expect of it; empty when there is nothing.
  ///
  /// It leaves installments without principal, or raises the effective rate by more than a tenth.
  ///
  /// - Throws: As ``init(_:principal:disbursedOn:firstDue:)``, and `amount.overflow`.
  public func roundingWarnings() throws(LedgerError) -> [LedgerWarning] {
    let rule = "AccountingPolicy"
    func local(_ text: String) -> String { String(text.map { $0 == "." ? "," : $0 }) }
    var warnings: [LedgerWarning] = []
    guard let rate = try EffectiveRate(self), let text = rate.yearlyPercentText else { return [] }
    var step = terms.installmentRounding.step.formatted
    // What lifts an installment to a step is rounding for the borrower, whatever it is called.
    var isLifted = false
    if case .roundingUp(let lifted) = terms.administration {
      (step, isLifted) = (lifted.formatted, true)
    }
    let bare =
      terms.method == .bullet
      ? [] : installments.dropFirst(terms.principalGrace).filter(\.principal.isZero)
    if !bare.isEmpty {
      warnings.append(
        LedgerWarning(
          .roundingWithoutPrincipal, rule: rule,
          message: Phrase(
            id: "Pembulatan ke \(step) membuat \(bare.count) angsuran tanpa pokok; tingkat efektif "
              + "setahun \(local(text))%.",
            en: "Rounding to \(step) leaves \(bare.count) installments without principal; the "
              + "effective yearly rate is \(text)%.")))
    }
    var exact = terms
    (exact.interestRounding, exact.installmentRounding) = (.sen, .sen)
    if isLifted { exact.administration = .nothing }
    let plain = try InstallmentPlan(
      exact, principal: principal, disbursedOn: disbursedOn, firstDue: firstDue)
    guard let unrounded = try EffectiveRate(plain), let before = unrounded.yearlyPercentText else {
      return warnings
    }
    let isRaised =
      Int128(rate.trillionthsPerUnit) * 10 > Int128(unrounded.trillionthsPerUnit) * 11
    if isRaised {
      warnings.append(
        LedgerWarning(
          .roundingRaisesRate, rule: rule,
          message: Phrase(
            id:
              "Pembulatan ke \(step) menaikkan tingkat efektif setahun dari \(local(before))% menjadi "
              + "\(local(text))%.",
            en: "Rounding to \(step) raises the effective yearly rate from \(before)% to \(text)%.")
        ))
    }
    return warnings
  }
}
