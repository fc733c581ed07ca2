extension TermDepositTerms {
  /// The rules that a rate of term deposits goes beyond; empty when there are none.
  public static func warnings(of rate: Rate) -> [LedgerWarning] { SavingsTerms.warnings(of: rate) }

  /// What is pointed out before a deposit is opened or rolled over: a rate above the cap, and a
  /// principal for which the tax takes more than the deposit earns beyond the limit.
  ///
  /// - Parameters:
  ///   - principal: What is placed.
  ///   - opened: The day of opening.
  ///   - tax: How the tax is worked out.
  /// - Returns: What is pointed out; empty where there is nothing.
  /// - Throws: what ``TermDepositPlan/init(_:principal:opened:tax:brokenOn:)`` throws.
  public func warnings(
    principal: Rupiah, opened: BookDate, tax: TermDepositTax = .person
  ) throws(LedgerError) -> [LedgerWarning] {
    var warnings = SavingsTerms.warnings(of: rate)
    let plan = try TermDepositPlan(self, principal: principal, opened: opened, tax: tax)
    if let cliff = try cliff(in: plan, tax: tax) { warnings.append(cliff) }
    return warnings
  }

  /// Where the tax of the first payment that is taxed leaves less than a smaller deposit would
  /// bring without tax.
  private func cliff(
    in plan: TermDepositPlan, tax: TermDepositTax
  ) throws(LedgerError) -> LedgerWarning? {
    guard case .member(let rules) = tax, let row = plan.rows.first(where: \.tax.isPositive),
      let rule = rules.filter({ $0.effectiveFrom <= row.to.month })
        .max(by: { $0.effectiveFrom < $1.effectiveFrom }),
      row.net < rule.threshold, rule.threshold.isPositive,
      // The largest principal in whole rupiah whose interest still is free of tax.
      let free = try? Rounding.downToRupiah.round(
        Int128(plan.principal.sen) * Int128(rule.threshold.sen), over: Int128(row.interest.sen)),
      free.isPositive
    else { return nil }
    return LedgerWarning(
      .depositTaxCliff, rule: "PMK 112/PMK.03/2010",
      message: Phrase(
        id: "Jasa \(row.interest.formatted) kena pajak \(row.tax.formatted): bersih "
          + "\(row.net.formatted). Berjangka sekitar \(free.formatted) bebas pajak dan memberi "
          + "\(rule.threshold.formatted).",
        en: "Interest of \(row.interest.formatted) is taxed \(row.tax.formatted), which leaves "
          + "\(row.net.formatted). A deposit of about \(free.formatted) is free of tax and brings "
          + "\(rule.threshold.formatted)."))
  }
}
