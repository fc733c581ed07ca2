import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Savings that are held stay, by whatever act somebody wants them.
@Suite struct HoldTests {
  let book: LoanBook
  let account = "SUK-0001" as AccountCode
  var ledger: Ledger { book.ledger }

  init() throws {
    book = try LoanBook(TestFolder())
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-05"))
    _ = try ledger.deposit(50_000, member: "0002", on: day("2026-01-05"))
  }

  @discardableResult
  private func hold(
    _ amount: Rupiah? = 700_000, from: String = "2026-01-10", until: String? = "2026-01-20"
  ) throws -> SavingsHold {
    try ledger.hold(
      NewHold(
        on: account, amount, reason: "Sengketa waris", from: day(from),
        until: until.map { try day($0) }))
  }

  @Test("Every act that takes savings is refused by name, and says until when")
  func everyAct() throws {
    try hold()
    _ = try book.lend("flat", 1_200_000, to: "0001", on: "2026-01-11")
    let date = try day("2026-01-15")
    let acts: [() throws -> Void] = [
      { _ = try ledger.withdraw(300_001, member: "0001", on: date) },
      { _ = try ledger.transfer(300_001, from: account, to: AccountCode("SUK-0002"), on: date) },
      { _ = try ledger.chargeFee(300_001, member: "0001", on: date) },
      { _ = try ledger.repay(300_001, loan: "PJ-0001", on: date, from: account) },
      { _ = try ledger.reverse(EntryNumber(2), on: date) },
      { _ = try ledger.endMembership(of: "0001", on: date) },
      { _ = try ledger.mergeMember("0001", into: "0002", on: date) },
    ]
    for (index, act) in acts.enumerated() {
      let error = refused { try act() }
      #expect(error?.code == .accountHeld, "\(index): \(String(describing: error))")
      #expect(error?.message.indonesian.contains("sampai 2026-01-20: Sengketa waris") == true)
      #expect(error?.remedies.map(\.code.rawValue) == ["savings.releaseHold"])
    }
    _ = try ledger.withdraw(300_000, member: "0001", on: date)
    #expect(try ledger.status().entries == 5)
    #expect(try ledger.verify().isOK)
  }

