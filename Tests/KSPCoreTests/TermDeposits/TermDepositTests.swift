import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// What a term deposit pays.
@Suite struct TermDepositTests {
  private static let person = TermDepositTax.person

  private func plan(
    _ principal: Rupiah, _ rate: String, _ opened: String, _ tenor: Int,
    _ dayCount: TermDayCount = .actual365, _ payout: TermPayout = .savings,
    _ rounding: Rounding = .rupiah, tax: TermDepositTax = .person, broken: String? = nil,
    penalty: String = "forfeit"
  ) throws -> TermDepositPlan {
    let terms = try TermDepositTerms(
      rate: Rate(parsing: rate), tenor: tenor, dayCount: dayCount, payout: payout,
      rounding: rounding, penalty: BreakPenalty(parsing: penalty))
    return try TermDepositPlan(
      terms, principal: principal, opened: day(opened), tax: tax,
      brokenOn: broken.map { try day($0) })
  }

  @Test func everyVectorHasATest() throws {
    #expect(
      Set(try Vector.all(in: "term-deposits").map(\.id)) == [
        "td-aro-capitalised-50m-12pct", "td-certificate-discount-21m", "td-18m-16pct",
        "td-9m-16pct-bad", "td-break-pct-of-principal", "td-ksp-tax-cliff-inversion",
        "td-february-catch-up",
      ])
  }

  @Test("td-aro-capitalised-50m-12pct: interest that is added earns from then on")
  func capitalised() throws {
    let plan = try plan(
      50_000_000, "12%/year", "2020-05-05", 12, .actual365, .capitalise,
      tax: .rate(.percent("20")))
    let vector = try Vector.named("td-aro-capitalised-50m-12pct", in: "term-deposits")
    let rows = try #require(vector.expected["rows"] as? [[String: Any]])
    for (row, expected) in zip(plan.rows, rows) {
      #expect(row.to.description == expected["date"] as? String)
      #expect(row.days == expected["days"] as? Int)
      #expect(try row.interest == Vector.amount(expected["interest"], ""))
      #expect(try row.tax == Vector.amount(expected["tax"], ""))
      #expect(try row.net == Vector.amount(expected["net"], ""))
      #expect(try row.principal == Vector.amount(expected["principal"], ""))
    }
    // The page rounds once from unrounded figures, and its row does not foot.
    #expect(plan.rows[1].net != 397_737)
    #expect(plan.rows[1].principal != 50_805_408)
  }

  @Test("td-certificate-discount-21m: interest in advance lowers what is handed over")
  func inAdvance() throws {
    let plan = try plan(
      21_000_000, "12%/year", "2020-04-01", 10, .twelfth, .advance, tax: .rate(.percent("15")))
    let vector = try Vector.named("td-certificate-discount-21m", in: "term-deposits")
    #expect(try plan.interest == vector.expected("interest"))
    #expect(try plan.tax == vector.expected("tax"))
    #expect(try plan.paid == vector.expected("cashPaidByDepositor"))
    #expect(plan.received == 21_000_000)
    #expect(plan.rows.count == 1)
  }

  @Test("td-18m-16pct: a twelfth and 31 days of a year")
  func monthAndDays() throws {
    let cut = try Rounding(.down, to: Rupiah(sen: 1))
    let vector = try Vector.named("td-18m-16pct", in: "term-deposits")
    for (name, dayCount) in [("monthly", TermDayCount.twelfth), ("daily", .actual365)] {
      let row = try plan(
        18_000_000, "16%/year", "2020-03-05", 1, dayCount, .savings, cut,
        tax: .rate(.percent("15"))
      ).rows[0]
      let expected = try #require(vector.expected[name] as? [String: Any])
      #expect(row.days == 31)
      for (key, amount) in [("interest", row.interest), ("tax", row.tax), ("net", row.net)] {
        let text = "\(try #require(expected[key]))"
        #expect(try amount == Rupiah(parsing: text), "\(name) \(key)")
      }
    }
  }

  @Test("td-9m-16pct-bad: the printed figures stay wrong by a factor of ten")
  func wrongByTen() throws {
    let row = try plan(
      9_000_000, "16%/year", "2020-03-05", 1, .actual365, .savings, .sen,
      tax: .rate(.percent("15"))
    ).rows[0]
    let vector = try Vector.named("td-9m-16pct-bad", in: "term-deposits")
    #expect(!vector.recomputed)
    let correct = try #require(vector.expected["correct"] as? [String: String])
    let printed = try #require(vector.expected["printed"] as? [String: String])
    for (key, amount) in [("interest", row.interest), ("tax", row.tax), ("net", row.net)] {
      #expect(try amount == Rupiah(parsing: try #require(correct[key])))
      #expect(try amount != Rupiah(parsing: try #require(printed[key])))
    }
  }

  @Test("td-break-pct-of-principal: half a percent of what was placed")
  func shareOfPrincipal() throws {
    let vector = try Vector.named("td-break-pct-of-principal", in: "term-deposits")
    let penalties = try [10_000_000, 50_000_000].map { (amount: Rupiah) in
      try plan(
        amount, "6%/year", "2025-01-10", 6, broken: "2025-03-01", penalty: "0.5%:principal"
      ).penalty
    }
    #expect(try penalties == vector.amounts("penalties"))
  }

  @Test("td-ksp-tax-cliff-inversion: 100,000 more brings 23,325 less, and a warning says so")
  func cliff() throws {
    let vector = try Vector.named("td-ksp-tax-cliff-inversion", in: "term-deposits")
    let rows = try #require(vector.expected["rows"] as? [[String: Any]])
    for expected in rows {
      let principal = try Vector.amount(expected["principal"], "")
      let plan = try plan(principal, "9%/year", "2026-01-05", 1, .twelfth)
      #expect(try plan.interest == Vector.amount(expected["interest"], ""))
      #expect(try plan.tax == Vector.amount(expected["tax"], ""))
      #expect(try plan.net == Vector.amount(expected["net"], ""))
      let warnings = try plan.terms.warnings(principal: principal, opened: plan.opened)
      #expect(warnings.map(\.code) == (plan.tax.isZero ? [] : [.depositTaxCliff]))
      #expect(warnings.allSatisfy { $0.message.english.contains("Rp32.000.000") })
    }
    let large = try plan(100_000_000, "9%/year", "2026-01-05", 1, .twelfth)
    #expect(try large.terms.warnings(principal: 100_000_000, opened: large.opened).isEmpty)
    let dear = try TermDepositTerms(rate: Rate(parsing: "0.8%/month"), tenor: 1)
    let warned = try dear.warnings(principal: 1_000_000, opened: large.opened)
    #expect(warned.map(\.code) == [.rateAboveCap])
  }

  @Test("td-february-catch-up: value dates at the ends of months, interest down to the rupiah")
  func february() throws {
    let plan = try plan(
      30_000_000, "9%/year", "2026-01-30", 3, .actual365, .cash, .downToRupiah)
    let vector = try Vector.named("td-february-catch-up", in: "term-deposits")
    let rows = try #require(vector.expected["rows"] as? [[String: Any]])
    #expect(plan.rows.count == rows.count)
    for (row, expected) in zip(plan.rows, rows) {
      #expect(row.from.description == expected["from"] as? String)
      #expect(row.to.description == expected["to"] as? String)
      #expect(row.days == expected["days"] as? Int)
      #expect(try row.interest == Vector.amount(expected["interest"], ""))
      #expect(row.tax == 0)
    }
  }

  @Test func runningInterestIsPaidOrForfeitedByTheRule() throws {
    func broken(_ penalty: String, _ payout: TermPayout = .savings) throws -> TermDepositPlan {
      try plan(
        42_000_000, "16%/year", "2019-08-05", 3, .actual365, payout, tax: .rate(.percent("15")),
        broken: "2019-10-20", penalty: penalty)
    }
    let forfeit = try broken("forfeit")
    #expect(forfeit.rows.map(\.days) == [31, 30])
    #expect(forfeit.paid == 42_000_000)
    let share = try broken("0.5%:principal")
    #expect(share.rows.map(\.days) == [31, 30, 15])
    #expect(share.rows[2].interest == 276_164)
    #expect(share.penalty == 210_000)
    #expect(share.paid == 42_024_739)
    let ofInterest = try broken("25%:interest-paid")
    #expect(ofInterest.rows.count == 2)
    #expect(ofInterest.penalty == 280_767)
    #expect(try broken("fixed:50000").paid == 42_184_739)
    let added = try broken("10%:balance", .capitalise)
    let last = try #require(added.rows.last)
    #expect(try added.penalty == Share.percent("10").of(last.principal, rounded: .rupiah))
    #expect(try added.paid == last.principal - added.penalty)
    #expect(try broken("forfeit", .maturity).rows.isEmpty)
    let whole = try broken("fixed:0", .maturity)
    #expect(whole.rows.map(\.days) == [76])
    // What was paid in advance and not earned is kept back, and what was handed over stays known.
    let advance = try broken("fixed:0", .advance)
    #expect(advance.rows.map(\.days) == [92])
    #expect(try advance.takenBack == advance.interest - whole.interest)
    #expect(try advance.received == 42_000_000 - advance.takenBack)
    #expect(try advance.paid == 42_000_000 - advance.net)
    #expect(try broken("forfeit", .advance).takenBack == advance.interest)
  }

  @Test func twoPaymentsOfOneMonthAreTaxedTogether() throws {
    let plan = try plan(
      36_000_000, "8%/year", "2026-01-02", 6, .twelfth, broken: "2026-03-22",
      penalty: "fixed:0")
    #expect(plan.rows.map(\.interest) == [240_000, 240_000, 154_839])
    #expect(plan.rows.map(\.tax) == [0, 0, 39_483])
    #expect(plan.rows[2].net == 115_356)
  }

  @Test func whatCannotBeIsRefused() throws {
    let terms = try TermDepositTerms(rate: .percent("6", per: .year), tenor: 3)
    let opened = try day("2026-01-31")
    #expect(refusal { try TermDepositTerms(rate: terms.rate, tenor: 0) } == .depositTenorRefused)
    #expect(refusal { try TermDepositTerms(rate: terms.rate, tenor: 601) } == .depositTenorRefused)
    for end in ["2026-01-30", "2026-04-30", "2027-01-01"] {
      #expect(
        refusal {
          try TermDepositPlan(terms, principal: 1, opened: opened, brokenOn: day(end))
        } == .depositBreakOutside)
    }
    #expect(
      refusal { try TermDepositPlan(terms, principal: 0, opened: opened) } == .amountNotPositive)
    var dear = terms
    dear.penalty = .fixed(2_000)
    #expect(
      refusal {
        try TermDepositPlan(dear, principal: 1_000, opened: opened, brokenOn: opened)
      } == .depositPenaltyTooLarge)
    for text in ["", "5%", "101%:pokok", "5%:modal", "fixed:-1", "5:pokok"] {
      #expect(refusal { try BreakPenalty(parsing: text) } != nil, "\(text)")
    }
    for text in ["0.5%:principal", "25%:interest-paid", "10%:balance", "fixed:50000", "forfeit"] {
      #expect(try BreakPenalty(parsing: text).description == text)
    }
    #expect(try BreakPenalty(parsing: "0,5%:pokok") == .share(.percent("0.5"), of: .principal))
    #expect(try BreakPenalty(parsing: "hangus") == .forfeit)
  }

  /// 2,000 deposits of every kind against an account of them that counts days one by one.
  @Test func randomDepositsAreThoseOfTheOracle() throws {
    var random = SplitMix64(seed: 2_026)
    var kinds: Set<String> = []
    for _ in 0..<2_000 {
      let oracle = Self.oracle(&random)
      let terms = try TermDepositTerms(
        rate: Rate(billionths: Int64(oracle.rate), per: .year), tenor: oracle.tenor,
        dayCount: oracle.base, payout: oracle.payout,
        rounding: Rounding(oracle.mode, to: Rupiah(sen: Int64(oracle.step))),
        penalty: oracle.penalty)
      let opened = try BookDate(
        year: oracle.opened.year, month: oracle.opened.month, day: oracle.opened.day)
      let tax: TermDepositTax =
        try oracle.taxRate.map { .rate(try Share(parsing: "\($0 / 10_000_000)%")) } ?? .person
      let plan = try TermDepositPlan(
        terms, principal: Rupiah(sen: Int64(oracle.principal)), opened: opened, tax: tax,
        brokenOn: oracle.broken.map { try opened.adding(days: $0) })
      let found = TermDepositOracle.Answer(
        rows: plan.rows.map { row in
          [
            opened.days(until: row.from), opened.days(until: row.to), Int(row.interest.sen),
            Int(row.tax.sen), Int(row.principal.sen),
          ]
        }, interest: Int(plan.interest.sen), tax: Int(plan.tax.sen),
        penalty: Int(plan.penalty.sen), paid: Int(plan.paid.sen),
        received: Int(plan.received.sen))
      #expect(found == oracle.answer(), "\(oracle)")
      #expect(plan.rows.allSatisfy { (try? $0.interest - $0.tax) == $0.net })
      kinds.insert("\(oracle.payout) \(oracle.base) \(oracle.broken == nil)")
    }
    #expect(kinds.count == 30)
  }

  private static func oracle(_ random: inout SplitMix64) -> TermDepositOracle {
    func pick<Element>(_ elements: [Element]) -> Element {
      elements[Int.random(in: 0..<elements.count, using: &random)]
    }
    let year = Int.random(in: 2011...2040, using: &random)
    let month = pick([1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12])
    let last = TermDepositOracle.length(year, month)
    var oracle = TermDepositOracle(
      principal: Int.random(in: 1_000_000...9_000_000_000, using: &random) * 100
        + pick([0, 0, 37]),
      rate: Int.random(in: 1...1_600, using: &random) * 100_000,
      opened: (year, month, pick([last, last - 1, Int.random(in: 1...last, using: &random)])),
      tenor: pick([1, 2, 3, 6, 12, 24]), base: pick(TermDayCount.allCases),
      payout: pick(TermPayout.allCases), mode: pick(Rounding.Mode.allCases),
      step: pick([1, 100, 100, 5_000, 100_000]),
      taxRate: pick([nil, nil, 100_000_000, 150_000_000, 200_000_000]), broken: nil,
      penalty: pick([
        .forfeit, .fixed(50_000), .share(.percent("0.5"), of: .principal),
        .share(.percent("25"), of: .interestPaid), .share(.percent("10"), of: .balance),
      ]))
    if Bool.random(using: &random) {
      oracle.broken = Int.random(in: 0..<oracle.offset(oracle.tenor), using: &random)
    }
    return oracle
  }
}
