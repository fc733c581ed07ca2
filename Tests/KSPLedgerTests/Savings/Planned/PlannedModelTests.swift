import Foundation
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Planned savings and monthly fees in a book beside an oracle, through a year of random acts.
@Suite struct PlannedModelTests {
  private typealias Oracle = PlannedOracle

  private struct Book {
    let ledger: Ledger
    var oracle = Oracle()
    var random: SplitMix64
    /// Deposits in planned savings that may still be taken back.
    var deposits: [(entry: EntryNumber, account: String, amount: Int)] = []
    var reached: [String: Int] = [:]
    /// The day of the last act, so that no act lies before another.
    var day = 1

    mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    func date(_ day: Int) throws -> BookDate {
      try KSPTestSupport.day("2026-01-01").adding(days: day - 1)
    }

    mutating func count(
      _ name: String, _ found: LedgerError.Code?, _ expected: LedgerError.Code?
    ) {
      #expect(found == expected, "\(name) on day \(day)")
      reached["\(name) \(found?.rawValue ?? "ok")", default: 0] += 1
    }
  }

  @Test func theBookFollowsTheOracle() throws {
    let seed = ProcessInfo.processInfo.environment["KSP_SEED"].flatMap { UInt64($0) } ?? 20_261_129
    let folder = try TestFolder()
    var book = Book(ledger: try makeBook(folder), random: SplitMix64(seed: seed))
    try PlannedScene.offer(book.ledger)
    try book.ledger.setMonthlyFee(
      SavingsFeeRule(
        of: "sukarela", from: month("2026-01"), fee: Rupiah(rupiah: Int64(Oracle.fee)),
        freeFrom: Rupiah(rupiah: Int64(Oracle.freeFrom)), takesRest: true,
        dormancy: .init(
          months: Oracle.sleepsAfter, fee: Rupiah(rupiah: Int64(Oracle.sleepingFee)),
          earnsInterest: false)))
    for number in 1...9 {
      try book.ledger.join(MemberNumber("000\(number)"))
      _ = try book.ledger.deposit(
        1_500_000, member: MemberNumber("000\(number)"), on: day("2026-01-01"))
      book.oracle.move("SUK-000\(number)", 1_500_000, on: 1)
    }
    for number in 1...12 {
      for step in 0..<40 {
        let last = Oracle.last(of: number)
        book.day = max(book.day, Oracle.first(of: number))
        book.day = min(last, book.day + (step % 2 == 0 ? book.pick(0...1) : 0))
        try Self.act(&book)
      }
      _ = try book.ledger.runMonthEnd(BookMonth(year: 2026, month: number))
      book.oracle.close(number)
      try Self.compare(&book, number)
      book.deposits.removeAll { book.oracle.plans[$0.account]?.isPaid == true }
    }
    #expect(try book.ledger.verify().isOK)
    guard ProcessInfo.processInfo.environment["KSP_SEED"] == nil else { return }
    for (name, floor) in [
      "open ok": 10, "save ok": 40, "save planned.notMonths": 10, "save planned.over": 3,
      "take ok": 2, "take planned.locked": 5, "take account.overdraft": 1, "end ok": 3,
      "end planned.over": 2, "move ok": 20, "back ok": 2, "state lapsed": 3, "state paid": 3,
      "state over": 3, "state ended": 3, "state running": 20,
    ] {
      #expect(book.reached[name, default: 0] >= floor, "\(name): \(book.reached[name] ?? 0)")
    }
    #expect(book.oracle.fees > 20_000)
  }

  private static func act(_ book: inout Book) throws {
    let plans = book.oracle.plans.keys.sorted()
    guard let account = plans.randomElement(using: &book.random), book.pick(0...9) > 1 else {
      return try open(&book)
    }
    switch book.pick(0...19) {
    case 0..<9: try save(account, &book)
    case 9..<12: try take(account, &book)
    case 12: try end(account, &book)
    case 13: try takeBack(&book)
    default: try moveSukarela(&book)
    }
  }

  private static func open(_ book: inout Book) throws {
    let member = MemberNumber("000\(book.pick(1...9))")
    let (monthly, months) = (book.pick(1...4) * 50_000, book.pick(0...1) == 0 ? 3 : 6)
    let target = book.pick(0...2) == 0 ? nil : "SUK-\(member)"
    guard book.oracle.plans.count < 40 else { return }
    let card = try book.ledger.openPlannedSavings(
      NewPlannedSavings(
        of: member, in: "berencana", Rupiah(rupiah: Int64(monthly)), months: months,
        on: book.date(book.day), payTo: target.map { try AccountCode($0) }))
    let account = card.savings.account.text
    book.oracle.plans[account] = Oracle.Plan(
      first: Oracle.month(of: book.day), months: months, monthly: monthly, payTo: target)
    book.oracle.accounts[account] = []
    book.count("open", nil, nil)
  }

