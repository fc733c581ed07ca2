import GRDB
import KSPCore

/// What the month means for loans: interest and late fees become income, and every loan gets its
/// class and its allowance. One voucher per product, one line of evidence per loan.
///
/// Loans come one at a time, by product; only their lines in the report are held.
final class LoanIncomePass: MonthEndPass {
  static let table = "loanMonth"
  static let kinds: Set<EntryKind> = [.loanInterest]
  static let evidence: Set<String> = [table]

  private let month: EndingMonth
  private var products: [(record: LoanProductRecord, voucher: MonthVoucher)] = []
  private var lines: [MonthEndReport.Loan] = []

  init(_ month: EndingMonth) { self.month = month }

  static func reference(_ product: ProductCode, _ month: BookMonth) -> String {
    "jasa-pinjaman/\(product)/\(month)"
  }

  func finish() throws {
    let loans = try loans()
    let total = loans.values.reduce(0) { $0 + $1.count }
    guard total > 0 else { return }
    let reader = try LoanMonthReader(
      month.book, month: month.month, catalog: month.catalog, ofAll: true)
    let evidence = try LoanEvidenceTable(month.book, month.month)
    var counter = try month.desk.count(Phrase(id: "pinjaman", en: "loans"), of: total)
    for product in month.catalog.loanProducts {
      let code = product.product.code
      let voucher = try month.desk.voucher(.loanInterest, Self.reference(code, month.month))
      var own: [MonthEndReport.Loan] = []
      var released = Rupiah.zero
      for id in loans[product.id] ?? [] {
        let record = try reader.loan(id: id)
        if let finding = try reader.finding(record), finding.isConcerned {
          own.append(try MonthEndReport.Loan(finding))
          released =
            try released - finding.income.advance.amount - finding.income.prepaid.amount
          try post(finding, in: voucher)
          if month.desk.keeps(Self.table) { try evidence.insert(finding.evidence(), of: id) }
        }
        try counter.advance()
      }
      guard !own.isEmpty else { continue }
      try balance(voucher, product, own, released: released)
      for line in own { try month.findings.allowances[code, default: .zero] += line.allowance }
      month.findings.cured[code] = own.filter(\.isCured).map(\.number)
      products.append((product, voucher))
      lines += own
    }
  }

  /// The kinds of entry that may move a loan.
  static let moving = EntryKind.all(.ofLoan) + [.opening, .reversal]

  /// The loans to look at, by product: those that the month before kept evidence of, and those that
  /// moved in the month. What ended earlier costs nothing.
  private func loans() throws -> [Int64: [Int64]] {
    guard try month.book.hasRow("loan") else { return [:] }
    let query = try SQLStatement(
      month.book,
      """
      SELECT product, id FROM loan WHERE id IN (
        SELECT loan FROM loanMonth WHERE month = ?1
        UNION
        SELECT c.loan FROM entry e JOIN posting p ON p.entry = e.id
        JOIN loanAccount c ON c.account = p.account
        WHERE e.bookDate BETWEEN ?2 AND ?3
          AND e.kind IN \(EntryKind.sqlList(Self.moving)))
      ORDER BY product, id
      """)
    query.bind(Int64(month.month.ordinal) - 1, at: 1)
    query.bind(Int64(month.catalog.firstDay(of: month.month).dayNumber), at: 2)
    query.bind(Int64(month.month.lastDay.dayNumber), at: 3)
    defer { query.reset() }
    var found: [Int64: [Int64]] = [:]
    while try query.step() { found[query.int64(0), default: []].append(query.int64(1)) }
    return found
  }

  // MARK: - Posting

  /// Brings a loan's receivables to what they should hold.
  private func post(_ finding: LoanFinding, in voucher: MonthVoucher) throws {
    guard let accounts = finding.state.accounts else { return }
    let income = finding.income
    try voucher.add(Posting(account: accounts.interest, amount: income.receivable.amount))
    try voucher.add(Posting(account: accounts.lateFee, amount: income.lateFee.amount))
  }

