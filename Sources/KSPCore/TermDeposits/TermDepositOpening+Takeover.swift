extension TermDepositOpening {
  /// What the terms say that an earlier book had paid of a deposit by a day, and what was earned by
  /// then and not paid, or paid and not earned.
  private struct Expected {
    /// Gross, on value dates that have passed.
    var paid: Rupiah
    /// Whether it is just that; where interest was added less had earned before.
    var isExact = true
    /// How many payments that were, each rounded.
    var payments: Int
    var accrued: Rupiah

    /// Works out what the terms say; `number` is the last value date that has passed.
    ///
    /// - Throws: `amount.overflow`, `month.unreadable`.
    init(
      _ terms: TermDepositTerms, _ principal: Rupiah, opened: BookDate, through day: BookDate,
      number: Int
    ) throws(LedgerError) {
      accrued = try terms.accrued(on: principal, opened: opened, through: day)
      if accrued.isNegative { accrued = try accrued.negated() }
      payments = 1
      switch terms.payout {
      case .advance:
        paid = try terms.interest(
          on: principal, opened: opened, from: 0, to: terms.maturity(of: opened))
      case .maturity:
        paid =
          number < terms.tenor
          ? .zero
          : try terms.interest(
            on: principal, opened: opened, from: 0, to: terms.maturity(of: opened))
      case .savings, .cash, .capitalise:
        var sum = Rupiah.zero
        for value in 0..<number {
          try sum += terms.interest(
            on: principal, opened: opened, from: value,
            to: terms.valueDate(value + 1, of: opened))
        }
        payments = max(1, number)
        paid = sum
        isExact = terms.payout != .capitalise
      }
    }
  }

  /// Refuses interest of a takeover that the terms cannot have brought, and points out what differs
  /// from what they say.
  ///
  /// Cooperatives count days in their own ways, so a tenth more, or a step of the rounding for each
  /// payment, is possible; zero says nothing of what was paid.
  ///
  /// - Parameters:
  ///   - takeover: What the earlier book left.
  ///   - terms: What was agreed.
  ///   - number: The last value date that has passed.
  ///   - isAccrued: Whether the product sets interest aside.
  /// - Returns: What should be looked at.
  /// - Throws: `deposit.takeoverUnfit`, `amount.overflow`, `month.unreadable`.
  package func warnings(
    of takeover: Takeover, under terms: TermDepositTerms, lastValueDate number: Int,
    isAccrued: Bool
  ) throws(LedgerError) -> [LedgerWarning] {
    let expected = try Expected(
      terms, principal, opened: opened, through: takeover.asOf, number: number)
    func most(_ amount: Rupiah, _ payments: Int) throws(LedgerError) -> Rupiah {
      guard amount.isPositive else { return .zero }
      let steps = Int128(terms.rounding.step.sen) * Int128(payments)
      return try Rupiah(wideSen: Int128(amount.sen) * 11 / 10 + steps)
    }
    var warnings: [LedgerWarning] = []
    let paid = Phrase(id: "jasa yang sudah dibayar", en: "interest that was paid")
    guard takeover.interestPaid <= (try most(expected.paid, expected.payments)) else {
      throw .depositTakeoverUnfit(
        paid, takeover.interestPaid, expected: expected.paid, by: takeover.asOf)
    }
    if expected.isExact, !takeover.interestPaid.isZero, takeover.interestPaid != expected.paid {
      warnings.append(differs(paid, takeover.interestPaid, expected: expected.paid))
    }
    let isAhead = terms.payout == .advance
    let held =
      isAhead
      ? Phrase(id: "jasa di muka yang belum dihasilkan", en: "interest in advance not earned yet")
      : Phrase(id: "akrual jasa", en: "accrued interest")
    guard takeover.accrued <= (try most(expected.accrued, 1)) else {
      throw .depositTakeoverUnfit(
        held, takeover.accrued, expected: expected.accrued, by: takeover.asOf)
    }
    let right = isAccrued || isAhead ? expected.accrued : .zero
    if takeover.accrued != right {
      warnings.append(differs(held, takeover.accrued, expected: right))
    }
    return warnings
  }

  private func differs(
    _ what: Phrase, _ said: Rupiah, expected: Rupiah
  ) -> LedgerWarning {
    let name = certificate ?? "\(member) \(opened)"
    return LedgerWarning(
      .depositTakeoverDiffers,
      message: Phrase(
        id: "Berjangka \(name): \(what.indonesian) \(said.formatted), menurut syaratnya "
          + "\(expected.formatted).",
        en: "Deposit \(name): \(what.english) \(said.formatted); its terms say "
          + "\(expected.formatted)."))
  }
}
