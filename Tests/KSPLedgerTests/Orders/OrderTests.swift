import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Standing orders take each due day once, and say what they could not take.
@Suite struct OrderTests {
  let book: LoanBook
  let account = "SUK-0001" as AccountCode
  var ledger: Ledger { book.ledger }

  init() throws {
    book = try LoanBook(TestFolder())
    _ = try ledger.deposit(100_000, member: "0001", on: day("2026-01-05"))
    _ = try ledger.deposit(1_000, member: "0002", on: day("2026-01-05"))
    try ledger.setDues(20_000, from: month("2026-01"))
  }

  @discardableResult
  private func add(
    _ purpose: StandingOrder.Purpose, _ amount: Rupiah? = nil, day number: Int = 25,
    retry: Int = 7, until: String? = nil
  ) throws -> StandingOrder {
    try ledger.addStandingOrder(
      NewStandingOrder(
        from: account, to: purpose, amount, day: number, since: day("2026-01-01"),
        until: until.map { try day($0) }, retryDays: retry))
  }

  private func run(_ date: String) throws -> [String] {
    try ledger.runStandingOrders(on: day(date)).lines.map {
      "\($0.order.number) \($0.attempt.dueOn) \($0.attempt.triedOn) \($0.attempt.outcome.rawValue)"
    }
  }

  private func balance(_ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @Test("Dues, a loan and savings are taken on their days") func purposes() throws {
    let loan = try book.lend("menurun", 1_200_000, count: 12, on: "2026-01-05")
    try add(.dues("wajib"), day: 10)
    try add(.savings(AccountCode("SUK-0002")), 30_000, day: 20)
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-02-01"))
    try add(.loan(loan), day: 31)
    #expect(
      try run("2026-01-31") == [
        "1 2026-01-10 2026-01-10 taken", "2 2026-01-20 2026-01-20 taken",
        "3 2026-01-31 2026-01-31 nothing-due",
      ])
    #expect(try balance("WAJ-0001") == 20_000 && balance("SUK-0002") == 31_000)
    let february = try ledger.runStandingOrders(on: day("2026-02-28"))
    #expect(february.taken == 3)
    let paid = try #require(february.lines.last)
    #expect(paid.attempt.entry != nil && paid.order.number == 3)
    #expect(paid.attempt.amount.map { $0.isPositive } == true)
    #expect(try ledger.loan(loan, asOf: day("2026-02-28")).position.due.isEmpty)
    #expect(try ledger.dues(of: "0001", asOf: day("2026-02-28")).cards.map(\.owed) == [.zero])
    #expect(try ledger.verify().isOK)
  }

  @Test("What could not be taken is tried again as the order says, and never twice")
  func again() throws {
    try add(.savings(AccountCode("SUK-0002")), 150_000, retry: 3)
    #expect(try run("2026-01-24").isEmpty)
    #expect(try run("2026-01-25") == ["1 2026-01-25 2026-01-25 too-little"])
    #expect(try run("2026-01-25").isEmpty)
    _ = try ledger.deposit(60_000, member: "0001", on: day("2026-01-26"))
    // Looking stores nothing.
    let rehearsal = try ledger.runStandingOrders(on: day("2026-01-27"), dryRun: true)
    #expect(rehearsal.taken == 1 && rehearsal.amount == 150_000)
    #expect(try run("2026-01-27") == ["1 2026-01-25 2026-01-27 taken"])
    #expect(try run("2026-01-27").isEmpty && run("2026-01-28").isEmpty)
    #expect(try balance("SUK-0001") == 10_000)
    let entry = try #require(try ledger.standingOrder(1).tries.last?.entry)
    #expect(try ledger.entry(entry).bookDate == day("2026-01-27"))
    // What people take back stays with them.
    _ = try ledger.reverse(entry, on: day("2026-01-28"))
    #expect(try run("2026-01-28").isEmpty)
    #expect(try ledger.standingOrder(1).tries.map(\.isReversed) == [false, true])
    #expect(try ledger.verify().isOK)
  }

