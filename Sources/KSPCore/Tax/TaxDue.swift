/// What a month owes to the state under one article, and what was paid of it (setoran PPh).
public struct TaxDue: Hashable, Sendable, Codable {
  /// The month of the tax.
  public let month: BookMonth
  /// The article.
  public let article: TaxArticle
  /// The account where it is owed now.
  public let account: AccountCode
  /// What is owed: withheld from members or claimed from them, also by later corrections.
  public let owed: Rupiah
  /// What was paid.
  public let paid: Rupiah
  /// What can still be paid: no more than the account holds.
  public let left: Rupiah

  /// Gathers what is due; `held` is what the account holds that is owed, of whichever month.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    month: BookMonth, article: TaxArticle, account: AccountCode, owed: Rupiah, paid: Rupiah,
    held: Rupiah
  ) throws(LedgerError) {
    self.month = month
    self.article = article
    self.account = account
    self.owed = owed
    self.paid = paid
    left = min(try owed - paid, held).orZero
  }
}

/// The days by which the tax of a month is paid and reported.
///
/// The 15th and the 20th of the next month (PMK 81/2024), or the next day that is neither Saturday,
/// Sunday nor a holiday of the book.
public struct TaxCalendar: Hashable, Sendable, Codable {
  /// The last day to pay.
  public let payBy: BookDate
  /// The last day to report.
  public let reportBy: BookDate

  /// The days for a month.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  package init(_ month: BookMonth, holidays: Set<BookDate> = []) throws(LedgerError) {
    let next = try month.next()
    payBy = try Self.workingDay(next, 15, holidays)
    reportBy = try Self.workingDay(next, 20, holidays)
  }

  /// The days for the tax on the result of a year that ends with a month: it is paid before the
  /// year is reported, by the end of the fourth month after it.
  ///
  /// - Throws: `date.unreadable` beyond the calendar.
  package init(year last: BookMonth) throws(LedgerError) {
    reportBy = try BookMonth(ordinal: last.ordinal + 4).lastDay
    payBy = reportBy
  }

  private static func workingDay(
    _ month: BookMonth, _ day: Int, _ holidays: Set<BookDate>
  ) throws(LedgerError) -> BookDate {
    var date = try month.firstDay.adding(days: day - 1)
    while [0, 6].contains(date.weekday) || holidays.contains(date) {
      date = try date.adding(days: 1)
    }
    return date
  }
}