  /// The other side: income, and what was unearned. Nothing where nothing was recognised.
  private func balance(
    _ voucher: MonthVoucher, _ product: LoanProductRecord, _ loans: [MonthEndReport.Loan],
    released: Rupiah
  ) throws {
    let sum = try MonthEndReport.LoanProduct(
      code: product.product.code, name: product.product.name, of: loans, entry: nil)
    let accounts = product.accounts
    try voucher.add(Posting(account: accounts.unearnedInterest, amount: released))
    try voucher.add(.credit(accounts.interestIncome, sum.interest))
    try voucher.add(.credit(accounts.lateFeeIncome, sum.lateFee))
    // What became income in earlier years can only be an expense of this one.
    try voucher.add(.debit(accounts.allowanceExpense, sum.expensed))
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) throws {
    report.loans = lines
    let byProduct = Dictionary(grouping: lines, by: \.product)
    report.loanProducts = try products.map { record, voucher in
      let product = record.product
      return try MonthEndReport.LoanProduct(
        code: product.code, name: product.name, of: byProduct[product.code] ?? [],
        entry: voucher.number)
    }
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    report.loans = try LoanEvidenceTable.lines(month.book, month.month)
    let byProduct = Dictionary(grouping: report.loans, by: \.product)
    report.loanProducts = try month.catalog.loanProducts.compactMap { record in
      let product = record.product
      guard let own = byProduct[product.code] else { return nil }
      let entry = try Int64.fetchOne(
        month.book, sql: "SELECT id FROM entry WHERE reference = ?",
        arguments: [reference(product.code, month.month)])
      return try MonthEndReport.LoanProduct(
        code: product.code, name: product.name, of: own, entry: entry.map { EntryNumber($0) })
    }
  }

  // MARK: - Proof

  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "loan.setAside",
      meaning: Phrase(
        id: "Pendapatan tahun lalu yang disisihkan sama dengan bukti tutup bulannya",
        en: "Income of earlier years that was set aside is what the month end's evidence says"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.loanInterest.sql)",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.loanInterest.sql)
          AND (SELECT ifnull(sum(p.amount), 0) FROM posting p
            JOIN account a ON a.id = p.account WHERE p.entry = e.id AND a.type = 'expense')
          IS NOT ifnull((SELECT sum(m.expensedInterest + m.expensedLateFee) FROM closedMonth c
            JOIN loanMonth m ON m.month = c.month JOIN loan l ON l.id = m.loan
            JOIN loanProduct o ON o.id = l.product
            WHERE c.lastDay = e.bookDate AND e.reference = 'jasa-pinjaman/' || o.code || '/'
              || printf('%04d-%02d', c.month / 12, c.month % 12 + 1)), 0)
        """),
    VerifierRules.Rule(
      name: "loan.interest",
      meaning: Phrase(
        id: "Jasa pinjaman yang diakui sama dengan bukti tutup bulannya",
        en: "The loan interest recognised is what the month end's evidence says"),
      examined: "SELECT count(*) FROM entry WHERE kind = \(EntryKind.loanInterest.sql)",
      offenders: """
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.loanInterest.sql)
          AND (SELECT ifnull(-sum(p.amount), 0) FROM posting p
            JOIN account a ON a.id = p.account WHERE p.entry = e.id AND a.type = 'income')
          IS NOT ifnull((SELECT sum(m.recognised) FROM closedMonth c
            JOIN loanMonth m ON m.month = c.month JOIN loan l ON l.id = m.loan
            JOIN loanProduct o ON o.id = l.product
            WHERE c.lastDay = e.bookDate AND e.reference = 'jasa-pinjaman/' || o.code || '/'
              || printf('%04d-%02d', c.month / 12, c.month % 12 + 1)), 0)
        """),
  ]
}