  @Test("A day beyond the last try is not tried any more") func lapsed() throws {
    try add(.savings(AccountCode("SUK-0002")), 150_000, day: 10, retry: 3)
    #expect(try run("2026-01-10").count == 1)
    _ = try ledger.deposit(60_000, member: "0001", on: day("2026-01-11"))
    #expect(try run("2026-01-14").isEmpty)
    #expect(try run("2026-01-13") == ["1 2026-01-10 2026-01-13 taken"])
  }

  @Test("Reasons: held, closed, left, refused") func reasons() throws {
    try add(.savings(AccountCode("SUK-0002")), 50_000, day: 10, retry: 0)
    try ledger.hold(
      NewHold(
        on: account, reason: "Sita", from: day("2026-01-09"), until: day("2026-01-12")))
    #expect(try run("2026-01-12") == ["1 2026-01-10 2026-01-10 held"])
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.endMembership(of: "0002", on: day("2026-02-02"))
    #expect(try run("2026-02-10") == ["1 2026-02-10 2026-02-10 closed"])
    _ = try ledger.endMembership(of: "0001", on: day("2026-02-20"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try run("2026-03-10") == ["1 2026-03-10 2026-03-10 left"])
    // With the membership the order is over.
    _ = try ledger.runMonthEnd(month("2026-03"))
    #expect(try run("2026-04-10").isEmpty)
    #expect(try ledger.standingOrder(1).nextDue == nil)
    let missed = try ledger.standingOrderTries(
      in: KSPTestSupport.period("2026-01-01", "2026-12-31"), onlyMissed: true)
    #expect(
      missed.lines.map(\.attempt.refusal) == ["account.held", "account.closed", "member.left"])
  }

