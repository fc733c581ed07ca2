import GRDB
import KSPCore

/// Makes income of charges that were cut when loans were paid out, where the product spreads them
/// over the life of its loans (provisi): one voucher for each product, one line of evidence for
/// each charge.
///
/// What waits is brought to what is unearned by the last day; a loan that has ended leaves nothing.
final class LoanFeePass: MonthEndPass {
  static let table = "loanFeeMonth"
  static let kinds: Set<EntryKind> = [.loanFee]
  static let evidence: Set<String> = [table]

  /// What a month does for one product.
  private struct Sum {
    let unearned: AccountID
    var loans: Set<Int64> = []
    var income: [AccountID: Rupiah] = [:]
  }

  private let month: EndingMonth
  private var lines: [MonthEndReport.Section.Line] = []

  init(_ month: EndingMonth) { self.month = month }

  static func reference(_ product: ProductCode, _ month: BookMonth) -> String {
    "provisi/\(product)/\(month)"
  }

  /// What a month does, loan by loan.
  static func walk(
    _ month: EndingMonth, _ body: (LoanFeeReader.Finding) throws -> Void
  ) throws {
    let isUsed = month.catalog.loanProducts.contains { product in
      product.versions.contains { $0.terms.fees.contains(where: \.isSpread) }
    }
    guard isUsed else { return }
    let reader = try LoanFeeReader(month.book, month: month.month, catalog: month.catalog)
    for id in try reader.loans() { try reader.findings(id: id).forEach(body) }
  }

  func finish() throws {
    let keeps = month.desk.keeps(Self.table)
    let insert = try SQLStatement(
      month.book,
      "INSERT INTO loanFeeMonth (month, loan, line, unearned, amount) VALUES (?, ?, ?, ?, ?)")
    var sums: [Int64: Sum] = [:]
    try Self.walk(month) { finding in
      var sum = sums[finding.product] ?? Sum(unearned: finding.unearnedAccount)
      sum.loans.insert(finding.loan)
      let before = sum.income[finding.income, default: .zero]
      sum.income[finding.income] = try before + finding.working.earned
      sums[finding.product] = sum
      guard keeps else { return }
      insert.bind(Int64(month.month.ordinal), at: 1)
      insert.bind(finding.loan, at: 2)
      insert.bind(Int64(finding.line), at: 3)
      insert.bind(finding.working.unearned.sen, at: 4)
      insert.bind(finding.working.earned.sen, at: 5)
      try insert.run()
    }
    for product in month.catalog.loanProducts {
      if let sum = sums[product.id] { try post(sum, product.product) }
    }
  }

  private func post(_ sum: Sum, _ product: LoanProduct) throws {
    let voucher = try month.desk.voucher(.loanFee, Self.reference(product.code, month.month))
    for leg in try PostingRules.loanFeeIncome(sum.income, unearned: sum.unearned) {
      try voucher.add(leg)
    }
    lines.append(
      MonthEndReport.Section.Line(
        name: product.name, count: sum.loans.count,
        amount: try sum.income.values.map(\.self).sum(), entry: voucher.number))
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) { Self.add(lines, to: &report) }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let sums = Dictionary(
      try Row.fetchAll(
        month.book,
        sql: """
          SELECT l.product, count(DISTINCT f.loan), sum(f.amount) FROM loanFeeMonth f
          JOIN loan l ON l.id = f.loan WHERE f.month = ? GROUP BY l.product
          """, arguments: [month.month.ordinal]
      ).map { row in
        (try row.value(0) as Int64, (try row.value(1) as Int, try row.value(2) as Int64))
      }, uniquingKeysWith: { first, _ in first })
    let lines = try month.catalog.loanProducts.compactMap { record in
      guard let (count, amount) = sums[record.id] else {
        return nil as MonthEndReport.Section.Line?
      }
      let product = record.product
      let entry = try Int64.fetchOne(
        month.book, sql: "SELECT id FROM entry WHERE reference = ?",
        arguments: [reference(product.code, month.month)])
      return MonthEndReport.Section.Line(
        name: product.name, count: count, amount: Rupiah(sen: amount),
        entry: entry.map { EntryNumber($0) })
    }
    add(lines, to: &report)
  }

  private static func add(
    _ lines: [MonthEndReport.Section.Line], to report: inout MonthEndReport
  ) {
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "loan-fees",
        name: Phrase(id: "Provisi menjadi pendapatan", en: "Loan fees earned"), lines: lines))
  }

  // MARK: - Proof

  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "loan.feeVoucher",
      meaning: Phrase(
        id: "Jurnal provisi sama dengan bukti tutup bulannya",
        en: "The vouchers of loan fees are what the month ends' evidence says"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.loanFee.sql)",
      offenders: """
        WITH evidence AS (
          SELECT 'provisi/' || o.code || '/'
              || printf('%04d-%02d', m.month / 12, m.month % 12 + 1) AS reference,
            f.account AS income, o.unearnedInterest AS unearned, m.amount AS amount
          FROM loanFeeMonth m JOIN loan l ON l.id = m.loan JOIN loanProduct o ON o.id = l.product
          LEFT JOIN loanFee f ON f.product = l.product AND f.effectiveFrom = l.termsFrom
            AND f.version = l.termsVersion AND f.line = m.line)
        SELECT reference FROM (
          SELECT e.reference AS reference, a.code AS code, p.amount AS amount
            FROM entry e JOIN posting p ON p.entry = e.id JOIN account a ON a.id = p.account
            WHERE e.kind = \(EntryKind.loanFee.sql)
          UNION ALL SELECT reference, income, amount FROM evidence
          UNION ALL SELECT v.reference, a.code, -v.amount FROM evidence v
            LEFT JOIN account a ON a.id = v.unearned)
        GROUP BY reference, code HAVING sum(amount) <> 0
        """)
  ]

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    try LoanFeeRecomputation(book)
  }
}
