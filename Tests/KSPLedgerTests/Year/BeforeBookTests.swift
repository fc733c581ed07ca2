import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What ended before the book is refused: a page of zeros would look like a year without business.
@Suite struct BeforeBookTests {
  private func refusals(_ ledger: Ledger, _ year: Int, _ day: BookDate) -> [LedgerError.Code?] {
    func whole() throws -> BookPeriod { try BookPeriod(year: year) }
    return [
      refusal { try ledger.incomeStatement(whole()) },
      refusal { try ledger.equityChanges(whole()) },
      refusal { try ledger.cashFlow(whole()) },
      refusal { try ledger.memberBenefit(year) },
      refusal { try ledger.register(RegisterBook.all[13], of: whole()) },
      refusal { try ledger.financialNotes(whole()) },
      refusal { try ledger.healthSheet(year: year) },
      refusal { try ledger.balanceSheet(asOf: day) },
    ]
  }

  @Test func nothingOfDaysBeforeTheBookIsShown() throws {
    let ledger = try makeBook(TestFolder())
    #expect(RegisterBook.all[13].source == .cash)
    #expect(
      refusals(ledger, 2025, try day("2025-12-31"))
        == Array(repeating: .dateBeforeBook, count: 8))
    #expect(
      refusals(ledger, 2026, try day("2026-01-01")) == Array(repeating: nil, count: 8))
  }

  /// The opening balances of an earlier book are inside: what is held on their day is shown, and
  /// what moved before is not.
  @Test func theDayOfTheOpeningBalancesIsInside() throws {
    let ledger = try makeBook(TestFolder())
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,700000,\n3-2000,,700000\n", file: "awal",
      on: day("2025-12-31"))
    #expect(
      refusals(ledger, 2025, try day("2025-12-31"))
        == Array(repeating: .dateBeforeBook, count: 5) + [nil, nil, nil])
    #expect(
      refusals(ledger, 2024, try day("2025-12-30"))
        == Array(repeating: .dateBeforeBook, count: 8))
    // Where nobody says which, the first year of the book is meant.
    #expect(try ledger.incomeStatement().period == BookPeriod(year: 2026))
    #expect(try ledger.balanceSheet().asOf == day("2025-12-31"))
  }

  /// Before its first month a book has nothing to show yet, and says nothing wrong.
  @Test func aBookThatBeginsLaterIsNoError() throws {
    let ledger = try createBook(
      TestFolder(), first: "2026-03", clock: Today("2026-02-20").clock)
    #expect(refusal { try ledger.balanceSheet() } == nil)
    #expect(refusal { try ledger.incomeStatement() } == nil)
    #expect(refusal { try ledger.financialNotes() } == nil)
    #expect(refusal { try ledger.healthSheet() } == nil)
    #expect(refusal { try ledger.memberBenefit() } == nil)
  }
}
