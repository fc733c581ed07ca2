import GRDB
import KSPCore

/// Whether insurers have yet to pay claims, or something of no claim stands on their receivables:
/// the items by name and age.
enum InsuranceQuestion: MonthEndQuestion {
  static func findings(_ month: EndingMonth) throws -> [MonthFinding] {
    let list = try InsuranceReader(db: month.book).list(includingPaid: false)
    guard !list.claims.isEmpty || !list.other.isZero else { return [] }
    var places = list.claims.map { claim in
      "\(claim.name ?? claim.entry.description) \(claim.date): \(claim.open.formatted)"
    }
    if !list.other.isZero { places.append("–: \(list.other.formatted)") }
    return [
      MonthFinding(
        .insuranceOpen, count: places.count, amount: try list.open + list.other, places: places)
    ]
  }
}
