import GRDB
import KSPCore

/// Says at a month end which tills nobody has counted since money went through them. It posts
/// nothing: what differs is booked when it is counted.
final class TillPass: MonthEndPass {
  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func report(into report: inout MonthEndReport) throws {
    try Self.read(month, into: &report)
  }

  /// What is known now: a till that was counted since is not listed any more.
  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let lines = try month.catalog.tills.all.compactMap { till in
      let row = try Row.fetchOne(
        month.book,
        sql: """
          SELECT count(DISTINCT p.entry) FILTER (WHERE p.entry > ifnull((SELECT \(TillReader.seen)
            FROM tillCount WHERE account = ?1 ORDER BY number DESC LIMIT 1), 0)), sum(p.amount)
          FROM posting p WHERE p.account = ?1 AND p.bookDate <= ?2
          """, arguments: [till.id.value, month.month.lastDay.dayNumber])
      guard let row, let count: Int = try row.value(0), count > 0 else {
        return MonthEndReport.Section.Line?.none
      }
      let title = Till.title(till.kind, till.name)
      return MonthEndReport.Section.Line(
        name: Phrase(
          id: "\(title.indonesian) belum dihitung", en: "\(title.english) not counted"),
        count: count, amount: Rupiah(sen: try row.optional(1) ?? 0), entry: nil)
    }
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "tills", name: Phrase(id: "Kas dan brankas", en: "Tills and safes"), lines: lines))
  }
}
