import GRDB
import KSPCore

/// Says at a month end who owes dues: a list for the collector. It posts nothing, as dues are owed
/// and not booked.
final class DuesPass: MonthEndPass {
  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func report(into report: inout MonthEndReport) throws {
    try Self.read(month, into: &report)
  }

  /// What is known of the month's dues now: a payment that came late has found its month.
  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let day = month.month.lastDay
    var owing = (count: 0, amount: Rupiah.zero)
    try DuesReader(month.book, month.catalog).forEach(.all, asOf: day) { member in
      if let left = member.leftOn, left <= day { return }
      let owed = try member.cards.map(\.owed).sum()
      guard owed.isPositive else { return }
      owing.count += 1
      try owing.amount += owed
    }
    guard owing.count > 0 else { return }
    let line = MonthEndReport.Section.Line(
      name: Phrase(id: "anggota menunggak", en: "members who owe"), count: owing.count,
      amount: owing.amount, entry: nil)
    report.sections.append(
      MonthEndReport.Section(
        code: "dues", name: Phrase(id: "Iuran simpanan wajib", en: "Dues of simpanan wajib"),
        lines: [line]))
  }
}
