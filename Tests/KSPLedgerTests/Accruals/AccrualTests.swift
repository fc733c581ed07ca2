import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Interest that month ends set aside, and interest that was paid in advance.
@Suite struct AccrualTests {
  private static let payable: AccountCode = "2-1300"
  private static let prepaid: AccountCode = "1-1420"
  private static let expense: AccountCode = "5-1000"
  private static let first: AccountCode = "BJK-0001"

  static func offer(
    from date: String = "2026-01-01", rate: String = "9%/year", penalty: String = "hangus",
    dayCount: TermDayCount = .actual365, isAccrued: Bool = true
  ) throws -> TermDepositOffer {
    TermDepositOffer(
      product: "berjangka", effectiveFrom: try day(date),
      tiers: try [1, 3, 10].map { .init(tenor: $0, rate: try Rate(parsing: rate)) },
      dayCount: dayCount, rounding: .downToRupiah, penalty: try BreakPenalty(parsing: penalty),
      isAccrued: isAccrued)
  }

  static func book(_ offer: TermDepositOffer, _ folder: TestFolder? = nil) throws -> Ledger {
    let ledger = try makeBook(folder ?? TestFolder())
    try ledger.join("0001")
    _ = try ledger.addMember(
      NewMember(
        number: "0002",
        profile: MemberProfile(
          name: "CV Sejahtera", kind: .organization, npwp: "01.234.567.8-901.234"),
        joinedOn: day("2026-01-01")))
    try ledger.addTermProduct(
      SavingsProduct(
        code: "berjangka", name: Phrase(id: "Simpanan berjangka", en: "Term deposits"),
        kind: .berjangka, accountPrefix: "BJK", controlAccount: AccountCode("2-1100"),
        interestExpenseAccount: expense), offer: offer)
    return ledger
  }

  static func open(
    _ ledger: Ledger, _ principal: Rupiah, _ date: String, _ tenor: Int = 3,
    payout: TermPayout = .cash, rollOver: TermRollOver? = nil, member: MemberNumber = "0001",
    reference: String? = nil
  ) throws -> Receipt {
    try ledger.openTermDeposit(
      TermDepositOpening(
        member: member, product: "berjangka", principal: principal, tenor: tenor,
        opened: day(date), payout: payout, rollOver: rollOver), reference: reference)
  }

  private static func balance(_ code: AccountCode, _ ledger: Ledger) throws -> Rupiah {
    try ledger.account(code).balance
  }

  /// The interest of days, rounded down: the slow way.
  private static func earned(_ principal: Int, _ days: Int, percent: Int = 9) -> Rupiah {
    Rupiah(sen: Int64(principal * percent * days / 36_500 * 100))
  }

