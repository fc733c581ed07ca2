import GRDB
import KSPCore

/// Says at a month end what became of planned savings: what was paid out before the other passes
/// looked, what is behind, and what has lapsed with the month.
final class PlannedPass: MonthEndPass {
  private let month: EndingMonth

  init(_ month: EndingMonth) { self.month = month }

  func report(into report: inout MonthEndReport) throws {
    try Self.read(month, into: &report)
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let cards = try PlannedReader(month.book).cards(
      on: month.month.lastDay, closedThrough: month.month)
    guard !cards.isEmpty else { return }
    let paid = try Row.fetchOne(
      month.book,
      sql: """
        SELECT count(*), ifnull(sum(p.amount), 0) FROM plannedSavingsEnd e
        JOIN posting p ON p.entry = e.entry AND p.account = e.account
        WHERE p.bookDate BETWEEN ? AND ?
        """,
      arguments: [month.month.firstDay.dayNumber, month.month.lastDay.dayNumber])
    let lapsed = cards.filter { $0.lapsedWith == month.month && $0.savings.ending == nil }
    let running = cards.filter { $0.state == .running }
    let lines = try [
      line(Phrase(id: "berjalan", en: "running"), running.count, running.map(\.balance).sum()),
      line(
        Phrase(id: "dicairkan", en: "paid out"), paid.map { try $0.value(0) } ?? 0,
        Rupiah(sen: paid.map { try $0.value(1) as Int64 } ?? 0)),
      line(Phrase(id: "gugur", en: "lapsed"), lapsed.count, lapsed.map(\.balance).sum()),
    ].filter { $0.count > 0 }
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "planned", name: Phrase(id: "Simpanan berencana", en: "Planned savings"),
        lines: lines))
  }

  private static func line(
    _ name: Phrase, _ count: Int, _ amount: Rupiah
  ) -> MonthEndReport.Section.Line {
    MonthEndReport.Section.Line(name: name, count: count, amount: amount, entry: nil)
  }

  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation
  ) throws {
    let reader = PlannedReader(book: month.book, known: month.known)
    guard let savings = try reader.savings(of: account) else { return }
    explanation.planned = try reader.card(
      savings, account, on: month.month.lastDay, closedThrough: month.month)
  }

  // MARK: - Proof

  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "planned.terms",
      meaning: Phrase(
        id: "Suku dan batas simpanan berencana ditawarkan produknya, atau dari buku lama",
        en: "Terms of planned savings are those of their product, or of an earlier book"),
      examined: "SELECT count(*) FROM plannedSavings",
      offenders: """
        SELECT ifnull(a.code, '#' || s.account) FROM plannedSavings s
        LEFT JOIN account a ON a.id = s.account
        LEFT JOIN savingsAccount o ON o.account = s.account
        WHERE CASE WHEN s.takenOverOn IS NULL THEN NOT EXISTS (
          SELECT 1 FROM plannedSavingsTerms t
          WHERE t.product = o.product AND t.plannedMonths = s.plannedMonths
            AND t.effectiveFrom <= s.savedFrom AND t.rateBillionths = s.rateBillionths
            AND t.rateBasis = s.rateBasis AND t.lapsedBillionths = s.lapsedBillionths
            AND t.lapsedBasis = s.lapsedBasis AND t.misses = s.misses AND t.least <= s.monthly)
        ELSE NOT EXISTS (SELECT 1 FROM posting p JOIN entry e ON e.id = p.entry
          WHERE p.account = s.account AND p.bookDate = s.takenOverOn
            AND e.kind = \(EntryKind.opening.sql) AND e.reverses IS NULL
            AND (-p.amount - s.interestBefore) % s.monthly = 0
            AND -p.amount - s.interestBefore BETWEEN s.monthly AND s.monthly * s.plannedMonths)
        END
        """),
    VerifierRules.Rule(
      name: "planned.paid",
      meaning: Phrase(
        id: "Simpanan berencana dicairkan seluruhnya ke tujuannya, tidak sebelum jatuh tempo",
        en: "Planned savings are paid out whole to where they go, and not before they mature"),
      examined: "SELECT count(*) FROM plannedSavingsEnd WHERE entry IS NOT NULL",
      offenders: """
        SELECT printf('JU-%06d', x.entry) FROM plannedSavingsEnd x
        JOIN plannedSavings s ON s.account = x.account
        LEFT JOIN entry e ON e.id = x.entry
        WHERE x.entry IS NOT NULL AND (
          e.kind IS NOT \(EntryKind.plannedPayment.sql) OR e.bookDate IS NOT x.plannedEndedOn
          OR CAST(strftime('%Y', e.bookDate * 86400, 'unixepoch') AS INTEGER) * 12
            + CAST(strftime('%m', e.bookDate * 86400, 'unixepoch') AS INTEGER) - 1
            < s.savedFrom + s.plannedMonths
          OR (SELECT ifnull(sum(p.amount), 0) FROM posting p WHERE p.account = x.account
            AND p.bookDate <= e.bookDate AND p.entry <= x.entry) <> 0
          OR (SELECT ifnull(sum(p.amount), 0) FROM posting p
            WHERE p.entry = x.entry AND p.account = s.payTo) >= 0)
        UNION
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.plannedPayment.sql)
          AND NOT EXISTS (SELECT 1 FROM plannedSavingsEnd x WHERE x.entry = e.id)
        """),
  ]
}
