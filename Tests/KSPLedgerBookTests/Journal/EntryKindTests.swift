import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What is said of a kind of entry is true of the entries of a book that has everything.
@Suite struct EntryKindTests {
  /// The kinds of which no entry fails to satisfy a condition, among those that the book has.
  private func kinds(where condition: String) throws -> (all: Set<EntryKind>, true: Set<EntryKind>)
  {
    let (_, queue) = try RichBook.prepared()
    return try queue.read { db in
      let all = try String.fetchSet(db, sql: "SELECT DISTINCT kind FROM entry")
      let other = try String.fetchSet(
        db, sql: "SELECT DISTINCT e.kind FROM entry e WHERE NOT (\(condition))")
      return (
        Set(all.compactMap { EntryKind(rawValue: $0) }),
        Set(all.subtracting(other).compactMap { EntryKind(rawValue: $0) })
      )
    }
  }

  @Test func whatMovesSavingsHasALegOnThem() throws {
    let (all, moving) = try kinds(
      where: """
        EXISTS (SELECT 1 FROM posting p JOIN savingsAccount s ON s.account = p.account
          WHERE p.entry = e.id)
        """)
    #expect(moving.isSuperset(of: all.intersection(EntryKind.all(.movesSavings))))
  }

  @Test func whatIsOfALoanIsAStepOfOneOrHasALegOnOne() throws {
    let (all, ofLoans) = try kinds(
      where: """
        EXISTS (SELECT 1 FROM posting p JOIN loanAccount c ON c.account = p.account
          WHERE p.entry = e.id) OR EXISTS (SELECT 1 FROM loanStep WHERE entry = e.id)
        """)
    #expect(!ofLoans.isEmpty)
    #expect(ofLoans.isSuperset(of: all.intersection(EntryKind.all(.ofLoan))))
  }

  @Test func whatAMonthEndWritesIsDatedTheLastDayOfItsMonth() throws {
    let (all, closing) = try kinds(
      where: "EXISTS (SELECT 1 FROM closedMonth WHERE lastDay = e.bookDate)")
    let byMonthEnd = all.intersection(EntryKind.all(.byMonthEnd))
    #expect(!byMonthEnd.isEmpty)
    // A monthly fee is dated so, too, but comes before the interest of that day, as a movement.
    let elsewhere = EntryKind.all(.inClosingPeriod) + [.monthlyFee]
    #expect(closing.subtracting(elsewhere) == byMonthEnd)
  }

  /// What a month end writes is not taken back.
  @Test func noVoucherOfAMonthEndIsReversible() {
    #expect(EntryKind.all([.byMonthEnd, .reversible]).isEmpty)
    #expect(!EntryKind.reversal.is(.reversible))
  }

  /// An entry by hand touches no account of a member or a loan, and a month end would take back
  /// what it did to a figure that follows from others.
  @Test(arguments: EntryKind.allCases.filter { !$0.is(.reversible) })
  func whatIsNeverReversedNamesWhatMendsIt(_ kind: EntryKind) throws {
    func refusal(_ kind: EntryKind) throws -> LedgerError {
      LedgerError.entryNotReversible(
        EntryNumber(4), kind: kind, on: try day("2026-01-31"), year: 2026)
    }
    let byHand = try refusal(.manual)
    let error = try refusal(kind)
    #expect(error.advice != byHand.advice)
    #expect(!error.remedies.isEmpty)
  }
}
