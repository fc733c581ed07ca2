import GRDB
import KSPCore

/// Writes off what a month takes of the fixed assets (penyusutan): one voucher, one line of
/// evidence for each asset.
///
/// What comes to an asset by the end of the month is set beside what month ends have written off
/// before, so that an asset that came back, or was entered late, catches up.
final class DepreciationPass: MonthEndPass {
  static let table = "assetMonth"
  static let kinds: Set<EntryKind> = [.depreciation]
  static let evidence: Set<String> = [table]

  /// What a month writes off of an asset.
  struct Finding {
    let record: AssetRecord
    let amount: Rupiah
    /// What is written off with it, what was taken over included.
    let accumulated: Rupiah
  }

  private let month: EndingMonth
  private var lines: [MonthEndReport.Section.Line] = []

  init(_ month: EndingMonth) { self.month = month }

  static func reference(_ month: String) -> String { "penyusutan/\(month)" }

  /// What a month writes off, by the number of the asset.
  static func findings(_ month: EndingMonth) throws -> [Finding] {
    let reader = AssetReader(month.book, known: month.known)
    let posted = try reader.posted(before: month.month)
    return try reader.records(on: month.month.lastDay).compactMap { record in
      guard record.asset.disposal == nil else { return nil }
      let due = try record.asset.plan().sum(through: month.month)
      let amount = try due - (posted[record.id] ?? .zero)
      guard amount.isPositive else { return nil }
      let taken = record.asset.takeover?.accumulated ?? .zero
      return Finding(record: record, amount: amount, accumulated: try taken + due)
    }
  }

  func finish() throws {
    let findings = try Self.findings(month)
    guard !findings.isEmpty else { return }
    let voucher = try month.desk.voucher(
      .depreciation, Self.reference(month.month.description))
    var sums: [AccountID: Rupiah] = [:]
    for finding in findings {
      let record = finding.record
      sums[record.expense] = try sums[record.expense, default: .zero] + finding.amount
      sums[record.accumulated] = try sums[record.accumulated, default: .zero] - finding.amount
    }
    for (account, amount) in sums.sorted(by: { $0.key < $1.key }) {
      try voucher.add(Posting(account: account, amount: amount))
    }
    if month.desk.keeps(Self.table) { try keep(findings) }
    let amount = try findings.map(\.amount).sum()
    lines = [Self.line(findings.count, amount, voucher.number)]
  }

  private func keep(_ findings: [Finding]) throws {
    for finding in findings {
      try month.book.execute(
        sql: "INSERT INTO assetMonth (month, asset, amount, accumulated) VALUES (?, ?, ?, ?)",
        arguments: [
          month.month.ordinal, finding.record.id, finding.amount.sen, finding.accumulated.sen,
        ])
    }
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) { Self.add(lines, to: &report) }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let row = try Row.fetchOne(
      month.book,
      sql: """
        SELECT count(*), ifnull(sum(amount), 0), (SELECT id FROM entry WHERE reference = ?2)
        FROM assetMonth WHERE month = ?1
        """,
      arguments: [month.month.ordinal, reference(month.month.description)])
    guard let row, try row.value(0) as Int > 0 else { return }
    add(
      [
        line(
          try row.value(0), Rupiah(sen: try row.value(1) as Int64),
          (try row.optional(2) as Int64?).map { EntryNumber($0) })
      ], to: &report)
  }

  private static func line(
    _ count: Int, _ amount: Rupiah, _ entry: EntryNumber?
  ) -> MonthEndReport.Section.Line {
    MonthEndReport.Section.Line(
      name: Phrase(id: "aset disusutkan", en: "assets written off in part"), count: count,
      amount: amount, entry: entry)
  }

  private static func add(
    _ lines: [MonthEndReport.Section.Line], to report: inout MonthEndReport
  ) {
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "depreciation", name: Phrase(id: "Penyusutan aset tetap", en: "Depreciation"),
        lines: lines))
  }

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    DepreciationRecomputation(book)
  }
}

// MARK: - Proof

extension DepreciationPass {
  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "asset.voucher",
      meaning: Phrase(
        id: "Jurnal penyusutan sama dengan bukti tutup bulannya",
        en: "The vouchers of depreciation are what the month ends' evidence says"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.depreciation.sql)",
      offenders: """
        SELECT ifnull(printf('JU-%06d', e.id), 'penyusutan') FROM entry e
        WHERE e.kind = \(EntryKind.depreciation.sql)
          AND EXISTS (
            SELECT account, sum(amount) AS amount FROM (
              SELECT p.account AS account, p.amount AS amount FROM posting p WHERE p.entry = e.id
              UNION ALL
              SELECT t.expenseAccount, -m.amount FROM closedMonth c JOIN assetMonth m
                ON m.month = c.month JOIN asset t ON t.id = m.asset WHERE c.lastDay = e.bookDate
              UNION ALL
              SELECT t.accumulatedAccount, m.amount FROM closedMonth c JOIN assetMonth m
                ON m.month = c.month JOIN asset t ON t.id = m.asset WHERE c.lastDay = e.bookDate)
            GROUP BY account HAVING sum(amount) <> 0)
        UNION
        SELECT printf('%04d-%02d', m.month / 12, m.month % 12 + 1) FROM assetMonth m
        WHERE NOT EXISTS (SELECT 1 FROM closedMonth c JOIN entry e ON e.bookDate = c.lastDay
          AND e.kind = \(EntryKind.depreciation.sql) WHERE c.month = m.month)
        """)
  ]
}
