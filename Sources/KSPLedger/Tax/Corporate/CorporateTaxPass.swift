import GRDB
import KSPCore

/// Books the cooperative's own tax by the rule in force (PPh badan): one voucher, one line of
/// evidence.
///
/// It comes after all passes that bring income or expenses, and counts what they are about to post
/// with what the month has.
final class CorporateTaxPass: MonthEndPass {
  static let table = "corporateTaxMonth"
  static let kinds: Set<EntryKind> = [.corporateTax]
  static let evidence: Set<String> = [table]

  private let month: EndingMonth
  private let reader: CorporateTaxReader
  private var lines: [MonthEndReport.Section.Line] = []

  init(_ month: EndingMonth) throws {
    self.month = month
    reader = CorporateTaxReader(month)
    if let due = try reader.due(month.month) {
      month.desk.watch(Set(try reader.accounts(due.stored).map(\.id)))
    }
  }

  static func reference(_ month: BookMonth) -> String { "pph-badan/\(month)" }

  func finish() throws {
    let desk = month.desk
    guard let (stored, tax) = try reader.working(month.month, pending: { desk.watched($0) })
    else { return }
    let payable = try month.catalog.account(.taxCorporate)
    let voucher = try desk.voucher(.corporateTax, Self.reference(month.month))
    if tax.tax.isPositive {
      for leg in try PostingRules.corporateTax(
        tax.tax, expense: month.catalog.account(.incomeTax), payable: payable)
      {
        try voucher.add(leg)
      }
    }
    if desk.keeps(Self.table) { try keep(tax, rule: stored.event, payable) }
    lines = [Self.line(tax.rule.basis, tax.tax, voucher.number)]
  }

  private func keep(_ tax: CorporateTax, rule: Int64, _ payable: AccountID) throws {
    try month.book.execute(
      sql: """
        INSERT INTO corporateTaxMonth (month, account, rule, amount, brought, base, tax, carried)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        tax.month.ordinal, payable.value, rule, tax.amount.sen, tax.brought.sen, tax.base.sen,
        tax.tax.sen, tax.carried.sen,
      ])
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) { Self.add(lines, to: &report) }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let row = try Row.fetchOne(
      month.book,
      sql: """
        SELECT r.basis, m.tax, (SELECT id FROM entry WHERE reference = ?2)
        FROM corporateTaxMonth m JOIN corporateTaxRule r ON r.event = m.rule WHERE m.month = ?1
        """, arguments: [month.month.ordinal, reference(month.month)])
    guard let row, let basis = CorporateTaxRule.Basis(rawValue: try row.value(0)) else { return }
    add(
      [
        line(
          basis, Rupiah(sen: try row.value(1) as Int64),
          (try row.optional(2) as Int64?).map { EntryNumber($0) })
      ], to: &report)
  }

  private static func line(
    _ basis: CorporateTaxRule.Basis, _ tax: Rupiah, _ entry: EntryNumber?
  ) -> MonthEndReport.Section.Line {
    MonthEndReport.Section.Line(
      name: Phrase(
        id: "pajak atas \(basis.name.indonesian)", en: "tax on the \(basis.name.english)"),
      count: 1, amount: tax, entry: entry)
  }

  private static func add(
    _ lines: [MonthEndReport.Section.Line], to report: inout MonthEndReport
  ) {
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "corporateTax", name: Phrase(id: "PPh badan", en: "Corporate tax"), lines: lines))
  }

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    CorporateTaxRecomputation(book)
  }
}

// MARK: - Proof

extension CorporateTaxPass {
  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "corporateTax.voucher",
      meaning: Phrase(
        id: "Jurnal PPh badan sama dengan bukti tutup bulannya",
        en: "The vouchers of corporate tax are what the month ends' evidence says"),
      examined: "SELECT count(*) FROM corporateTaxMonth",
      offenders: """
        SELECT printf('%04d-%02d', m.month / 12, m.month % 12 + 1) FROM corporateTaxMonth m
        LEFT JOIN closedMonth c ON c.month = m.month
        WHERE m.tax IS NOT ifnull((SELECT -sum(p.amount) FROM entry e
          JOIN posting p ON p.entry = e.id WHERE e.bookDate = c.lastDay
            AND e.kind = \(EntryKind.corporateTax.sql) AND p.account = m.account), 0)
        UNION
        SELECT printf('JU-%06d', e.id) FROM entry e WHERE e.kind = \(EntryKind.corporateTax.sql)
          AND (NOT EXISTS (SELECT 1 FROM closedMonth c JOIN corporateTaxMonth m
              ON m.month = c.month AND m.tax > 0 WHERE c.lastDay = e.bookDate)
            OR EXISTS (SELECT 1 FROM posting p WHERE p.entry = e.id AND p.amount > 0
              AND NOT EXISTS (SELECT 1 FROM accountRole r
                WHERE r.account = p.account AND r.role = '\(AccountRole.incomeTax.rawValue)')))
        """)
  ]
}