  @Test("The first and the last day hold, the days around them do not") func days() throws {
    try hold(nil)
    for (date, isFree) in [
      ("2026-01-09", false), ("2026-01-10", false), ("2026-01-20", false), ("2026-01-21", true),
    ] {
      // What is taken before the hold begins is not there when it does.
      let found = refused { try ledger.withdraw(1, member: "0001", on: day(date), dryRun: true) }
      #expect(found?.code == (isFree ? nil : .accountHeld), "\(date)")
      // The release that is proposed has to be of a day that helps.
      let from = try max(day(date), day("2026-01-10"))
      #expect(found?.remedies == (isFree ? nil : [.savings(.releaseHold(1, on: from))]))
    }
    // Money that comes in is held with the rest.
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-12"))
    #expect(
      refusal { try ledger.withdraw(1, member: "0001", on: day("2026-01-13")) } == .accountHeld)
    let held = try #require(try ledger.heldSavings(of: "0001", on: day("2026-01-13")).first)
    #expect(held.amount == 1_005_000 && held.free.isZero)
    #expect(try ledger.heldSavings(of: "0001", on: day("2026-01-21")).isEmpty)
  }

  @Test("Released savings are free from that day on, and not before") func released() throws {
    let held = try hold(until: nil)
    #expect(
      refusal { try ledger.releaseHold(held.number, reason: "x", on: day("2026-01-09")) }
        == .holdUnfit)
    let released = try ledger.releaseHold(
      held.number, reason: "Damai", on: day("2026-01-16"), reference: "L-1")
    #expect(try released.endsOn == day("2026-01-16"))
    try ledger.releaseHold(held.number, reason: "Damai", on: day("2026-01-16"), reference: "L-1")
    #expect(
      refusal { try ledger.releaseHold(held.number, reason: "x", on: day("2026-01-18")) }
        == .holdOver)
    #expect(
      refusal { try ledger.withdraw(800_000, member: "0001", on: day("2026-01-15")) }
        == .accountHeld)
    _ = try ledger.withdraw(800_000, member: "0001", on: day("2026-01-16"))
    #expect(
      refusal { try ledger.releaseHold(9, reason: "x", on: day("2026-01-18")) } == .holdUnknown)
    #expect(try ledger.holds(on: day("2026-01-18")).isEmpty && ledger.holds().count == 1)
    #expect(try ledger.verify().isOK)
  }

  @Test("A hold for a loan ends on the day on which the loan is paid, and comes back with it")
  func loan() throws {
    let loan = try book.lend("flat", 1_200_000, to: "0002", on: "2026-01-11")
    _ = try ledger.hold(
      NewHold(
        on: account, 900_000, kind: .loan, reason: "Penjamin", loan: loan,
        from: day("2026-01-11")))
    let date = try day("2026-01-25")
    #expect(refusal { try ledger.withdraw(200_000, member: "0001", on: date) } == .accountHeld)
    let settled = try ledger.settleLoan(loan: loan, on: day("2026-01-20"))
    #expect(try ledger.holds().first?.endsOn == day("2026-01-20"))
    #expect(
      refusal { try ledger.withdraw(200_000, member: "0001", on: day("2026-01-19")) }
        == .accountHeld)
    _ = try ledger.withdraw(200_000, member: "0001", on: date, dryRun: true)
    _ = try ledger.reverse(settled.receipt.entry, on: day("2026-01-20"))
    #expect(try ledger.holds().first?.endsOn == nil)
    #expect(refusal { try ledger.withdraw(200_000, member: "0001", on: date) } == .accountHeld)
    for unfit in [
      NewHold(on: account, 5, kind: .loan, reason: "x", from: date),
      NewHold(on: account, 5, reason: "x", loan: loan, from: date),
      NewHold(on: account, 5, kind: .loan, reason: "x", loan: "PJ-9", from: date),
      try NewHold(on: account, 5, reason: "x", from: date, until: day("2026-01-24")),
    ] { #expect(refusal { try ledger.hold(unfit) } == .holdUnfit) }
  }

  @Test("Statements say what was held on their last day, and say it again byte for byte")
  func statement() throws {
    let before = try ledger.statement(of: account, period: BookPeriod(month("2026-01")))
    let point = before.known
    try hold(until: "2026-02-10")
    let statement = try ledger.statement(of: account, period: BookPeriod(month("2026-01")))
    #expect(statement.held?.amount == 700_000 && statement.held?.free == 300_000)
    #expect(
      try ledger.statement(
        of: account, period: BookPeriod(month("2026-01")),
        asRecordedThrough: .event(point.event)
      ).held == nil)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let closed = try ledger.statement(of: account, period: BookPeriod(month("2026-01"))).held
    try ledger.releaseHold(1, reason: "Damai", on: day("2026-02-02"))
    #expect(
      try ledger.statement(of: account, period: BookPeriod(month("2026-01"))).held?.free
        == closed?.free)
    #expect(
      refusal { try hold(from: "2026-01-31", until: nil) } == .periodClosed)
    #expect(
      try ledger.statement(of: account, period: BookPeriod(month("2026-02"))).held == nil)
  }

  @Test func heldOnceUnderAKey() throws {
    let new = try NewHold(on: account, 5_000, reason: "a", from: day("2026-01-10"))
    let first = try ledger.hold(new, reference: "B-1")
    #expect(try ledger.hold(new, reference: "B-1") == first)
    var other = new
    other.amount = 6_000
    #expect(refusal { try ledger.hold(other, reference: "B-1") } == .referenceReused)
    #expect(try ledger.holds().count == 1)
    #expect(try ledger.hold(other).number == 2)
  }

  static let tampering = [
    "UPDATE hold SET heldFrom = heldFrom + 90", "UPDATE hold SET number = number + 1",
    "UPDATE holdRelease SET releasedOn = 0", "UPDATE holdRelease SET hold = 7",
  ]

  @Test(arguments: tampering) func verifyFinds(_ sql: String) throws {
    try hold(until: nil)
    try ledger.releaseHold(1, reason: "Damai", on: day("2026-01-16"))
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: book.folder.file()), sql)
    #expect(try RichBook.failures(book.folder).map(\.name).contains("holds.kept"))
  }
}
