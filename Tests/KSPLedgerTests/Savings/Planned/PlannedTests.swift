import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Planned savings: opened, paid by deposits and orders, lapsed, given up, and paid out.
@Suite struct PlannedTests {
  let folder: TestFolder
  let ledger: Ledger
  let account = "BRC-0001" as AccountCode

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for member in ["0001", "0002"] as [MemberNumber] {
      try ledger.join(member)
      _ = try ledger.deposit(2_000_000, member: member, on: day("2026-01-02"))
    }
    try PlannedScene.offer(ledger)
  }

  @discardableResult
  private func open(
    _ member: MemberNumber = "0001", months: Int = 3, pays: Bool = true
  ) throws -> PlannedSavingsCard {
    try ledger.openPlannedSavings(
      NewPlannedSavings(
        of: member, in: "berencana", 100_000, months: months, on: day("2026-01-05"),
        payTo: pays ? AccountCode("SUK-\(member)") : nil))
  }

  private func deposit(_ amount: Rupiah, on date: String) throws {
    _ = try ledger.deposit(
      amount, member: "0001", product: "berencana", account: account, on: day(date))
  }

  private func withdraw(_ amount: Rupiah, _ code: AccountCode, on date: String) throws {
    _ = try ledger.withdraw(
      amount, member: "0001", product: "berencana", account: code, on: day(date))
  }

  private func card(_ date: String) throws -> PlannedSavingsCard {
    try ledger.plannedSavings(account, on: day(date))
  }

  private func interest(_ text: String) throws -> Rupiah {
    try ledger.explain(account, month(text)).posted?.gross ?? .zero
  }

  @Test("An order saves every month, each earns the rate agreed, and the end pays it all out")
  func saves() throws {
    let opened = try open()
    #expect(opened.state == .running && opened.savings.account == account)
    try ledger.addStandingOrder(
      NewStandingOrder(
        from: "SUK-0001", to: .savings(account), 100_000, day: 11, since: day("2026-01-05")))
    for text in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(text)) }
    // 6 % a year by days: 100,000 for 21 days; 200,345 for 28 with 10 of them before the second.
    #expect(try interest("2026-01") == 345)
    #expect(try interest("2026-02") == 758)
    #expect(try card("2026-03-31").paid == 3)
    let held = try ledger.account(account).balance
    let earned = try held - 300_000 - 345 - 758
    #expect(try interest("2026-03") == earned)
    #expect(refusal { try deposit(100_000, on: "2026-04-01") } == .plannedOver)
    let before = try ledger.account("SUK-0001").balance
    let report = try ledger.runMonthEnd(month("2026-04"))
    #expect(
      report.sections.first { $0.code == "planned" }?.lines.map(\.amount) == [held])
    let paid = try card("2026-04-30")
    #expect(paid.state == .paid && paid.balance == .zero)
    #expect(paid.savings.ending?.day == (try day("2026-04-01")))
    let least = try before + held
    #expect(try ledger.account("SUK-0001").balance > least)
    #expect(try interest("2026-04") == .zero)
    #expect(try ledger.verify().isOK)
  }

  private func ahead(_ date: String) throws -> BookStatus.Terms? {
    try Ledger.open(at: folder.file(), access: .readOnly, clock: clock(on: date))
      .plannedSavingsAhead()
  }

  @Test("The status says what runs, who is behind, and what matures in 30 days or waits")
  func status() throws {
    #expect(try ahead("2026-01-04") == nil)
    try open()
    try open("0002", months: 6)
    try deposit(100_000, on: "2026-01-10")
    _ = try ledger.runMonthEnd(month("2026-01"))
    let february = try #require(try ahead("2026-02-02"))
    #expect(february.running == 2 && february.maturing == 0 && february.amount == .zero)
    #expect(february.behind == 1 && february.owed == 100_000)
    try deposit(200_000, on: "2026-02-10")
    _ = try ledger.runMonthEnd(month("2026-02"))
    // The three months end on 1 April, 30 days from 2 March.
    let before = try #require(try ahead("2026-03-01"))
    #expect(try before.maturing == 0 && before.until == day("2026-03-31"))
    let after = try #require(try ahead("2026-03-02"))
    #expect(try after.running == 2 && after.maturing == 1 && after.until == day("2026-04-01"))
    #expect(try after.amount == ledger.account(account).balance && after.amount > 300_000)
    #expect(after.behind == 1 && after.owed == 200_000)
    _ = try ledger.runMonthEnd(month("2026-03"))
    // The first waits for the month end that pays it out; three misses freed the second.
    let waiting = try #require(try ahead("2026-04-20"))
    #expect(waiting.running == 1 && waiting.maturing == 1 && waiting.behind == 0)
    _ = try ledger.runMonthEnd(month("2026-04"))
    #expect(try ahead("2026-05-01") == nil)
  }

  @Test("Three misses make it ordinary savings at the lower rate, and its member can take it")
  func lapses() throws {
    try open(months: 6)
    try deposit(100_000, on: "2026-01-11")
    for text in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(text)) }
    let march = try card("2026-03-31")
    #expect(march.state == .running && march.missed == 2)
    #expect(
      refusal { try withdraw(1_000, account, on: "2026-04-01") }
        == .plannedLocked)
    let report = try ledger.runMonthEnd(month("2026-04"))
    let finding = try #require(report.findings.first { $0.kind == .plannedMissed })
    #expect(finding.count == 1 && finding.amount == 300_000)
    #expect(
      report.sections.first { $0.code == "planned" }?.lines.map { $0.name.english } == ["lapsed"])
    let lapsed = try card("2026-05-01")
    let fourth = try month("2026-04")
    #expect(lapsed.state == .lapsed && lapsed.lapsedWith == fourth)
    _ = try ledger.runMonthEnd(month("2026-05"))
    let (april, may) = (try interest("2026-04"), try interest("2026-05"))
    // Thirty days at 6 %, thirty-one at 2 %.
    #expect(april > 490 && april < 510 && may > 168 && may < 176)
    try withdraw(40_000, account, on: "2026-06-02")
    try deposit(7_000, on: "2026-06-03")
    for text in ["2026-06", "2026-07"] { _ = try ledger.runMonthEnd(month(text)) }
    // The term is over: the product's own rate, and nothing is paid out by itself.
    #expect(try card("2026-07-31").state == .over)
    #expect(
      try ledger.explain(account, month("2026-07")).working?.runs.last?.rate
        == .percent("1", per: .year))
    #expect(try ledger.verify().isOK)
  }

  @Test("Who catches up does not lapse, and a deposit that is reversed counts from then on")
  func catchesUp() throws {
    try open(months: 6)
    for text in ["2026-01", "2026-02"] { _ = try ledger.runMonthEnd(month(text)) }
    try deposit(300_000, on: "2026-03-20")
    _ = try ledger.runMonthEnd(month("2026-03"))
    #expect(try card("2026-03-31").missed == 0)
    let entry = try #require(
      ledger.statement(of: account, period: period("2026-03-20", "2026-03-20")).lines.first?.entry)
    _ = try ledger.reverse(entry, on: day("2026-04-02"))
    #expect(try card("2026-04-02").missed == 3)
    #expect(try card("2026-03-31").lapsedWith == nil)
    _ = try ledger.runMonthEnd(month("2026-04"))
    #expect(try card("2026-04-30").state == .lapsed)
    #expect(try ledger.verify().isOK)
  }

  @Test("Only whole months that are left are taken, by deposit and by transfer")
  func months() throws {
    try open()
    for amount in [50_000, 150_000, 400_000] as [Rupiah] {
      #expect(refusal { try deposit(amount, on: "2026-01-06") } == .plannedNotMonths)
      #expect(
        refusal {
          try ledger.transfer(amount, from: "SUK-0001", to: account, on: day("2026-01-06"))
        } == .plannedNotMonths)
    }
    try deposit(200_000, on: "2026-01-06")
    #expect(refusal { try deposit(200_000, on: "2026-01-07") } == .plannedNotMonths)
    #expect(
      refusal {
        try ledger.transfer(100_000, from: account, to: "SUK-0001", on: day("2026-01-07"))
      } == .plannedLocked)
    #expect(try card("2026-01-31").paid == 2)
  }

  @Test("Given up it is free at once; what waits for its maturity is not paid before")
  func ends() throws {
    try open()
    try deposit(100_000, on: "2026-01-06")
    #expect(
      refusal { try ledger.payPlannedSavings(account, on: day("2026-01-31")) } == .plannedLocked)
    let ended = try ledger.endPlannedSavings(
      account, reason: "Uang sekolah", on: day("2026-01-07"), reference: "x")
    #expect(ended.state == .ended)
    let again = try ledger.endPlannedSavings(
      account, reason: "Uang sekolah", on: day("2026-01-07"), reference: "x")
    #expect(again == ended)
    #expect(
      refusal { try ledger.endPlannedSavings(account, reason: "x", on: day("2026-01-08")) }
        == .plannedOver)
    try withdraw(100_000, account, on: "2026-01-08")
    #expect(try ledger.verify().isOK)
  }

  @Test("Savings that stay, and those whose way is closed, are named by the month end")
  func staysOrWaits() throws {
    try open(pays: false)
    try open("0002")
    for account in ["BRC-0001", "BRC-0002"] as [AccountCode] {
      _ = try ledger.transfer(
        300_000, from: AccountCode("SUK-\(account.text.suffix(4))"), to: account,
        on: day("2026-01-06"))
    }
    try ledger.hold(
      NewHold(on: "BRC-0002", 5_000, reason: "Sengketa", from: day("2026-01-07")))
    for text in ["2026-01", "2026-02", "2026-03"] { _ = try ledger.runMonthEnd(month(text)) }
    #expect(try ledger.monthEndPostsFirst(month("2026-04")))
    let report = try ledger.runMonthEnd(month("2026-04"))
    let waiting = try #require(report.findings.first { $0.kind == .plannedMatured })
    #expect(waiting.count == 1)
    #expect(try card("2026-04-30").state == .over)
    try ledger.releaseHold(1, reason: "Damai", on: day("2026-05-04"))
    let receipt = try ledger.payPlannedSavings("BRC-0002", on: day("2026-05-04"), reference: "p")
    let again = try ledger.payPlannedSavings("BRC-0002", on: day("2026-05-04"), reference: "p")
    #expect(again.entry == receipt.entry && again.isReplay)
    try withdraw(1_000, "BRC-0001", on: "2026-05-05")
    #expect(try ledger.verify().isOK)
  }

  /// A product without plans asks nothing of them; once it offers some, each act asks once.
  @Test func plansCostNothingWhereThereAreNone() throws {
    func statements(_ body: () throws -> Void) throws -> Int {
      // Once before, so that everything is prepared.
      try body()
      return try ledger.work(of: body).statements
    }
    func acts() throws -> [Int] {
      [
        try statements { _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-05")) },
        try statements { _ = try ledger.withdraw(1_000, member: "0001", on: day("2026-01-05")) },
        try statements {
          _ = try ledger.transfer(1_000, from: "SUK-0001", to: "SUK-0002", on: day("2026-01-05"))
        },
      ]
    }
    let before = try acts()
    try ledger.setPlannedSavings(
      PlannedSavingsTerms(
        of: "sukarela", from: month("2026-01"), months: 3, rate: .percent("6", per: .year),
        lapsedRate: .percent("2", per: .year), least: 50_000))
    // A transfer asks of both sides.
    #expect(try zip(acts(), before).map { $0 - $1 } == [1, 1, 2])
  }

  static let tampering = [
    ("UPDATE plannedSavings SET rateBillionths = rateBillionths + 1", "planned.terms"),
    ("UPDATE plannedSavings SET misses = 2", "planned.terms"),
    ("UPDATE plannedSavingsTerms SET effectiveFrom = effectiveFrom + 1", "planned.terms"),
    ("UPDATE plannedSavings SET monthly = 10", "planned.terms"),
    ("UPDATE plannedSavings SET plannedMonths = 4", "planned.paid"),
    (
      "UPDATE plannedSavings SET payTo = (SELECT id FROM account WHERE code = 'SUK-0002')",
      "planned.paid"
    ),
    ("DELETE FROM plannedSavingsEnd", "planned.paid"),
    ("UPDATE plannedSavingsEnd SET plannedEndedOn = plannedEndedOn + 1", "planned.paid"),
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String, _ check: String) throws {
    try open()
    try deposit(300_000, on: "2026-01-06")
    for number in 1...4 { _ = try ledger.runMonthEnd(month("2026-0\(number)")) }
    #expect(try ledger.verify().isOK)
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: folder.file()), sql)
    #expect(try RichBook.failures(folder).map(\.name).contains(check))
  }
}