  private static func save(_ account: String, _ book: inout Book) throws {
    guard let plan = book.oracle.plans[account] else { return }
    let amount = plan.monthly * book.pick(1...2) + (book.pick(0...4) == 0 ? 1_000 : 0)
    var expected: LedgerError.Code?
    switch book.oracle.state(account, on: book.day) {
    case "running":
      let isWhole = amount % plan.monthly == 0
      let fits = book.oracle.brought(account) + amount <= plan.monthly * plan.months
      expected = isWhole && fits ? nil : .plannedNotMonths
    case "matured", "paid": expected = .plannedOver
    default: break
    }
    var entry: EntryNumber?
    let found = refusal {
      entry = try book.ledger.deposit(
        Rupiah(rupiah: Int64(amount)), member: member(of: account), product: "berencana",
        account: AccountCode(account), on: book.date(book.day)
      ).entry
    }
    if let entry {
      book.oracle.move(account, amount, on: book.day, brought: true)
      book.deposits.append((entry, account, amount))
    }
    book.count("save", found, expected)
  }

  private static func member(of account: String) -> MemberNumber {
    MemberNumber(String(account.dropFirst(4).prefix(4)))
  }

  private static func take(_ account: String, _ book: inout Book) throws {
    let held = book.oracle.balance(account)
    let amount = max(1, held / book.pick(1...4) + (book.pick(0...4) == 0 ? held : 0))
    let isLocked = ["running", "matured"].contains(book.oracle.state(account, on: book.day))
    let found = refusal {
      _ = try book.ledger.withdraw(
        Rupiah(rupiah: Int64(amount)), member: member(of: account), product: "berencana",
        account: AccountCode(account), on: book.date(book.day))
    }
    if found == nil { book.oracle.move(account, -amount, on: book.day) }
    book.count("take", found, isLocked ? .plannedLocked : amount > held ? .overdraft : nil)
  }

  private static func end(_ account: String, _ book: inout Book) throws {
    let isOpen = ["running", "matured"].contains(book.oracle.state(account, on: book.day))
    let found = refusal {
      try book.ledger.endPlannedSavings(
        AccountCode(account), reason: "uji", on: book.date(book.day))
    }
    if found == nil { book.oracle.plans[account]?.ended = book.day }
    book.count("end", found, isOpen ? nil : .plannedOver)
  }

  /// Takes a deposit back: it counts as not brought from then on.
  private static func takeBack(_ book: inout Book) throws {
    guard let index = book.deposits.indices.randomElement(using: &book.random) else { return }
    let deposit = book.deposits[index]
    let isShort = book.oracle.balance(deposit.account) < deposit.amount
    let found = refusal {
      _ = try book.ledger.reverse(deposit.entry, on: book.date(book.day))
    }
    if found == nil {
      book.oracle.move(
        deposit.account, -deposit.amount, on: book.day, member: false, brought: true)
      book.deposits.remove(at: index)
    }
    book.count("back", found, isShort ? .overdraft : nil)
  }

  private static func moveSukarela(_ book: inout Book) throws {
    // Some members move nothing for months.
    let number = book.pick(1...5)
    let account = "SUK-000\(number)"
    let isDeposit = book.pick(0...1) == 0
    let held = book.oracle.balance(account)
    let amount = isDeposit ? book.pick(1...90) * 1_000 : max(1, held / book.pick(2...5))
    guard isDeposit || held > 1 else { return }
    let member = MemberNumber("000\(number)")
    let found = refusal {
      let rupiah = try Rupiah(rupiah: Int64(amount))
      let date = try book.date(book.day)
      _ =
        isDeposit
        ? try book.ledger.deposit(rupiah, member: member, on: date)
        : try book.ledger.withdraw(rupiah, member: member, on: date)
    }
    if found == nil { book.oracle.move(account, isDeposit ? amount : -amount, on: book.day) }
    book.count("move", found, nil)
  }

  /// Every balance, how all savings stand, and what became of fees.
  private static func compare(_ book: inout Book, _ number: Int) throws {
    let (oracle, last) = (book.oracle, Oracle.last(of: number))
    for account in oracle.accounts.keys.sorted() {
      let balance = try book.ledger.account(AccountCode(account)).balance
      #expect(
        try balance == Rupiah(rupiah: Int64(oracle.balance(account))), "\(account) month \(number)")
    }
    for card in try book.ledger.plannedSavings(on: book.date(last)) {
      let account = card.savings.account.text
      let state = oracle.state(account, on: last)
      #expect(card.state.rawValue == state, "\(account) month \(number)")
      #expect(
        card.missed == oracle.lacking(account, months: number, through: last),
        "\(account) month \(number)")
      let isOwed = card.lapsedWith == nil && card.savings.ending == nil
      #expect(card.owed.isPositive == (card.missed > 0 && isOwed), "\(account) month \(number)")
      #expect(card.lapsedWith?.month == oracle.plans[account]?.lapsedWith, "\(account)")
      book.reached["state \(state)", default: 0] += 1
    }
    #expect(
      try book.ledger.account("4-1100").balance == Rupiah(rupiah: Int64(oracle.fees)),
      "month \(number)")
  }
}
