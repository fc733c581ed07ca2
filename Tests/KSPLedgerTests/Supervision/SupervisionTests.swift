import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The limits of supervision, and the calendar, as a book fills them.
@Suite struct SupervisionTests {
  private func limits(
    _ page: SupervisionLimits, _ name: SupervisionLimit.Name
  ) -> [SupervisionLimit] {
    page.limits.filter { $0.name == name }
  }

  /// Own capital is 500 million: 15 % are 75 million, 10 % are 50 million.
  @Test func borrowersAreHeldToOwnCapital() throws {
    let book = try LoanBook()
    _ = try book.lend("flat", 60_000_000)
    let on = try day("2026-01-20")
    var page = try book.ledger.supervisionLimits(asOf: on)
    #expect(page.ownCapital == 500_000_000)
    let kept = try #require(limits(page, .borrower).first)
    #expect(kept.measure == .amount(60_000_000, limit: 75_000_000) && kept.isKept)
    #expect(limits(page, .relatedBorrower).isEmpty)

    // A related party may owe less, and all their loans count.
    let profile = try book.ledger.member("0001").member.profile
    try book.ledger.updateMember(
      "0001", profile: profile, attributes: [Member.relatedAttribute: "pengurus"])
    _ = try book.lend("flat", 20_000_000, to: "0002")
    _ = try book.lend("menurun", 56_000_000, to: "0002")
    page = try book.ledger.supervisionLimits(asOf: on)
    #expect(
      limits(page, .relatedBorrower).map(\.measure) == [.amount(60_000_000, limit: 50_000_000)])
    #expect(limits(page, .borrower).map(\.measure) == [.amount(76_000_000, limit: 75_000_000)])
    #expect(
      page.limits.filter { !$0.isKept }.map(\.subject) == [
        .member("0002", name: "Anggota 0002"), .member("0001", name: "Anggota 0001"),
      ])
    #expect(!page.areKept)
    // The day before nobody owed anything.
    #expect(try limits(book.ledger.supervisionLimits(asOf: day("2026-01-14")), .borrower).isEmpty)
  }

  @Test func capitalAndRatesAreHeldToTheirLimits() throws {
    let book = try LoanBook()
    let on = try day("2026-01-20")
    _ = try book.ledger.deposit(150_000_000, member: "0001", product: "pokok", on: on)
    _ = try book.ledger.deposit(400_000, member: "0002", product: "wajib", on: on)
    try book.change("flat") { $0.plan.rate = .percent("3", per: .month) }
    let page = try book.ledger.supervisionLimits(asOf: on)
    #expect(page.ownCapital == 650_400_000)
    #expect(
      limits(page, .memberCapital).map(\.measure) == [.amount(150_000_000, limit: 130_080_000)])
    #expect(limits(page, .loanRate).map(\.subject) == [.product("flat")])
    #expect(limits(page, .savingsRate).map(\.isKept) == [true])
    #expect(limits(page, .audit).map(\.isKept) == [true])
    _ = try book.ledger.post(
      ManualEntry(
        on: on,
        legs: [
          .init(account: "1-1000", amount: 4_349_600_000),
          .init(account: "3-1300", amount: -4_349_600_000),
        ]))
    // Of five billion an accountant audits.
    #expect(try limits(book.ledger.supervisionLimits(asOf: on), .audit).map(\.isKept) == [false])
  }

  /// Neither a surplus nor a loss is own capital before the meeting makes a reserve of it, or covers
  /// it from one: the limits stay as they were through the year's end.
  @Test func theShuIsNoOwnCapital() throws {
    let reserves: Rupiah = 5_200_000
    let book = try YearBook()
    let ledger = book.ledger
    func capital() throws -> [Rupiah] {
      try [
        ledger.supervisionLimits(asOf: day("2026-01-31")).ownCapital,
        ledger.supervisionLimits(asOf: day("2026-02-10")).ownCapital, ledger.ownCapital(),
      ]
    }
    #expect(try capital() == [reserves, reserves, reserves])
    try ledger.runYearEnd(2025)
    #expect(try capital() == [reserves, reserves, reserves])
    try book.ratify()
    #expect(try capital() == [reserves, reserves, reserves])
    try book.cover(["3-2000": 3_000_000])
    #expect(try ledger.ownCapital() == 2_200_000)
  }

  /// Article 63(5): where the book knows with how much the cooperative began.
  @Test func ownCapitalIsHeldToItsBeginning() throws {
    let book = try LoanBook()
    let on = try day("2026-01-20")
    var page = try book.ledger.supervisionLimits(asOf: on)
    #expect(page.initialCapital == nil && limits(page, .ownCapital).isEmpty)
    for (initial, isKept) in [(500_000_000, true), (500_000_001, false)] as [(Rupiah, Bool)] {
      var settings = try book.ledger.settings
      settings.initialCapital = initial
      try book.ledger.updateSettings(settings)
      page = try book.ledger.supervisionLimits(asOf: on)
      let limit = try #require(limits(page, .ownCapital).first)
      #expect(limit.measure == .amount(500_000_000, limit: initial))
      #expect(limit.isKept == isKept && page.areKept == isKept)
    }
  }

  @Test func cashOfTheMonthIsLookedThrough() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    _ = try ledger.deposit(500_000_001, member: "0001", on: day("2026-01-05"))
    let january = BookPeriod(try month("2026-01"))
    #expect(try ledger.unusualCash(in: january).lines.map(\.reason) == [.aboveLimit])
    #expect(try ledger.unusualCash(in: january, above: 600_000_000).lines.isEmpty)
    #expect(try ledger.unusualCash(in: BookPeriod(month("2026-02"))).lines.isEmpty)
    // A sum that was mistyped and taken back moved no money.
    let wrong = try ledger.deposit(600_000_000, member: "0001", on: day("2026-01-12"))
    _ = try ledger.reverse(wrong.entry)
    #expect(try ledger.unusualCash(in: january).lines.map(\.reason) == [.aboveLimit])
    // Parts on both sides of a month's end belong to the month in which they go beyond.
    _ = try ledger.deposit(300_000_000, member: "0001", on: day("2026-01-30"))
    _ = try ledger.deposit(300_000_000, member: "0001", on: day("2026-02-02"))
    #expect(try ledger.unusualCash(in: january).lines.count == 1)
    #expect(
      try ledger.unusualCash(in: BookPeriod(month("2026-02"))).lines.map(\.reason) == [.inParts])
    #expect(refusal { try ledger.unusualCash(in: january, above: .zero) } == .amountNotPositive)
  }

  @Test func theCalendarSaysWhatIsLeftToPay() throws {
    let ledger = try createBook(TestFolder(), clock: clock(on: "2026-03-02"))
    try ledger.join("0001")
    _ = try ledger.deposit(200_000_000, member: "0001", on: day("2026-01-01"))
    _ = try ledger.runMonthEnd(month("2026-01"))
    let calendar = try ledger.dutyCalendar()
    let payments = calendar.entries.filter { $0.duty == .taxPayment }
    let january = try ledger.withholdingSlips(month("2026-01")).map(\.tax).sum()
    #expect(january.isPositive)
    #expect(payments.map(\.left) == [nil, january] + Array(repeating: nil, count: 10))
  }
}
