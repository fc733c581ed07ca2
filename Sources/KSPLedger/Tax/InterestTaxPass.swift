import GRDB
import KSPCore

/// The tax of the member's month (PPh): it gathers the interest of every source before anything is
/// withheld.
///
/// What is taken from interest that is paid now stands beside it, in the vouchers that pay it. What
/// is taken from other savings, what is claimed from members and what claims are paid by that way
/// stands in a voucher of its own.
final class InterestTaxPass: MemberPass {
  static let table = "withholdingSlip"
  static let kinds: Set<EntryKind> = [.interestTax]
  static let evidence: Set<String> = [table]

  /// Where tax under each article is owed to the treasury.
  static func role(_ article: TaxArticle) -> AccountRole {
    switch article {
    case .final: .taxFinal
    case .general: .taxOrganization
    case .corporate: .taxCorporate
    case .employee: .taxEmployee
    }
  }

  /// The accounts of the tax, in the order in which they are credited.
  static let roles: [AccountRole] = [.taxFinal, .taxOrganization, .taxReceivable]

  static func reference(_ month: BookMonth) -> String { "pajak-jasa/\(month)" }

  /// What a month did beside withholding from the interest that it pays.
  private struct Beside {
    var taken = (count: 0, amount: Rupiah.zero)
    var claimed = (count: 0, amount: Rupiah.zero)
    var recovered = (count: 0, amount: Rupiah.zero)
  }

  private let month: EndingMonth
  private let reader: InterestTaxReader
  private let kept: SQLStatement
  private let beside: MonthVoucher
  private var sums = Beside()
  private var slips = 0
  private var slipsAtZero = 0
  /// What each voucher credits to the accounts of the tax, in the order in which they came.
  private var credits: [(voucher: MonthVoucher, amounts: [AccountRole: Rupiah])] = []

