import KSPCore
import KSPTestSupport
import Testing

/// Which months of planned savings are paid, when they lapse, and what they earn: beside an oracle
/// that buries each deposit in the months it pays, one after the other.
@Suite struct PlannedSavingsTests {
  /// Months as numbers from the first one, each with what is still lacking of it.
  private struct Oracle {
    var lacking: [Int64]
    let misses: Int
    var lapsedWith: Int?
    var missedAtLapse: Int?

    init(months: Int, monthly: Int64, misses: Int) {
      lacking = Array(repeating: monthly, count: months)
      self.misses = misses
    }

    mutating func bring(_ amount: Int64) {
      var rest = amount
      for index in lacking.indices where rest > 0 {
        let part = min(rest, lacking[index])
        lacking[index] -= part
        rest -= part
      }
    }

    mutating func close(_ month: Int) {
      guard lapsedWith == nil, month < lacking.count else { return }
      let missed = lacking[0...month].count { $0 > 0 }
      if missed >= misses { (lapsedWith, missedAtLapse) = (month, missed) }
    }
  }

  @Test("Every deposit pays the oldest months, and the rate follows from what is lacking")
  func followsAnOracle() throws {
    var random = SplitMix64(seed: 724)
    var seen: [String: Int] = [:]
    for _ in 0..<2_000 {
      func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
      let months = pick(1...14)
      let misses = pick(1...min(3, months))
      let monthly = Int64(pick(1...4)) * 100
      let first = try BookMonth(parsing: "2025-11")
      var oracle = Oracle(months: months, monthly: monthly, misses: misses)
      var deposits: [PlannedSavings.Deposit] = []
      var (brought, month) = (Int64(0), first)
      let begun = pick(1...months)
      for index in 0..<begun {
        let wanted = Int64([0, 0, 1, 1, 1, 2, 3][pick(0...6)]) * monthly
        let amount = min(wanted, Int64(months) * monthly - brought)
        if amount > 0 {
          let day = try month.firstDay.adding(days: pick(0...27))
          deposits.append(PlannedSavings.Deposit(day, Rupiah(sen: amount)))
          brought += amount
          oracle.bring(amount)
        }
        oracle.close(index)
        month = try month.next()
      }
      let last = try month.previous()
      let savings = PlannedSavings(
        account: AccountCode("BRC-0001"), member: "0001", memberName: "Siti",
        terms: PlannedSavingsTerms(
          of: "berencana", from: first, months: months, rate: .percent("6", per: .year),
          lapsedRate: .percent("2", per: .year), misses: misses),
        firstMonth: first, monthly: Rupiah(sen: monthly), deposits: deposits)
      let card = try PlannedSavingsCard(
        savings, on: last.lastDay, closedThrough: last, balance: .zero)
      // Nothing is asked for after the lapse, and what is brought then pays no month.
      let lacking = oracle.missedAtLapse ?? oracle.lacking[..<begun].count { $0 > 0 }
      #expect(card.missed == lacking)
      #expect(card.lines.count == oracle.lapsedWith.map { $0 + 1 } ?? begun)
      #expect(card.paid == oracle.lacking.count { $0 == 0 })
      let owed = oracle.lapsedWith == nil ? oracle.lacking[..<begun].reduce(0, +) : 0
      #expect(card.owed.sen == owed)
      let lapsed = card.lapsedWith.map { Int($0.ordinal - first.ordinal) }
      #expect(lapsed == oracle.lapsedWith)
      let next = try savings.rate(in: last.next())
      let isOver = begun == months
      #expect(
        next
          == (isOver
            ? nil : oracle.lapsedWith == nil ? savings.terms.rate : savings.terms.lapsedRate))
      #expect(card.isLocked == (oracle.lapsedWith == nil))
      seen["\(card.state) \(lapsed == nil) \(isOver)", default: 0] += 1
    }
    #expect(seen.count == 4 && seen.values.allSatisfy { $0 > 20 }, "\(seen)")
  }

  @Test("Who gives up earns the lower rate from that month on, and the product's after the term")
  func ratesAfterGivingUp() throws {
    let first = try BookMonth(parsing: "2026-01")
    let savings = try PlannedSavings(
      account: AccountCode("BRC-0001"), member: "0001", memberName: "Siti",
      terms: PlannedSavingsTerms(
        of: "berencana", from: first, months: 4, rate: .percent("6", per: .year),
        lapsedRate: .percent("2", per: .year)),
      firstMonth: first, monthly: 100,
      ending: PlannedSavings.Ending(day: BookDate(parsing: "2026-02-10"), reason: "x", entry: nil),
      deposits: [PlannedSavings.Deposit(BookDate(parsing: "2026-01-05"), 100)])
    let rates = try ["2025-12", "2026-01", "2026-02", "2026-04", "2026-05"].map {
      try savings.rate(in: BookMonth(parsing: $0))?.description
    }
    #expect(rates == [nil, "6%/year", "2%/year", "2%/year", nil])
    #expect(try savings.maturity() == BookDate(parsing: "2026-05-01"))
    // What is behind when it is given up does not lapse any more.
    #expect(try savings.lapse(through: BookMonth(parsing: "2026-04")) == nil)
  }

  @Test func termsThatContradictThemselves() throws {
    let month = try BookMonth(parsing: "2026-01")
    for (months, rate, lapsed, misses) in [
      (0, "6%/year", "2%/year", 1), (601, "6%/year", "2%/year", 1), (12, "6%/year", "2%/year", 0),
      (2, "6%/year", "2%/year", 3), (12, "2%/year", "0.2%/month", 3),
    ] {
      let terms = try PlannedSavingsTerms(
        of: "berencana", from: month, months: months, rate: Rate(parsing: rate),
        lapsedRate: Rate(parsing: lapsed), misses: misses)
      #expect(refusal { try terms.validate() } == .plannedUnfit)
    }
  }
}
