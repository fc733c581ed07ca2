import GRDB
import KSPCore

/// Who owes dues at the end of a month. Dues are owed and not booked.
enum DuesQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let owed = try DuesReader(month.book, month.catalog).owed(asOf: month.month.lastDay)
    guard owed.members > 0 else { return [] }
    return [
      MonthFinding(
        .duesUnpaid, count: owed.members, amount: owed.amount,
        places: owed.first.map { "\($0.name): \($0.amount.formatted)" },
        unnamed: owed.members - owed.first.count)
    ]
  }
}
