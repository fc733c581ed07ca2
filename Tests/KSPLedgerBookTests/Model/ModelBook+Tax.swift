import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Tax that is paid to the state, as the oracle adds it up itself.
extension ModelOracle {
  struct TaxPayment {
    let entry: Int
    let month: Int
    let amount: Int64
  }

  /// What a month still owes: what was withheld or claimed for it, less what was paid and stands.
  func taxLeft(_ month: Int) -> Int64 {
    taxPayments.filter { $0.month == month && !entries[$0.entry].isReversed }
      .reduce(taxOwed[month, default: 0]) { $0 - $1.amount }
  }

  /// The tax of a closed month without interest that was taken back: what was withheld for it first
  /// lowers claims, then goes back, and is a claim on the state.
  mutating func taxFollows(_ reversed: Int, on day: Int) {
    for part in parts where part.entry == reversed && part.month < openMonth {
      let (key, account) = ("\(part.month) \(part.member)", "SUK-\(part.member)")
      let slip = slips[key] ?? (0, 0)
      let own = posted["\(part.month) \(account)", default: 0]
      let gross = max(0, own + received(part.member, part.month))
      let back = slip.tax - Self.tax(gross)
      let unclaimed = min(back, claims[part.member, default: 0])
      var legs: [(account: String, amount: Int64)] = []
      if back > 0 { legs.append(("1-1340", back)) }
      if unclaimed > 0 { legs.append(("1-1330", -unclaimed)) }
      if back > unclaimed { legs.append((account, unclaimed - back)) }
      if !legs.isEmpty { post(day, legs, isReversible: false) }
      slips[key] = (gross, slip.tax - back)
      claims[part.member, default: 0] -= unclaimed
    }
  }
}

extension ModelBook {
  /// The tax of a month, all that is left or a part, sometimes too much or too early.
  mutating func payTax() throws -> String {
    let (month, day) = (pick(1...oracle.openMonth), day())
    let left = oracle.taxLeft(month)
    let asked = pick(0...1) == 0 ? nil : max(100, left / 1_000 * Int64(pick(1...12)) * 100)
    var expected: LedgerError.Code?
    if month == oracle.openMonth {
      expected = .taxMonthOpen
    } else if asked.map({ $0 > left }) ?? false {
      expected = .taxPaymentTooLarge
    } else if left == 0 {
      expected = .taxNothingOwed
    }
    let found = refusal {
      try ledger.payTax(
        asked.map { Rupiah(sen: $0) }, of: BookMonth(year: 2026, month: month),
        on: Self.date(day))
    }
    if found == nil {
      let amount = asked ?? left
      oracle.post(day, [("2-1400", amount), ("1-1000", -amount)])
      oracle.taxPayments.append(
        ModelOracle.TaxPayment(entry: oracle.entries.count - 1, month: month, amount: amount))
    }
    return Self.outcome("tax", found, [expected])
  }

  /// What every closed month has left to pay.
  func compareTax(_ place: String) throws {
    for number in 1..<oracle.openMonth {
      let month = try BookMonth(year: 2026, month: number)
      let left = try ledger.taxCheck(month).due.reduce(Int64(0)) { $0 + $1.left.sen }
      #expect(left == oracle.taxLeft(number), "\(place); tax of \(month)")
    }
  }
}
