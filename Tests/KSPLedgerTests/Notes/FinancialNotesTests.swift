import GRDB
import KSPCore
import KSPTestBooks
import KSPTestSupport
import Testing

@testable import KSPLedger

/// The figures of the notes, and what stands behind a line, beside the journal itself.
@Suite struct FinancialNotesTests {
  private func rich() throws -> Ledger {
    let folder = try RichBook.template.copy()
    return try Ledger.open(
      at: folder.file(), access: .readOnly,
      clock: { withExtendedLifetime(folder) { standingClock() } })
  }

  /// Of a book with everything every note comes to what its accounts hold, in every period.
  @Test func notesOfARichBookAgree() throws {
    let ledger = try rich()
    let periods = try [
      BookPeriod(year: 2026), period("2026-01-01", "2026-01-31"),
      period("2026-02-10", "2026-03-02"), period("2025-12-01", "2027-12-31"),
    ]
    for period in periods {
      let notes = try ledger.financialNotes(period)
      #expect(notes.agrees, "\(notes.notes.filter { !$0.agrees })")
      #expect(notes.notes.contains { $0.subject == .savings })
      let loans = notes.notes.filter {
        [.loans, .loanClasses, .loanMaturities].contains($0.subject)
      }
      #expect(Set(loans.map(\.total)).count <= 1, "\(loans)")
    }
  }

  /// What a book took over was there when the period began, also where the book begins within it:
  /// one opening row in every movement, and no row says that opening vouchers moved something.
  @Test func aMovementBeginsWithOneOpening() throws {
    let ledger = try rich()
    let notes = try ledger.financialNotes(BookPeriod(year: 2026))
    let movements = notes.notes.filter(\.subject.isMovement)
    #expect(movements.count >= 3)
    for note in movements {
      #expect(note.lines.filter { $0.code == "opening" }.count <= 1, "\(note.subject)")
      let names = note.lines.map(\.label)
      #expect(Set(names).count == names.count, "\(note.subject): \(names)")
    }
    for note in movements {
      let accounts = Set(note.book?.accounts ?? [])
      var taken = Rupiah.zero
      try ledger.entries { entry in
        for leg in entry.legs where entry.kind == .opening && accounts.contains(leg.account) {
          taken = try taken + leg.amount
        }
      }
      let opening = note.lines.first { $0.code == "opening" }?.amount ?? .zero
      #expect(abs(opening.sen) == abs(taken.sen), "\(note.subject)")
    }
  }

  /// A note whose lines do not come to the accounts says so.
  @Test func aDifferenceIsSaid() throws {
    let line = FinancialNotes.Line(
      code: "a", label: Phrase(id: "a", en: "a"), amount: 5, previous: 3)
    func note(_ amount: Rupiah, _ previous: Rupiah) throws -> FinancialNotes.Note {
      try FinancialNotes.Note(
        .savings, [line],
        book: FinancialNotes.Book(accounts: ["2-1000"], amount: amount, previous: previous))
    }
    #expect(try note(5, 3).agrees)
    #expect(try !note(5, 4).agrees && !note(4, 3).agrees)
  }

  /// What is left until something falls due: a span ends with its last day.
  @Test(arguments: [
    ("2026-01-31", "due"), ("2026-02-01", "1-month"), ("2026-02-28", "1-month"),
    ("2026-03-01", "3-months"), ("2026-04-30", "3-months"), ("2026-05-01", "6-months"),
    ("2026-07-31", "6-months"), ("2026-08-01", "12-months"), ("2027-01-31", "12-months"),
    ("2027-02-01", "longer"),
  ])
  func spansOfTime(due: String, span: String) throws {
    #expect(try RemainingTime(until: day(due), from: day("2026-01-31")).rawValue == span)
  }
}
