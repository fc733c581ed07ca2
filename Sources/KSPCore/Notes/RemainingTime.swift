/// How long it is until something falls due, in the spans that notes show (sisa jangka waktu).
package enum RemainingTime: String, CaseIterable, Sendable {
  case due
  case month = "1-month"
  case quarter = "3-months"
  case half = "6-months"
  case year = "12-months"
  case longer

  /// The span in which a day lies, seen from another; what is due today is due.
  ///
  /// - Throws: `month.unreadable` beyond the calendar.
  package init(until due: BookDate, from day: BookDate) throws(LedgerError) {
    guard due > day else {
      self = .due
      return
    }
    for (span, months) in [(Self.month, 1), (.quarter, 3), (.half, 6), (.year, 12)] {
      if due <= (try day.adding(months: months)) {
        self = span
        return
      }
    }
    self = .longer
  }

  /// The name for people.
  package var name: Phrase {
    switch self {
    case .due: Phrase(id: "Sudah jatuh tempo", en: "Due")
    case .month: Phrase(id: "Sampai 1 bulan", en: "Up to 1 month")
    case .quarter: Phrase(id: "Lebih dari 1 sampai 3 bulan", en: "Over 1 and up to 3 months")
    case .half: Phrase(id: "Lebih dari 3 sampai 6 bulan", en: "Over 3 and up to 6 months")
    case .year: Phrase(id: "Lebih dari 6 sampai 12 bulan", en: "Over 6 and up to 12 months")
    case .longer: Phrase(id: "Lebih dari 12 bulan", en: "Over 12 months")
    }
  }
}
