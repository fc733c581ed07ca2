import KSPTestSupport
import Testing

@testable import KSPCore

/// Which cash of members is pointed out.
@Suite struct UnusualCashTests {
  private struct Move {
    let date: String
    let member: MemberNumber
    let amount: Rupiah
  }

  /// What is found in movements, money that goes out below zero; the limit is 500.
  private func found(_ moves: Move...) throws -> [String] {
    var balance = Rupiah.zero
    let lines = try moves.map { move in
      try balance += move.amount
      return CashBook.Line(
        account: "1-1000", bookDate: try day(move.date), entry: EntryNumber(1), kind: .deposit,
        memo: nil, member: move.member, name: "A", recordedBy: nil, received: move.amount.orZero,
        paid: try move.amount.negated().orZero, balance: balance)
    }
    let book = try CashBook(
      period: try BookPeriod(year: 2026), known: Knowledge(event: 1, entry: nil, isEntry: false),
      accounts: [], recordedBy: nil, opening: .zero, lines: lines, closing: balance,
      yearToDate: nil)
    return try UnusualCash(book, in: book.period, limit: 500).lines.map {
      "\($0.period.first)/\($0.period.last) \($0.member) \($0.reason) \($0.received) \($0.paid)"
    }
  }

  @Test func aDayIsHeldToTheLimit() throws {
    let one: MemberNumber = "0001"
    #expect(try found(Move(date: "2026-01-05", member: one, amount: 500)).isEmpty)
    #expect(
      try found(
        Move(date: "2026-01-05", member: one, amount: 300),
        Move(date: "2026-01-05", member: one, amount: 201),
        Move(date: "2026-01-05", member: "0002", amount: 400))
        == ["2026-01-05/2026-01-05 0001 aboveLimit 501 0"])
    // What comes in and what goes out are not added up.
    #expect(
      try found(
        Move(date: "2026-01-05", member: one, amount: 99),
        Move(date: "2026-01-05", member: one, amount: -450)
      ).isEmpty)
  }

  @Test func partsCountForSevenDays() throws {
    let one: MemberNumber = "0001"
    #expect(
      try found(
        Move(date: "2026-01-05", member: one, amount: -300),
        Move(date: "2026-01-11", member: one, amount: -300))
        == ["2026-01-05/2026-01-11 0001 inParts 0 600"])
    #expect(
      try found(
        Move(date: "2026-01-05", member: one, amount: -300),
        Move(date: "2026-01-12", member: one, amount: -300)
      ).isEmpty)
  }

  @Test func moneyThatLeavesAgainIsPointedOut() throws {
    let one: MemberNumber = "0001"
    #expect(
      try found(
        Move(date: "2026-01-05", member: one, amount: 100),
        Move(date: "2026-01-08", member: one, amount: -90))
        == ["2026-01-05/2026-01-08 0001 passedThrough 100 90"])
    for (day, back) in [("2026-01-08", Rupiah(-89)), ("2026-01-09", -90)] {
      #expect(
        try found(
          Move(date: "2026-01-05", member: one, amount: 100),
          Move(date: day, member: one, amount: back)
        ).isEmpty)
    }
  }
}
