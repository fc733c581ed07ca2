import GRDB
import KSPCore

/// Says at a month end what standing orders took and what they could not: they were carried out by
/// hand, or before the other passes looked.
final class OrderPass: MonthEndPass {
  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func report(into report: inout MonthEndReport) throws {
    try Self.read(month, into: &report)
    // A preview that may only look has not carried out what a run carries out first.
    guard month.desk.session == nil else { return }
    let pending = try OrderReader(db: month.book).pending(
      on: month.month.lastDay, openFrom: month.month.firstDay)
    guard !pending.onDue.isEmpty || !pending.again.isEmpty else { return }
    let orders = Set((pending.onDue + pending.again).map { [$0.order, Int($0.dueOn.dayNumber)] })
    Self.section(
      [
        MonthEndReport.Section.Line(
          name: Phrase(id: "dijalankan lebih dulu", en: "carried out first"),
          count: orders.count, amount: .zero, entry: nil)
      ], into: &report)
  }

  private static func section(
    _ lines: [MonthEndReport.Section.Line], into report: inout MonthEndReport
  ) {
    report.sections.append(
      MonthEndReport.Section(
        code: "orders", name: Phrase(id: "Autodebet", en: "Standing orders"), lines: lines))
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let reader = OrderReader(db: month.book)
    let period = try BookPeriod(from: month.month.firstDay, through: month.month.lastDay)
    let taken = try reader.tries(on: period).map(\.attempt).filter { $0.outcome == .taken }
    let open = try reader.open(in: month.month)
    guard !taken.isEmpty || !open.isEmpty else { return }
    section(
      [
        MonthEndReport.Section.Line(
          name: Phrase(id: "diambil", en: "taken"), count: taken.count,
          amount: try taken.compactMap(\.amount).sum(), entry: nil),
        MonthEndReport.Section.Line(
          name: Phrase(id: "belum terambil", en: "not taken"), count: open.count,
          amount: try open.compactMap(\.attempt.amount).sum(), entry: nil),
      ], into: &report)
  }
}
