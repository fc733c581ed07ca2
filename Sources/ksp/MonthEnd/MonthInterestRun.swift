import KSPCore
import KSPLedger
import KSPStatements

/// Writes the interest of a month by account: before the month end what would be posted, after it
/// what was.
enum MonthInterestRun {
  static func write(_ month: BookMonth, _ report: ReportOptions, _ book: BookOptions) throws {
    let isRehearsal = try book.withBook(.readOnly) { ledger in
      try ledger.status().openMonth == month && ledger.monthEndPostsFirst(month)
    }
    guard isRehearsal else {
      return try book.withBook(.readOnly) { ledger in
        _ = try report.write(ledger, with: MonthInterestRenderer.self) { book in
          try book.monthInterest(month)
        }
      }
    }
    // What is posted first is rehearsed with the rest: the book is opened as a run opens it.
    try book.withBook(.readWrite) { ledger in
      var style = report.style(try ledger.settings)
      style.known = try ledger.knowledge()
      try report.write(
        try ledger.previewMonthInterest(month), with: MonthInterestRenderer(style))
    }
  }
}
