import GRDB
import KSPCore

/// Who owes dues at the end of a month. Dues are owed and not booked.
enum DuesQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let day = month.month.lastDay
    var owing = (count: 0, amount: Rupiah.zero)
    try DuesReader(month.book, month.catalog).forEach(.all, asOf: day) { member in
      if let left = member.leftOn, left <= day { return }
      let owed = try member.cards.map(\.owed).sum()
      guard owed.isPositive else { return }
      owing.count += 1
      try owing.amount += owed
    }
    guard owing.count > 0 else { return [] }
    return [MonthFinding(.duesUnpaid, count: owing.count, amount: owing.amount)]
  }
}
