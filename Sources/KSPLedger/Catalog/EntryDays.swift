import KSPCore

/// Which days entries may have.
struct EntryDays {
  let catalog: Catalog
  /// The day it is in the book's time zone.
  let today: BookDate

  /// Refuses dates in closed months, and dates before the book except for opening balances.
  func requireOpen(_ date: BookDate, kind: EntryKind) throws {
    // The closing period of a year lies in a closed month; its desk and the file see to its days.
    guard !kind.is(.inClosingPeriod) else { return }
    if let closed = catalog.lastClosedMonth, date <= closed.lastDay {
      throw LedgerError.periodClosed(date, open: try catalog.openMonth())
    }
    let first = catalog.settings.firstMonth
    guard kind.is(.beforeBook) || date >= first.firstDay else {
      throw LedgerError.dateBeforeBook(date, first: first)
    }
  }

  /// The day on which what was booked on a day is taken back: the same, also before the book, or
  /// the first one that is open where its month is closed.
  func reversal(of day: BookDate) throws -> BookDate {
    guard let closed = catalog.lastClosedMonth, day <= closed.lastDay else { return day }
    return try catalog.openMonth().firstDay
  }

  /// Refuses a day after today for money that moves, unless the note says that it is meant.
  ///
  /// What takes back an entry may be as late as the entry: `original` is its day.
  func requireNotAhead(
    _ date: BookDate, _ note: EntryNote, original: BookDate? = nil
  ) throws {
    guard date <= max(today, original ?? today) || note.exceptions.contains(.futureDate) else {
      throw LedgerError.dateFuture(date, today: today)
    }
  }
}
