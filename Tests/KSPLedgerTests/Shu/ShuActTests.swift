import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// An SHU that is decided, divided and paid.
@Suite struct ShuActTests {
  let book: ShuBook
  var ledger: Ledger { book.ledger }
  let meeting: BookDate

  init() throws {
    book = try ShuBook.opened()
    meeting = try day("2026-03-20")
  }

  private func balance(_ code: AccountCode) throws -> Rupiah { try ledger.account(code).balance }

  private func posted() throws -> ShuYear {
    try ledger.decideShu(ShuBook.decision())
    return try ledger.postShu(2025, on: meeting)
  }

  private func entries() throws -> Int { try ledger.knowledge().entry.map { Int($0.value) } ?? 0 }

  // MARK: - What else accounts are for

  @Test(arguments: ["2-1500", "4-1000", "3-2000", "3-3100", "1-2000"])
  func membersArePaidFromCashAndBanksOnly(_ code: String) throws {
    _ = try posted()
    #expect(
      refusal {
        try ledger.payShu(2025, to: ["A"], into: .cash(AccountCode(code)), on: meeting)
      } != nil)
    #expect(try ledger.shu(2025).recipients.allSatisfy { $0.left == $0.part.total })
  }

  @Test(arguments: ["3-9000", "3-3000", "3-3100", "2-1500", "2-2000"])
  func aFundNeedsAnAccountOfItsOwn(_ code: String) throws {
    let decision = try ShuDecision(
      year: 2025, on: meeting, number: "1", plan: ShuBook.plan(),
      accounts: ["cadangan": AccountCode(code), "sosial": "2-1520"])
    #expect(refusal { try ledger.decideShu(decision) } == .accountTermsUnfit)
  }

  /// What members are owed cannot be taken by hand; what is on the account besides can.
  @Test func whatIsOwedToMembersStays() throws {
    let owed = try posted().recipients.map(\.left).sum()
    func take(_ amount: Rupiah) throws {
      _ = try ledger.post(
        ManualEntry(
          on: meeting,
          legs: [
            .init(account: "2-1500", amount: amount),
            .init(account: "4-1200", amount: amount.negated()),
          ]))
    }
    #expect(refusal { try take(1) } == .accountTermsUnfit)
    try take(-500)
    try take(500)
    #expect(refusal { try take(1) } == .accountTermsUnfit)
    // Nor by another door: a loan of B, savings of A, a bill.
    let loan = try ledger.disburse(
      LoanApplication(member: "B", product: "flat", amount: 1_000_000, date: meeting)
    ).loan.number
    let (note, due) = (EntryNote(memo: "dari SHU"), try meeting.adding(months: 1))
    for act in [
      { try $0.repay(1_000, loan: loan, on: due, from: "2-1500", note: note) },
      { try $0.deposit(1, member: "A", from: "2-1500", on: meeting, note: note) },
      { try $0.pay(1, to: "PLN", for: "2-1500", on: meeting, note: note) },
    ] as [(Ledger) throws -> Any] {
      #expect(refusal { try act(ledger) } == .accountTermsUnfit)
      #expect(refusal { try ledger.transact { book in try act(book) } } == .accountTermsUnfit)
    }
    #expect(try balance("2-1500") == owed)
    // Nor does somebody stop having been a member of the year.
    let profile = try ledger.member("A").member.profile
    #expect(
      refusal {
        try ledger.updateMember(
          "A", profile: profile,
          membership: Member.Membership(.prospective, since: day("2025-06-01")))
      } == .memberStandingNotLater)
    #expect(try ledger.verify().isOK)
  }

  /// The SHU of a year stays until a meeting has ratified and divided it; what is on the accounts
  /// besides can be moved.
  @Test func whatWaitsForItsDivisionStays() throws {
    let (note, shu) = (EntryNote(memo: "bonus"), try balance("3-3100"))
    func move(_ amount: Rupiah, from: AccountCode, to: AccountCode) throws {
      _ = try ledger.post(
        ManualEntry(
          on: meeting,
          legs: [
            .init(account: from, amount: amount), .init(account: to, amount: amount.negated()),
          ]))
    }
    #expect(
      refusal { try ledger.pay(1, to: "Ketua", for: "3-3100", on: meeting, note: note) }
        == .accountTermsUnfit)
    #expect(refusal { try move(1, from: "3-3100", to: "3-3000") } == .accountTermsUnfit)
    #expect(refusal { try move(1, from: "3-3000", to: "3-2000") } == .accountTermsUnfit)
    try move(700, from: "3-2000", to: "3-3100")
    try move(700, from: "3-3100", to: "3-2000")
    #expect(try balance("3-3100") == shu)
    _ = try posted()
    #expect(try balance("3-3100") == 0)
    #expect(refusal { try move(1, from: "3-3100", to: "3-2000") } == .accountTermsUnfit)
    #expect(try ledger.verify().isOK)
  }

  // MARK: - Deciding and dividing

  @Test func theDivisionIsBookedAsItWasSimulated() throws {
    try ledger.decideShu(ShuBook.decision())
    let simulated = try ledger.simulateShu(2025)
    #expect(simulated.state == .decided)
    let rehearsed = try ledger.postShu(2025, on: meeting, dryRun: true)
    #expect(try ledger.shu(2025).state == .decided)
    let year = try ledger.postShu(2025, on: meeting)
    #expect(year == rehearsed && year.state == .posted)
    #expect(year.distribution == simulated.distribution)
    #expect(year.recipients == simulated.recipients)
    #expect(try ledger.shu(2025) == year)
    #expect(try balance("3-3100") == .zero)
    #expect(try balance("3-2000") == 16_000_000)
    #expect(try balance("2-1520") == 2_000_000)
    #expect(try balance("2-1500") == 22_000_000)
    #expect(year.left == 22_000_000 && year.paid.isZero)
    #expect(try ledger.verify().isOK)
  }

  @Test func aLaterDecisionTakesItsPlaceUntilTheSHUIsDivided() throws {
    let first = try ledger.decideShu(ShuBook.decision())
    let before = try ledger.knowledge()
    #expect(try ledger.decideShu(ShuBook.decision()) == first)
    #expect(try ledger.knowledge() == before)
    let second = try ShuBook.decision(ShuBook.plan(ShuBaseRules(capital: .daily)), number: "5")
    #expect(try ledger.decideShu(second) == second)
    #expect(try ledger.simulateShu(2025).decision == second)
    _ = try ledger.postShu(2025, on: meeting)
    #expect(refusal { try ledger.decideShu(ShuBook.decision()) } == .shuPosted)
    #expect(refusal { try ledger.postShu(2025, on: meeting) } == .shuPosted)
    #expect(try ledger.verify().isOK)
  }

  /// A meeting decides about a year that is over, and not in advance of itself.
  @Test func aDecisionHasItsDay() throws {
    func decide(_ date: String) throws {
      let (plan, accounts) = (try ShuBook.plan(), try ShuBook.decision().accounts)
      try ledger.decideShu(
        ShuDecision(year: 2025, on: day(date), number: "1", plan: plan, accounts: accounts))
    }
    #expect(refusal { try decide("2025-12-31") } == .yearMeetingTooEarly)
    #expect(refusal { try decide("2030-02-01") } == .dateFuture)
    try decide("2026-01-01")
  }

  @Test func theSameReferenceIsDoneOnce() throws {
    try ledger.decideShu(ShuBook.decision(), reference: "putusan")
    try ledger.decideShu(ShuBook.decision(), reference: "putusan")
    let year = try ledger.postShu(2025, on: meeting, reference: "shu")
    let count = try entries()
    #expect(try ledger.postShu(2025, on: meeting, reference: "shu") == year)
    #expect(
      refusal { try ledger.postShu(2025, on: day("2026-03-21"), reference: "shu") }
        == .referenceReused)
    let paid = try ledger.payShu(2025, into: .savings("sukarela"), on: meeting, reference: "b")
    let again = try ledger.payShu(2025, into: .savings("sukarela"), on: meeting, reference: "b")
    #expect(again.rows == paid.rows && again.isReplay && !paid.isReplay)
    #expect(
      refusal { try ledger.forfeitShu(2025, to: "3-2000", on: meeting, reference: "b") }
        == .referenceReused)
    #expect(try entries() == count + 1)
    _ = try ledger.reverse(paid.entries[0])
    #expect(
      refusal { try ledger.payShu(2025, into: .savings("sukarela"), on: meeting, reference: "b") }
        == .referenceReversed)
  }

  @Test func whatACoarserStepLeavesGoesToTheNamedFund() throws {
    let plan = try ShuBook.plan(step: 1_000, restFund: "sosial")
    try ledger.decideShu(ShuBook.decision(plan))
    let year = try ledger.postShu(2025, on: meeting)
    let rest = try year.distribution.pots.map(\.undistributed).sum()
    #expect(rest == 1_000)
    #expect(try balance("2-1520") == 2_000_000 + rest)
    // The paper says what was booked: nothing stayed.
    #expect(year.rest == rest && year.undistributed == .zero)
    let social = try #require(year.distribution.pots.first { $0.name == "sosial" })
    #expect(try year.booked(social) == balance("2-1520"))
    #expect(try ledger.shu(2025).undistributed == .zero)
    #expect(try balance("3-3100") == .zero)
    #expect(year.recipients.allSatisfy { $0.part.total.sen % 100_000 == 0 })
    #expect(try ledger.verify().isOK)
  }

  @Test func withoutAFundForItTheRestStays() throws {
    try ledger.decideShu(ShuBook.decision(ShuBook.plan(step: 1_000)))
    _ = try ledger.postShu(2025, on: meeting)
    #expect(try balance("3-3100") == 1_000)
    let kept = try ledger.shu(2025)
    #expect(kept.undistributed == 1_000 && kept.rest == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test func aDivisionIsTakenBackOnlyWhileNothingIsPaid() throws {
    let entry = try #require(try posted().posting).entry
    let paid = try ledger.payShu(2025, to: ["A"], into: .cash(nil), on: meeting)
    #expect(refusal { try ledger.reverse(entry) } == .shuPaid)
    _ = try ledger.reverse(paid.entries[0])
    _ = try ledger.reverse(entry)
    #expect(try ledger.shu(2025).state == .decided)
    #expect(try balance("3-3100") == 40_000_000)
    #expect(refusal { try ledger.payShu(2025, into: .cash(nil), on: meeting) } == .shuNotPosted)
    let again = try ledger.postShu(2025, on: meeting)
    #expect(again.left == 22_000_000)
    #expect(try ledger.verify().isOK)
  }

  // MARK: - Paying

  @Test func membersArePaidIntoSavingsAndOnlyOnce() throws {
    let year = try posted()
    let before = try balance("2-1500")
    let paid = try ledger.payShu(2025, into: .savings("sukarela"), on: meeting)
    #expect(paid.rows.map(\.member) == ["A", "B", "D"])
    #expect(paid.total == before && paid.entries.count == 1)
    #expect(try balance("2-1500") == .zero)
    for recipient in year.recipients {
      let code = try AccountCode("SUK-\(recipient.part.base.member)")
      #expect(try balance(code) == recipient.part.total)
    }
    #expect(
      refusal { try ledger.payShu(2025, into: .savings("sukarela"), on: meeting) }
        == .shuNothingLeft)
    #expect(
      refusal { try ledger.payShu(2025, to: ["A"], into: .cash(nil), on: meeting) }
        == .shuNothingLeft)
    #expect(try ledger.shu(2025).left == .zero)
    // It is no interest: the month has nothing to withhold for it.
    for month in 1...3 { _ = try ledger.runMonthEnd(BookMonth(year: 2026, month: month)) }
    let slips = try ledger.withholdingSlips(month("2026-03"))
    #expect(slips.allSatisfy { $0.gross < 50_000 && $0.tax.isZero })
    #expect(try ledger.verify().isOK)
  }

  @Test func duesAndInstallmentsComeFirst() throws {
    try ledger.setDues(500_000, from: month("2026-01"))
    let loan = try ledger.disburse(
      LoanApplication(
        member: "A", product: "flat", amount: 6_000_000, count: 3, date: day("2026-01-10"))
    ).loan.number
    let due = try ledger.loan(loan, asOf: meeting)
    let dues = try ledger.dues(of: "A", asOf: meeting).cards.map(\.owed).sum()
    #expect(dues.isPositive)
    _ = try posted()
    let left = try ledger.shu(2025).recipients[0].left
    let paid = try ledger.payShu(
      2025, into: .savings("sukarela"), deducting: [.dues, .installments], on: meeting)
    let own = try #require(paid.rows.first)
    #expect(own.member == "A" && own.total == left)
    #expect(own.uses[.dues] == dues)
    #expect(own.uses[.installments] == 4_300_000)
    #expect(own.uses[.savings] == (try left - dues - 4_300_000))
    #expect(due.loan.status == .running)
    #expect(try ledger.dues(of: "A", asOf: meeting).cards.allSatisfy { $0.owed.isZero })
    #expect(paid.entries.count == 2)
    #expect(try balance("2-1500") == .zero)
    #expect(try ledger.verify().isOK)
    // Each voucher can be taken back; what it paid is owed to the member again.
    _ = try ledger.reverse(paid.entries[1])
    #expect(try ledger.shu(2025).recipients[0].left == 4_300_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func oneIsPaidInCashAndTheOthersLater() throws {
    _ = try posted()
    let cash = try balance("1-1000")
    let paid = try ledger.payShu(2025, to: ["D"], into: .cash(nil), on: meeting)
    #expect(paid.total == 2_714_286)
    #expect(try balance("1-1000") == (try cash - paid.total))
    #expect(
      refusal { try ledger.payShu(2025, to: ["D"], into: .cash(nil), on: meeting) }
        == .shuNothingLeft)
    #expect(
      refusal { try ledger.payShu(2025, to: ["C"], into: .cash(nil), on: meeting) }
        == .shuMemberWithoutPart)
    let rest = try ledger.payShu(2025, into: .cash("1-1100"), on: meeting)
    #expect(rest.rows.map(\.member) == ["A", "B"])
    #expect(try balance("2-1500") == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test func whoHasLeftIsPassedOverAndPaidInCash() throws {
    _ = try posted()
    for month in 1...2 { _ = try ledger.runMonthEnd(BookMonth(year: 2026, month: month)) }
    let left = try ledger.endMembership(of: "D", on: meeting)
    #expect(left.receipt?.warnings.map(\.code) == [.shuUnpaid])
    let paid = try ledger.payShu(2025, into: .savings("sukarela"), on: meeting)
    #expect(paid.rows.map(\.member) == ["A", "B"] && paid.skipped == ["D"])
    #expect(
      refusal { try ledger.payShu(2025, to: ["D"], into: .savings("sukarela"), on: meeting) }
        == .memberLeft)
    #expect(try ledger.payShu(2025, into: .cash(nil), on: meeting).rows.map(\.member) == ["D"])
    #expect(try ledger.verify().isOK)
  }

  @Test func whatNobodyTookGoesToAFundAfterItsTime() throws {
    _ = try posted()
    _ = try ledger.payShu(2025, to: ["A"], into: .cash(nil), on: meeting)
    let reserve = try balance("3-2000")
    #expect(
      refusal { try ledger.forfeitShu(2025, to: "3-2000", on: day("2027-03-19")) } == .shuTooEarly)
    let gone = try ledger.forfeitShu(2025, to: "3-2000", on: day("2027-03-20"))
    #expect(gone.rows.map(\.member) == ["B", "D"])
    #expect(try balance("3-2000") == (try reserve + gone.total))
    let year = try ledger.shu(2025)
    #expect(year.forfeited == gone.total && year.left.isZero)
    #expect(
      refusal { try ledger.forfeitShu(2025, to: "3-2000", on: day("2027-03-20")) }
        == .shuNothingLeft)
    #expect(try ledger.verify().isOK)
  }

  // MARK: - Slips

  @Test func aSlipCanBeWorkedOutAgainByHand() throws {
    let slip = try posted().slip(of: "A")
    for working in slip.workings {
      let exact = Int128(working.pot.sen) * Int128(working.base.sen) / Int128(working.total.sen)
      #expect(abs(Int128(working.part.sen) - exact) <= 100)
    }
    #expect(slip.recipient.part.total == 13_285_714)
    #expect(try ledger.shu(2025).slips.map(\.recipient.part.base.member) == ["A", "B", "D"])
    #expect(refusal { try ledger.shu(2025).slip(of: "C") } == .shuMemberWithoutPart)
  }

  // MARK: - Refusals

  @Test func actsOutOfTurnAreRefused() throws {
    #expect(refusal { try ledger.postShu(2025, on: meeting) } == .shuNotDecided)
    #expect(refusal { try ledger.shu(2025) } == .shuNotDecided)
    #expect(refusal { try ledger.payShu(2025, into: .cash(nil), on: meeting) } == .shuNotPosted)
    #expect(refusal { try ledger.forfeitShu(2025, to: "3-2000", on: meeting) } == .shuNotPosted)
    try ledger.decideShu(ShuBook.decision())
    #expect(refusal { try ledger.postShu(2025, on: day("2026-03-19")) } == .shuTooEarly)
    _ = try ledger.postShu(2025, on: meeting)
    #expect(
      refusal { try ledger.payShu(2025, into: .cash(nil), on: day("2026-03-19")) } == .shuTooEarly)
    #expect(
      refusal { try ledger.payShu(2025, to: ["X"], into: .cash(nil), on: meeting) }
        == .memberUnknown)
  }

  @Test func fundsStandOnEquityOrLiabilities() throws {
    let onExpense = try ShuDecision(
      year: 2025, on: meeting, number: "1", plan: ShuBook.plan(),
      accounts: ["cadangan": "5-3000", "sosial": "2-1520"])
    #expect(refusal { try ledger.decideShu(onExpense) } == .accountTermsUnfit)
    let onMember = try ShuDecision(
      year: 2025, on: meeting, number: "1", plan: ShuBook.plan(),
      accounts: ["cadangan": "WAJ-A", "sosial": "2-1520"])
    #expect(refusal { try ledger.decideShu(onMember) } == .accountOwnAct)
  }

  // MARK: - Verify

  @Test(
    arguments: [
      (
        "shu.pots",
        "UPDATE shuPot SET amount = amount + 100 WHERE line = 3"
      ),
      (
        "shu.pots", "UPDATE shuPart SET capital = capital + 100"
      ),
      ("shu.posted", "UPDATE shuPot SET account = (SELECT id FROM account WHERE code = '3-2100')"),
      ("shu.paid", "UPDATE shuPayment SET amount = amount + 100"),
      ("shu.parts", "UPDATE shuPart SET activityBase = activityBase + 100 WHERE activityBase > 0"),
      ("shu.once", "UPDATE shuPosting SET year = 2024"),
    ]) func verifyFinds(_ check: String, _ sql: String) throws
  {
    _ = try posted()
    _ = try ledger.payShu(2025, to: ["A"], into: .cash(nil), on: meeting)
    try ledger.close()
    try RichBook.change(DatabaseQueue(path: book.folder.file()), sql)
    #expect(try RichBook.failures(book.folder).map(\.name).contains(check))
  }
}