  @Test("The month end takes what is left, and says what it could not take")
  func monthEnd() throws {
    try add(.dues("wajib"), day: 31)
    try add(.savings(AccountCode("SUK-0002")), 90_000, day: 28, retry: 31)
    try add(.savings(AccountCode("SUK-0002")), 95_000, day: 29)
    #expect(try ledger.monthEndPostsFirst(month("2026-01")))
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let report = try ledger.runMonthEnd(month("2026-01"))
    #expect(preview.sections == report.sections && preview.findings == report.findings)
    let section = try #require(report.sections.first { $0.code == "orders" })
    #expect(section.lines.map(\.count) == [1, 2])
    #expect(section.lines.map(\.amount) == [90_000, 115_000])
    let finding = try #require(report.findings.first { $0.kind == .orderNotTaken })
    #expect(finding.count == 2 && finding.amount == 115_000)
    #expect(try ledger.monthEnd(month("2026-01"))?.sections == report.sections)
    #expect(try ledger.verify().isOK)
    _ = try ledger.deposit(50_000, member: "0001", on: day("2026-02-01"))
    #expect(
      try run("2026-02-03") == [
        "1 2026-01-31 2026-02-03 taken", "3 2026-01-29 2026-02-03 too-little",
      ])
  }

  @Test func endedAndUnfit() throws {
    try add(.dues("wajib"), day: 25)
    try ledger.endStandingOrder(1, reason: "Diminta", on: day("2026-01-25"), reference: "A")
    try ledger.endStandingOrder(1, reason: "Diminta", on: day("2026-01-25"), reference: "A")
    #expect(try run("2026-01-31").isEmpty)
    #expect(
      refusal { try ledger.endStandingOrder(1, reason: "x", on: day("2026-01-26")) } == .orderEnded)
    #expect(try ledger.standingOrders(on: day("2026-01-25")).isEmpty)
    #expect(try ledger.standingOrders().map(\.endReason) == ["Diminta"])
    #expect(refusal { try add(.savings(account), 5) } == .transferToSelf)
    #expect(refusal { try add(.savings(AccountCode("SUK-0002"))) } == .orderUnfit)
    #expect(refusal { try add(.dues("wajib"), day: 32) } == .orderUnfit)
    #expect(refusal { try add(.dues("wajib"), retry: 32) } == .orderUnfit)
    #expect(refusal { try add(.dues("wajib"), until: "2025-12-31") } == .orderUnfit)
    #expect(refusal { try add(.dues("sukarela")) } == .duesNotWajib)
    let loan = try book.lend("flat", 1_200_000, to: "0002", on: "2026-01-11")
    #expect(refusal { try add(.loan(loan)) } == .orderUnfit)
    #expect(refusal { try ledger.standingOrder(7) } == .orderUnknown)
    _ = try ledger.deposit(20_000, member: "0001", product: "wajib", on: day("2026-01-12"))
    #expect(
      refusal {
        try ledger.addStandingOrder(
          NewStandingOrder(
            from: AccountCode("WAJ-0001"), to: .savings(account), 5, day: 1,
            since: day("2026-01-12")))
      } == .notWithdrawable)
  }

  @Test("Orders, money and days come out the same however often and when they are run")
  func howeverOftenRun() throws {
    var random = SplitMix64(seed: 1_313)
    for round in 0..<6 {
      let folders = [try TestFolder(), try TestFolder()]
      let books = try folders.map { folder in
        let book = try LoanBook(folder)
        try book.ledger.setDues(20_000, from: month("2026-01"))
        _ = try book.ledger.deposit(10_000, member: "0002", on: day("2026-01-02"))
        _ = try book.ledger.deposit(300_000, member: "0001", on: day("2026-01-02"))
        return book
      }
      for _ in 0..<4 {
        let (number, amount) = (
          Int.random(in: 1...31, using: &random), Int64.random(in: 1...12, using: &random)
        )
        let purpose: StandingOrder.Purpose =
          Bool.random(using: &random) ? .dues("wajib") : .savings(AccountCode("SUK-0002"))
        for book in books {
          try book.ledger.addStandingOrder(
            NewStandingOrder(
              from: account, to: purpose, Rupiah(sen: amount * 1_000_000), day: number,
              since: day("2026-01-03"), retryDays: 0))
        }
      }
      // One is run every day, the other at the month's end alone: what is tried once, with its own
      // day, does not know the difference.
      for offset in 2..<31 {
        try books[0].ledger.runStandingOrders(on: day("2026-01-01").adding(days: offset))
      }
      for book in books { _ = try book.ledger.runMonthEnd(month("2026-01")) }
      let tries = try books.map { book in
        try book.ledger.standingOrderTries(in: BookPeriod(month("2026-01"))).lines.map {
          "\($0.order.number) \($0.attempt.dueOn) \($0.attempt.outcome) \($0.attempt.amount ?? 0)"
        }
      }
      #expect(tries[0] == tries[1], "round \(round)")
      #expect(tries[0].count >= 3)
      for code in ["SUK-0001", "SUK-0002"] {
        let balances = try books.map { try $0.ledger.account(AccountCode(code)).balance }
        #expect(balances[0] == balances[1], "round \(round)")
      }
      for book in books { #expect(try book.ledger.verify().isOK) }
    }
  }

  static let tampering = [
    ("UPDATE orderTry SET amount = amount + 1 WHERE outcome = 'taken'", "orders.taken"),
    ("UPDATE orderTry SET event = event - 1 WHERE outcome = 'taken'", "orders.taken"),
    ("UPDATE orderTry SET triedOn = triedOn + 1 WHERE outcome = 'taken'", "orders.taken"),
    ("UPDATE orderTry SET dueOn = dueOn - 1", "orders.days"),
    ("UPDATE orderTry SET triedOn = dueOn + 8 WHERE outcome <> 'taken'", "orders.days"),
    ("UPDATE standingOrder SET orderedFrom = orderedFrom + 60", "orders.days"),
    ("UPDATE standingOrder SET dueDay = 9", "orders.days"),
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String, _ check: String) throws {
    try add(.savings(AccountCode("SUK-0002")), 60_000, day: 31)
    try add(.savings(AccountCode("SUK-0002")), 70_000, day: 31)
    #expect(try run("2026-01-31").count == 2)
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: book.folder.file()), sql)
    #expect(try RichBook.failures(book.folder).map(\.name).contains(check))
  }
}