  @Test func whatIsEarnedIsSetAsideAndUsedByThePaymentOnce() throws {
    let ledger = try Self.book(Self.offer())
    _ = try Self.open(ledger, 30_000_000, "2026-01-05")
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let expected = try ledger.accruals(of: month("2026-01"))
    #expect(!expected.isClosed && expected.payable == Self.earned(30_000_000, 27))
    let january = try ledger.runMonthEnd(month("2026-01"))
    // 5 to 31 January, the last day with it.
    let set = Self.earned(30_000_000, 27)
    let lines = try #require(january.sections.first { $0.code == "accruals" }?.lines)
    #expect(lines.map(\.amount) == [set] && lines.map(\.count) == [1])
    #expect(preview.sections.first { $0.code == "accruals" }?.lines.map(\.amount) == [set])
    #expect(try ledger.monthEnd(month("2026-01"))?.sections == january.sections)
    #expect(try Self.balance(Self.payable, ledger) == set)
    #expect(try Self.balance(Self.expense, ledger) == set)
    let list = try ledger.accruals(of: month("2026-01"))
    #expect(list.isClosed && list.lines.map(\.accrued) == [set] && list.change == set)
    #expect(list.controls.map(\.ledger) == [set] && list.controls.map(\.difference) == [0])

    let paid = try #require(try ledger.payTermInterest(through: day("2026-02-05")).first)
    #expect(paid.amount == Self.earned(30_000_000, 31))
    #expect(try Self.balance(Self.payable, ledger) == .zero)
    #expect(try Self.balance(Self.expense, ledger) == paid.amount)
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try Self.balance(Self.payable, ledger) == Self.earned(30_000_000, 24))
    _ = try ledger.runMonthEnd(month("2026-03"))
    _ = try ledger.endTermDeposit(Self.first, on: day("2026-04-05"))
    #expect(try Self.balance(Self.payable, ledger) == .zero)
    // In the end the expense is what was paid, whatever was set aside on the way.
    #expect(
      try Self.balance(Self.expense, ledger)
        == [31, 28, 31].map { Self.earned(30_000_000, $0) }.sum())
    #expect(try ledger.verify().isOK)
  }

  @Test func whatIsForfeitedIsTakenBack() throws {
    let ledger = try Self.book(Self.offer())
    _ = try Self.open(ledger, 30_000_000, "2026-01-05", payout: .maturity)
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try Self.balance(Self.payable, ledger) == Self.earned(30_000_000, 55))
    let broken = try ledger.endTermDeposit(Self.first, on: day("2026-03-03"))
    #expect(broken.amount == 30_000_000)
    #expect(try Self.balance(Self.payable, ledger) == .zero)
    #expect(try Self.balance(Self.expense, ledger) == .zero)
    let march = try ledger.runMonthEnd(month("2026-03"))
    #expect(march.sections.first { $0.code == "accruals" } == nil)
    #expect(try ledger.verify().isOK)
  }

  /// A payment of the next month that is entered before the month before it is closed.
  @Test func whatWasPaidBeforeTheMonthWasClosedIsNotSetAsideTwice() throws {
    let ledger = try Self.book(Self.offer())
    _ = try Self.open(ledger, 30_000_000, "2026-01-05", 1)
    let paid = try ledger.endTermDeposit(Self.first, on: day("2026-02-05"))
    #expect(paid.amount == 30_000_000)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let list = try ledger.accruals(of: month("2026-01"))
    #expect(list.payable == Self.earned(30_000_000, 27))
    #expect(list.controls.map(\.difference) == [0])
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try Self.balance(Self.payable, ledger) == .zero)
    #expect(try Self.balance(Self.expense, ledger) == Self.earned(30_000_000, 31))
    #expect(try ledger.accruals(of: month("2026-02")).lines.map(\.accrued) == [0])
    #expect(try ledger.verify().isOK)
  }

  @Test func aProductThatNoLongerSetsAsideTakesBackWhatItHad() throws {
    let ledger = try Self.book(Self.offer())
    _ = try Self.open(ledger, 30_000_000, "2026-01-05", payout: .maturity)
    _ = try ledger.runMonthEnd(month("2026-01"))
    try ledger.setTermOffer(Self.offer(from: "2026-02-01", isAccrued: false))
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try Self.balance(Self.payable, ledger) == .zero)
    #expect(try ledger.accruals(of: month("2026-01")).payable == Self.earned(30_000_000, 27))
    #expect(try ledger.verify().isOK)
  }

  @Test func addedInterestEarnsToo() throws {
    let ledger = try Self.book(Self.offer())
    _ = try Self.open(ledger, 10_000_000, "2026-01-31", payout: .capitalise, rollOver: .principal)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(try Self.balance(Self.payable, ledger) == Self.earned(10_000_000, 1))
    // The value date is the last day of February, which earns on what was added.
    _ = try ledger.runMonthEnd(month("2026-02"))
    let balance = 10_000_000 + Int(Self.earned(10_000_000, 28).sen / 100)
    #expect(try Self.balance(Self.payable, ledger) == Self.earned(balance, 1))
    #expect(try ledger.verify().isOK)
  }

  @Test("td-certificate-discount-21m: interest in advance is spread over the tenor")
  func interestInAdvance() throws {
    let ledger = try Self.book(Self.offer(rate: "12%/year", dayCount: .twelfth))
    let cash = try Self.balance("1-1000", ledger)
    let opened = try Self.open(
      ledger, 21_000_000, "2026-01-01", 10, payout: .advance, member: "0002", reference: "B-1")
    #expect(opened.amount == 19_215_000 && opened.balance == 21_000_000)
    #expect(opened.deductions.map(\.amount) == [1_785_000])
    #expect(try Self.balance("1-1000", ledger) - cash == 19_215_000)
    #expect(try Self.balance("2-1410", ledger) == 315_000)
    #expect(try Self.balance(Self.prepaid, ledger) == 2_100_000)
    let again = try Self.open(
      ledger, 21_000_000, "2026-01-01", 10, payout: .advance, member: "0002", reference: "B-1")
    #expect(again.isReplay && again.entry == opened.entry && again.amount == opened.amount)
    for number in 1...9 {
      let name = "2026-0\(number)"
      _ = try ledger.runMonthEnd(month(name))
      #expect(
        try Self.balance(Self.prepaid, ledger) == Rupiah(rupiah: Int64(210_000 * (10 - number))))
      #expect(try ledger.accruals(of: month(name)).controls.map(\.difference) == [0])
      if number == 1 {
        let slip = try #require(try ledger.withholdingSlips(month(name)).first)
        #expect(slip.gross == 2_100_000 && slip.tax == 315_000)
      }
    }
    let ended = try ledger.endTermDeposit("BJK-0002", on: day("2026-11-01"))
    #expect(ended.amount == 21_000_000)
    #expect(try Self.balance(Self.prepaid, ledger) == .zero)
    #expect(try Self.balance(Self.expense, ledger) == 2_100_000)
    #expect(try ledger.verify().isOK)
  }

  @Test(arguments: ["hangus", "0.5%:principal", "fixed:50000"])
  func whatWasNotEarnedIsTakenBackWhenItIsBroken(_ penalty: String) throws {
    for date in ["2026-01-05", "2026-02-20", "2026-03-05"] {
      let ledger = try Self.book(Self.offer(penalty: penalty))
      _ = try Self.open(ledger, 30_000_000, "2026-01-05", payout: .advance)
      let deposit = try ledger.termDeposit(Self.first)
      let plan = try TermDepositPlan(
        deposit.terms, principal: 30_000_000, opened: day("2026-01-05"), brokenOn: day(date))
      #expect(deposit.interest == plan.interest && deposit.tax == plan.tax)
      let end = try day(date)
      for name in ["2026-01", "2026-02"] where try month(name).lastDay < end {
        _ = try ledger.runMonthEnd(month(name))
      }
      let broken = try ledger.endTermDeposit(Self.first, on: end)
      #expect(broken.amount == plan.received)
      #expect(try Self.balance(Self.prepaid, ledger) == .zero)
      #expect(try Self.balance(Self.expense, ledger) == plan.interest - plan.takenBack)
      _ = try ledger.runMonthEnd(end.month)
      #expect(try ledger.verify().isOK, "\(penalty) \(date)")
    }
  }

  @Test func interestInAdvanceIsPaidAgainAtTheRollOver() throws {
    let ledger = try Self.book(Self.offer())
    _ = try Self.open(ledger, 30_000_000, "2026-01-05", 1, payout: .advance, rollOver: .principal)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let paid = try ledger.payTermInterest(through: day("2026-02-05"))
    #expect(paid.map(\.amount) == [Self.earned(30_000_000, 28)])
    _ = try ledger.runMonthEnd(month("2026-02"))
    let deposit = try ledger.termDeposit(Self.first)
    #expect(try deposit.period == 2 && deposit.opened == day("2026-02-05"))
    #expect(deposit.interest == Self.earned(30_000_000, 28))
    // 5 February to 4 March; what February has left is earned in March.
    let left = try Self.earned(30_000_000, 28) - Self.earned(30_000_000, 24)
    #expect(try Self.balance(Self.prepaid, ledger) == left)
    #expect(try ledger.verify().isOK)
  }

  @Test func aTakeoverBringsWhatTheOpeningBalancesHold() throws {
    let ledger = try Self.book(Self.offer(from: "2025-01-01"))
    for (opened, payout, accrued) in [
      ("2025-11-05", .maturity, Self.earned(30_000_000, 57)),
      ("2025-12-01", .advance, try Self.earned(30_000_000, 90) - Self.earned(30_000_000, 31)),
    ] as [(String, TermPayout, Rupiah)] {
      _ = try ledger.openTermDeposit(
        TermDepositOpening(
          member: "0001", product: "berjangka", principal: 30_000_000, tenor: 3,
          opened: day(opened), payout: payout,
          takeover: .init(asOf: day("2025-12-31"), accrued: accrued),
          rate: Rate(parsing: "9%/year")))
    }
    _ = try ledger.importOpeningBalances(
      csv: """
        account,debit,credit
        1-1000,\(60_000_000 + 421_643 - 436_438),
        1-1420,\(436_438),
        2-1300,,421643

        """, file: "saldo", on: day("2025-12-31"))
    #expect(Self.earned(30_000_000, 57) == 421_643)
    #expect(try Self.earned(30_000_000, 90) - Self.earned(30_000_000, 31) == 436_438)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let list = try ledger.accruals(of: month("2026-01"))
    #expect(list.payable == Self.earned(30_000_000, 88))
    #expect(try list.prepaid == Self.earned(30_000_000, 90) - Self.earned(30_000_000, 62))
    #expect(list.controls.map(\.difference) == [0, 0])
    _ = try ledger.runMonthEnd(month("2026-02"))
    _ = try ledger.runMonthEnd(month("2026-03"))
    #expect(try Self.balance(Self.payable, ledger) == .zero)
    #expect(try Self.balance(Self.prepaid, ledger) == .zero)
    #expect(try ledger.verify().isOK)
  }

  /// What runs again in an open month, and what is added to a deposit in it, is in the list of the
  /// preview as the month end will have it, whatever else it posts first.
  @Test func aPreviewHoldsWhatRunsAgain() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(Self.offer(), folder)
    _ = try Self.open(ledger, 30_000_000, "2026-01-05", 1, rollOver: .principal)
    _ = try Self.open(ledger, 20_000_000, "2026-01-10", 3, payout: .capitalise)
    _ = try Self.open(
      ledger, 10_000_000, "2026-01-12", 1, payout: .advance, rollOver: .principal)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let before = try BookContent(folder)
    let expected = try ledger.previewAccruals(of: month("2026-02"))
    #expect(try BookContent(folder) == before)
    #expect(try ledger.accruals(of: month("2026-02")).lines != expected.lines)
    _ = try ledger.runMonthEnd(month("2026-02"))
    let list = try ledger.accruals(of: month("2026-02"))
    #expect(list.lines == expected.lines && list.payable == expected.payable)
    #expect(list.prepaid == expected.prepaid && list.prepaid.isPositive)
    #expect(try ledger.previewAccruals(of: month("2026-02")).lines == list.lines)
  }

  /// What the accounts hold beyond the list stands in the way until it is taken back.
  @Test func anEntryByHandStandsInTheWay() throws {
    let ledger = try Self.book(Self.offer())
    _ = try Self.open(ledger, 30_000_000, "2026-01-05")
    _ = try ledger.runMonthEnd(month("2026-01"))
    let wrong = try ledger.post(
      ManualEntry(
        on: day("2026-02-02"),
        legs: [.init(account: Self.expense, amount: 7), .init(account: Self.payable, amount: -7)]))
    let refused = try #require(refused { _ = try ledger.runMonthEnd(month("2026-02")) })
    #expect(refused.code == .listsDiffer)
    #expect(refused.message.english.contains("2-1300") && refused.message.english.contains("Rp7"))
    #expect(try ledger.monthEndOutlook().obstacles == [refused])
    _ = try ledger.reverse(wrong.entry)
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try ledger.accruals(of: month("2026-02")).controls.map(\.difference) == [.zero])
    #expect(try ledger.verify().isOK)
  }
}