  init(_ month: EndingMonth) throws {
    self.month = month
    reader = try InterestTaxReader(
      book: month.book, known: month.known, month: month.month, catalog: month.catalog)
    kept = try SQLStatement(
      month.book, "INSERT INTO withholdingSlip VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    beside = try month.desk.voucher(.interestTax, Self.reference(month.month))
  }

  func find(_ member: inout MemberMonth) throws {
    member.tax = try reader.tax(
      member, on: member.interest.map(\.gross), taking: month.month.lastDay)
    guard let tax = member.tax?.working?.tax else { return }
    for index in member.interest.indices { member.interest[index].tax = tax.perAccount[index] }
  }

  // MARK: - Posting

  func post(_ member: inout MemberMonth) throws {
    guard let tax = member.tax else { return }
    if let (rule, working) = tax.working {
      let role = Self.role(rule.article)
      // Claims of earlier months are paid first.
      var recovery = working.recovered
      func credit(_ amount: Rupiah, in voucher: MonthVoucher) throws {
        let recovered = min(recovery, amount)
        recovery = try recovery - recovered
        try add(recovered, to: .taxReceivable, in: voucher)
        try add(try amount - recovered, to: role, in: voucher)
      }
      for paid in member.interest where paid.tax.isPositive {
        guard let account = paid.creditedTo else { continue }
        try paid.voucher.add(.debit(account, paid.tax))
        try credit(paid.tax, in: paid.voucher)
      }
      for fund in tax.funds {
        try beside.add(.debit(fund.account, fund.taken))
        try credit(fund.taken, in: beside)
        try sums.taken.amount += fund.taken
      }
      if working.claimed.isPositive {
        try beside.add(.debit(month.catalog.account(.taxReceivable), working.claimed))
        try add(working.claimed, to: role, in: beside)
      }
      try count(working, hasFunds: !tax.funds.isEmpty)
    }
    slips += 1
    if tax.working?.1.monthlyTax.isPositive != true { slipsAtZero += 1 }
    try keep(tax, of: member)
  }

  private func count(_ tax: InterestTax, hasFunds: Bool) throws {
    if hasFunds { sums.taken.count += 1 }
    if tax.claimed.isPositive {
      sums.claimed.count += 1
      try sums.claimed.amount += tax.claimed
    }
    if tax.recovered.isPositive {
      sums.recovered.count += 1
      try sums.recovered.amount += tax.recovered
    }
  }

  private func add(_ amount: Rupiah, to role: AccountRole, in voucher: MonthVoucher) throws {
    guard !amount.isZero else { return }
    let index = credits.firstIndex { $0.voucher === voucher } ?? credits.endIndex
    if index == credits.endIndex { credits.append((voucher, [:])) }
    try credits[index].amounts[role, default: .zero] += amount
  }

  private func keep(_ tax: MemberTax, of member: MemberMonth) throws {
    guard month.desk.keeps(Self.table) else { return }
    kept.bind(Int64(month.month.ordinal), at: 1)
    kept.bind(member.id, at: 2)
    for (index, value) in try Self.kept(tax, of: member).enumerated() {
      kept.bind(value, at: Int32(3 + index))
    }
    try kept.run()
  }

  /// What is kept of a member's tax, in the order of the table.
  static func kept(_ tax: MemberTax, of member: MemberMonth) throws -> [StoredValue] {
    guard let (rule, working) = tax.working else {
      let article = member.payer == .individual ? TaxArticle.final : .general
      return [
        .text(member.payer.rawValue), .text(article.rawValue), .integer(0),
        StoredValue(tax.gross), .integer(0), .integer(0), .integer(0), .integer(0), .integer(0),
      ]
    }
    let rate =
      working.monthlyTax.isPositive ? rule.rate(hasTaxNumber: member.hasTaxNumber) : .zero
    // Less may be due than was settled before: the slip says what was settled.
    let total = max(working.monthlyTax, working.withheldBefore)
    return [
      .text(member.payer.rawValue), .text(rule.article.rawValue), .integer(rate.billionths),
      StoredValue(tax.gross), StoredValue(total), StoredValue(working.withheldBefore),
      StoredValue(working.withheld), StoredValue(working.recovered),
      StoredValue(try working.claimed - working.recovered),
    ]
  }

  func finish() throws {
    for (voucher, amounts) in credits {
      for role in Self.roles {
        guard let amount = amounts[role] else { continue }
        try voucher.add(.credit(month.catalog.account(role), amount))
      }
    }
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) {
    report.slips = slips
    report.slipsAtZero = slipsAtZero
    Self.section(sums, beside.number, into: &report)
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let row = try Row.fetchOne(
      month.book,
      sql: """
        SELECT count(*), count(*) FILTER (WHERE claim > -recovered),
          ifnull(sum(claim + recovered), 0), count(*) FILTER (WHERE recovered > 0),
          ifnull(sum(recovered), 0), count(*) FILTER (WHERE rateBillionths = 0)
        FROM withholdingSlip WHERE month = ?
        """, arguments: [month.month.ordinal])
    report.slips = try row?.value(0) ?? 0
    report.slipsAtZero = try row?.value(5) ?? 0
    guard let row, report.slips > 0 else { return }
    var sums = Beside()
    sums.claimed = (try row.value(1), Rupiah(sen: try row.value(2) as Int64))
    sums.recovered = (try row.value(3), Rupiah(sen: try row.value(4) as Int64))
    // What a voucher of tax debits to savings was taken from them.
    let voucher = try Row.fetchOne(
      month.book,
      sql: """
        SELECT p.entry, count(DISTINCT s.member), ifnull(sum(p.amount) FILTER
          (WHERE s.account IS NOT NULL), 0)
        FROM entry e JOIN posting p ON p.entry = e.id LEFT JOIN savingsAccount s
          ON s.account = p.account
        WHERE e.reference = ? AND e.kind = \(EntryKind.interestTax.sql) GROUP BY p.entry
        """, arguments: [reference(month.month)])
    if let voucher {
      sums.taken = (try voucher.value(1), Rupiah(sen: try voucher.value(2) as Int64))
    }
    section(sums, try voucher.map { EntryNumber(try $0.value(0)) }, into: &report)
  }

  private static func section(
    _ sums: Beside, _ voucher: EntryNumber?, into report: inout MonthEndReport
  ) {
    let lines = [
      (Phrase(id: "dipotong dari simpanan", en: "withheld from savings"), sums.taken),
      (Phrase(id: "menjadi piutang anggota", en: "claimed from members"), sums.claimed),
      (Phrase(id: "piutang yang tertagih", en: "earlier claims recovered"), sums.recovered),
    ]
    .filter { $0.1.count > 0 }
    .map {
      MonthEndReport.Section.Line(
        name: $0.0, count: $0.1.count, amount: $0.1.amount, entry: voucher)
    }
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "interest-tax", name: Phrase(id: "PPh jasa lainnya", en: "Further tax on interest"),
        lines: lines))
  }

  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation
  ) {
    guard let tax = member.tax else { return }
    explanation.received = tax.received.filter { $0.account == account }.map {
      InterestExplanation.Received(entry: $0.entry, earnedIn: $0.earnedIn, gross: $0.gross)
    }
    let index = member.interest.firstIndex { $0.earnedOn == account }
    let fund = tax.funds.first { $0.account == account }?.taken ?? .zero
    guard let (rule, working) = tax.working,
      index != nil || !explanation.received.isEmpty || fund.isPositive
    else { return }
    explanation.tax = InterestExplanation.MemberTax(
      rule: rule, monthlyGross: working.monthlyGross, monthlyTax: working.monthlyTax,
      withheldBefore: working.withheldBefore,
      accountTax: index.map { working.perAccount[$0] } ?? .zero, fundTax: fund,
      claimed: working.claimed, recovered: working.recovered)
  }
}

// MARK: - Proof

