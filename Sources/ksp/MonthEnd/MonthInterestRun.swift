import KSPCore
import KSPLedger
import KSPStatements

/// Writes the interest of a month by account: before the month end what would be posted, after it
/// what was.
enum MonthInterestRun {
  static func write(_ month: BookMonth, _ report: ReportOptions, _ book: BookOptions) throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: MonthInterestRenderer.self) { book in
        try book.monthInterest(month)
      }
    }
  }
}
