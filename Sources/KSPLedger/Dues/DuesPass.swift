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
    var ahead = (count: 0, amount: Rupiah.zero)
    try DuesReader(month.book, month.catalog).forEach(.all, asOf: day) { member in
      if let left = member.leftOn, left <= day { return }
      let owed = try member.cards.map(\.owed).sum()
      let paid = try member.cards.map(\.ahead).sum()
      if owed.isPositive {
        owing.count += 1
        try owing.amount += owed
      }
      if paid.isPositive {
        ahead.count += 1
        try ahead.amount += paid
      }
    }
    let lines = [
      (Phrase(id: "anggota menunggak", en: "members who owe"), owing),
      (Phrase(id: "anggota membayar di muka", en: "members who are ahead"), ahead),
    ].filter { $0.1.count > 0 }.map {
      MonthEndReport.Section.Line(
        name: $0.0, count: $0.1.count, amount: $0.1.amount, entry: nil)
    }
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "dues", name: Phrase(id: "Iuran simpanan wajib", en: "Dues of simpanan wajib"),
        lines: lines))
  }
}
