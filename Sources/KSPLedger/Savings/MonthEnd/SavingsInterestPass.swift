import GRDB
import KSPCore

/// The interest on savings: one voucher per product, one line of evidence per account.
final class SavingsInterestPass: MemberPass {
  static let table = "savingsInterest"
  static let kinds: Set<EntryKind> = [.savingsInterest]
  static let evidence: Set<String> = [table]

  /// What one product comes to.
  private struct Sum {
    let voucher: MonthVoucher
    var examined = 0
    var paid = 0
    var gross = Rupiah.zero
    var tax = Rupiah.zero
  }

  private let month: EndingMonth
  private let reader: InterestReader
  private let accounts: PayingAccounts
  private let targets: SQLStatement
  private let kept: SQLStatement
  /// One for each product of the catalog.
  private var sums: [Sum]
  /// What the accounts of the member that is looked at earn, or do not.
  private var earned: [InterestReader.AccountInterest] = []

  init(_ month: EndingMonth) throws {
    self.month = month
    reader = try InterestReader(
      month.book, known: month.known, month: month.month, catalog: month.catalog)
    accounts = try PayingAccounts(
      month.known, of: reader.payingProducts, in: month.month)
    // The first that is open; where none is, the last one.
    targets = try SQLStatement(
      month.known,
      """
      SELECT s.account, a.closedOn FROM savingsAccount s JOIN account a ON a.id = s.account
      WHERE s.member = ?1 AND s.product = ?2
      ORDER BY a.closedOn IS NOT NULL,
        CASE WHEN a.closedOn IS NULL THEN s.ordinal ELSE -s.ordinal END
      """)
    kept = try SQLStatement(
      month.book, "INSERT INTO savingsInterest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    sums = try month.catalog.products.map { product in
      Sum(
        voucher: try month.desk.voucher(
          .savingsInterest, "jasa/\(product.product.code)/\(month.month)"))
    }
  }

  // MARK: - Finding

  func find(_ member: inout MemberMonth) throws {
    earned.removeAll(keepingCapacity: true)
    try accounts.forEach(of: member.id) { try find($0, &member) }
  }

  private func find(_ account: PayingAccounts.Account, _ member: inout MemberMonth) throws {
    guard let product = reader.payingProduct(account.product) else { return }
    sums[product].examined += 1
    guard
      let interest = try reader.interest(of: account.id, product: product, for: member.standing)
    else { return }
    earned.append(interest)
    if interest.outcome.isWorthKeeping {
      member.waiting.append(
        WaitingAccount(account: account.id, product: product, interest: interest.outcome))
    }
    guard interest.outcome.credited.isPositive else { return }
    member.interest.append(
      PaidInterest(
        source: Self.table, earnedOn: account.id,
        creditedTo: try receiving(account.id, account.closedOn, product, of: member.id),
        gross: interest.outcome.credited, voucher: sums[product].voucher, product: product,
        working: Self.kept(of: interest)))
  }

  /// The account that receives the interest: the same one, or the member's first in another
  /// product; nil while they have none there.
  private func receiving(
    _ account: AccountID, _ closedOn: Int64?, _ index: Int, of member: Int64
  ) throws -> AccountID? {
    let product = month.catalog.products[index]
    guard let code = product.terms(in: month.month).interestCreditedTo else {
      return try requireOpen(account, closedOn)
    }
    targets.bind(member, at: 1)
    targets.bind(try month.catalog.product(code).id, at: 2)
    defer { targets.reset() }
    guard try targets.step() else { return nil }
    return try requireOpen(AccountID(targets.int64(0)), targets.optionalInt64(1))
  }

  private func requireOpen(_ account: AccountID, _ closedOn: Int64?) throws -> AccountID {
    guard let closedOn else { return account }
    let code = try month.known.code(of: account)
    throw LedgerError.accountClosed(
      AccountCode(stored: code ?? "#\(account.value)"), on: try BookDate(stored: closedOn))
  }

  /// What is kept of a working, in the order of the table: opening, closing, days, rate, basis.
  private static func kept(of interest: InterestReader.AccountInterest) -> [StoredValue] {
    let run = interest.working.runs.last
    return [
      StoredValue(interest.opening), StoredValue(interest.closing),
      StoredValue(interest.working.runs.reduce(0) { $0 + $1.days }),
      .integer(run?.rate.billionths ?? 0),
      .text(run?.rate.basis.rawValue ?? Rate.Basis.year.rawValue),
    ]
  }

  // MARK: - Posting

  func post(_ member: inout MemberMonth) throws {
    for index in member.interest.indices where member.interest[index].source == Self.table {
      let account = try account(for: member.interest[index], of: member.id)
      member.interest[index].creditedTo = account
      let paid = member.interest[index]
      try paid.voucher.add(.credit(account, paid.gross))
      try keep(paid)
      sums[paid.product].paid += 1
      try sums[paid.product].gross += paid.gross
      try sums[paid.product].tax += paid.tax
    }
  }