extension InterestTaxPass {
  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "tax.slips",
      meaning: Phrase(
        id: "Bukti potong sama dengan pajak yang dipotong",
        en: "The slips are the tax that was withheld"),
      examined: "SELECT count(*) FROM withholdingSlip",
      // What a voucher of tax took from other savings is more than what the interest bore.
      offenders: """
        SELECT printf('%s %04d-%02d', ifnull(m.number, '#' || w.member), w.month / 12,
          w.month % 12 + 1)
        FROM withholdingSlip w LEFT JOIN member m ON m.id = w.member
        WHERE w.tax - w.settled - w.withheld <> w.claim + w.recovered
          OR w.withheld + w.recovered <> ifnull((SELECT sum(i.tax) FROM savingsAccount s
            CROSS JOIN savingsInterest i ON i.month = w.month AND i.account = s.account
            WHERE s.member = w.member), 0)
          + CASE WHEN w.claim = 0 AND w.settled = 0 AND w.recovered = 0 AND NOT EXISTS
              (SELECT 1 FROM interestPart p WHERE p.taxedIn = w.month AND p.member = w.member)
              AND NOT EXISTS (SELECT 1 FROM memberMerge g WHERE g.survivor = w.member)
            THEN 0 ELSE ifnull((SELECT sum(p.amount) FROM entry e
              JOIN posting p ON p.entry = e.id
              JOIN savingsAccount s ON s.account = p.account
              WHERE e.reference = printf('pajak-jasa/%04d-%02d', w.month / 12, w.month % 12 + 1)
                AND e.kind = \(EntryKind.interestTax.sql) AND s.member = w.member), 0) END
        """),
    VerifierRules.Rule(
      name: "tax.settled",
      meaning: Phrase(
        id: "Pajak yang diselesaikan di luar akhir bulan sama dengan yang dibukukan",
        en: "Tax that was settled outside of month ends is what was posted"),
      examined: "SELECT count(*) FROM taxSettled",
      offenders: """
        SELECT printf('JU-%06d', t.voucher) FROM taxSettled t WHERE t.voucher IS NOT NULL
        GROUP BY t.voucher HAVING sum(t.tax) <> -ifnull((SELECT sum(p.amount) FROM posting p
          WHERE p.entry = t.voucher AND p.account IN (SELECT account FROM accountRole
            WHERE role IN ('tax-final', 'tax-organization', 'tax-overpaid'))), 0)
        UNION ALL
        SELECT m.number FROM taxSettled t JOIN member m ON m.id = t.member
        WHERE t.voucher IS NULL AND (t.tax <> 0 OR t.withheld <> 0 OR t.recovered <> 0)
        """),
    VerifierRules.Rule(
      name: "tax.claims",
      meaning: Phrase(
        id: "Piutang PPh anggota sama dengan yang dibukukan, bukti demi bukti",
        en: "Claims of tax on members are what was posted, voucher by voucher"),
      examined: "SELECT (SELECT count(*) FROM taxSettled) + (SELECT count(*) FROM taxClaim)",
      offenders: """
        WITH claimed AS (
          SELECT p.entry, sum(p.amount) AS amount FROM posting p WHERE p.account IN
            (SELECT account FROM accountRole WHERE role = 'tax-receivable') GROUP BY p.entry)
        SELECT printf('JU-%06d', c.entry) FROM taxClaim c
        WHERE c.amount <> -ifnull((SELECT amount FROM claimed WHERE entry = c.entry), 0)
        UNION ALL
        SELECT printf('JU-%06d', t.voucher) FROM taxSettled t WHERE t.voucher IS NOT NULL
        GROUP BY t.voucher HAVING sum(t.tax - t.withheld - t.recovered)
          <> ifnull((SELECT amount FROM claimed WHERE entry = t.voucher), 0)
        UNION ALL
        SELECT printf('JU-%06d', e.id) FROM claimed c JOIN entry e ON e.id = c.entry
        WHERE e.kind = \(EntryKind.taxClaim.sql)
          AND NOT EXISTS (SELECT 1 FROM taxClaim t WHERE t.entry = e.id)
        """),
    VerifierRules.Rule(
      name: "tax.parts",
      meaning: Phrase(
        id: "Bagian jasa menurut bulan berjumlah jasa yang dibukukan",
        en: "Parts of interest by month add up to the interest that was posted"),
      examined: "SELECT count(*) FROM interestPart",
      offenders: """
        SELECT printf('JU-%06d', i.entry) FROM interestPart i
        LEFT JOIN savingsAccount s ON s.account = i.account AND s.member = i.member
        GROUP BY i.entry HAVING count(*) <> count(s.account)
          OR sum(i.gross) <> ifnull((SELECT sum(p.amount) FROM posting p
            JOIN account a ON a.id = p.account
            WHERE p.entry = i.entry AND a.type = 'expense'), 0)
            + ifnull((SELECT sum(u.amount) FROM accrualUse u WHERE u.entry = i.entry), 0)
        """),
  ]

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    try InterestTaxRecomputation(book)
  }
}