  private func account(for paid: PaidInterest, of member: Int64) throws -> AccountID {
    let terms = month.catalog.products[paid.product].terms(in: month.month)
    guard paid.creditedTo == nil, let code = terms.interestCreditedTo else {
      return paid.creditedTo ?? paid.earnedOn
    }
    // Another account of the member may have opened it just now: the desk looks again.
    return try month.desk.openAccount(of: member, in: month.catalog.product(code))
  }

  private func keep(_ paid: PaidInterest) throws {
    guard month.desk.keeps(Self.table) else { return }
    kept.bind(Int64(month.month.ordinal), at: 1)
    kept.bind(paid.earnedOn.value, at: 2)
    kept.bind(paid.voucher.number?.value ?? 0, at: 3)
    for (index, value) in paid.working.enumerated() { kept.bind(value, at: Int32(4 + index)) }
    kept.bind(paid.gross.sen, at: 9)
    kept.bind(paid.tax.sen, at: 10)
    try kept.run()
  }

  func finish() throws {
    for (product, sum) in zip(month.catalog.products, sums) {
      try sum.voucher.add(.debit(product.interestExpenseAccount, sum.gross))
    }
    let examined = looked.map { product, sum in
      [StoredValue(month.month), .integer(product.id), StoredValue(sum.examined)]
    }
    month.findings.atClosing.append(
      .insert("monthProduct", columns: ["month", "product", "examined"], rows: examined))
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) throws {
    report.products = looked.map { product, sum in
      MonthEndReport.Product(
        code: product.product.code, name: product.product.name, accountsExamined: sum.examined,
        accountsPaid: sum.paid, gross: sum.gross, tax: sum.tax, entry: sum.voucher.number)
    }
  }

  /// The products whose accounts the month looks at.
  private var looked: [(product: Catalog.Product, sum: Sum)] {
    month.catalog.products.indices.filter(reader.isPaying).map {
      (month.catalog.products[$0], sums[$0])
    }
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let rows = try Row.fetchAll(
      month.book,
      sql: """
        SELECT s.product, count(*), sum(i.gross), sum(i.tax), min(i.entry)
        FROM savingsInterest i JOIN savingsAccount s ON s.account = i.account
        WHERE i.month = ? GROUP BY s.product
        """, arguments: [month.month.ordinal])
    let byProduct = Dictionary(
      // A damaged index may hand over a row twice.
      try rows.map { (try $0.value(0) as Int64, $0) }, uniquingKeysWith: { first, _ in first })
    let examined = Dictionary(
      try Row.fetchAll(
        month.book, sql: "SELECT product, examined FROM monthProduct WHERE month = ?",
        arguments: [month.month.ordinal]
      ).map { (try $0.value(0) as Int64, try $0.value(1) as Int) },
      uniquingKeysWith: { first, _ in first })
    report.products = try month.catalog.products.compactMap { product in
      guard let examined = examined[product.id] else { return nil }
      let row = byProduct[product.id]
      return try MonthEndReport.Product(
        code: product.product.code, name: product.product.name, accountsExamined: examined,
        accountsPaid: try row?.optional(1) as Int? ?? 0,
        gross: Rupiah(sen: (row?.optional(2) as Int64?) ?? 0),
        tax: Rupiah(sen: (row?.optional(3) as Int64?) ?? 0),
        entry: (row?.optional(4) as Int64?).map { EntryNumber($0) })
    }
  }

  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation
  ) throws {
    explanation.working = earned.first { $0.account == account }?.working
    explanation.posted = try Row.fetchOne(
      month.book,
      sql: "SELECT entry, gross, tax FROM savingsInterest WHERE month = ? AND account = ?",
      arguments: [month.month.ordinal, account.value]
    ).map { row in
      try InterestExplanation.Posted(
        entry: EntryNumber(row.value(0)), gross: Rupiah(sen: row.value(1) as Int64),
        tax: Rupiah(sen: row.value(2) as Int64))
    }
    explanation.corrections = try Row.fetchAll(
      month.book,
      sql: """
        SELECT entry, paid, right FROM interestCorrection
        WHERE account = ? AND month = ? ORDER BY entry
        """, arguments: [account.value, month.month.ordinal]
    ).map { row in
      try InterestExplanation.Correction(
        entry: EntryNumber(row.value(0)), paid: Rupiah(sen: row.value(1) as Int64),
        right: Rupiah(sen: row.value(2) as Int64))
    }
  }
}

// MARK: - Proof

extension SavingsInterestPass {
  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "interest.posted",
      meaning: Phrase(
        id: "Bukti perhitungan jasa sama dengan yang dibukukan",
        en: "The evidence of interest is what was posted"),
      examined: "SELECT count(*) FROM savingsInterest",
      offenders: """
        SELECT printf('JU-%06d', i.entry) FROM savingsInterest i
        GROUP BY i.entry HAVING sum(i.gross) <> ifnull((
          SELECT p.amount FROM posting p JOIN account a ON a.id = p.account
          WHERE p.entry = i.entry AND a.type = 'expense'), 0)
        UNION ALL
        SELECT printf('JU-%06d', e.id) FROM entry e
        WHERE e.kind = \(EntryKind.savingsInterest.sql)
          AND NOT EXISTS (SELECT 1 FROM savingsInterest WHERE entry = e.id)
        """)
  ]

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    try SavingsInterestRecomputation(book)
  }
}
