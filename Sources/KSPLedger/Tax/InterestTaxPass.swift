import GRDB
import KSPCore

/// The tax of the member's month (PPh): it gathers the interest of every source before anything is
/// withheld, and is taken once, from the vouchers that pay the interest.
///
/// A voucher of its own would say nothing more: what is withheld from an account stands beside what
/// it earned, on the statement as in the journal.
final class InterestTaxPass: MonthEndPass {
  static let table = "withholdingSlip"
  static let evidence: Set<String> = [table]

  /// Where what is withheld from each kind of member is owed to the treasury.
  static let roles: [(kind: Member.Kind, role: AccountRole)] = [
    (.individual, .taxFinal), (.organization, .taxOrganization),
  ]

  private let month: EndingMonth
  private let reader: InterestTaxReader
  private let kept: SQLStatement
  private var slips = 0
  /// What was withheld in each voucher, in the order in which they came.
  private var withheld: [(voucher: MonthVoucher, tax: [Member.Kind: Rupiah])] = []

  init(_ month: EndingMonth) throws {
    self.month = month
    reader = try InterestTaxReader(month.book, month: month.month, catalog: month.catalog)
    kept = try SQLStatement(month.book, "INSERT INTO withholdingSlip VALUES (?, ?, ?, ?)")
  }

  func find(_ member: inout MemberMonth) throws {
    guard !member.interest.isEmpty else { return }
    let working = try reader.tax(
      member: member.id, kind: member.kind, on: member.interest.map(\.gross))
    var (gross, withheld) = (Rupiah.zero, Rupiah.zero)
    for index in member.interest.indices {
      let tax = working?.tax.perAccount[index] ?? .zero
      member.interest[index].tax = tax
      try gross += member.interest[index].gross
      try withheld += tax
    }
    member.tax = MemberTax(
      working: working, gross: working?.tax.monthlyGross ?? gross, withheld: withheld)
  }

  func post(_ member: inout MemberMonth) throws {
    guard let tax = member.tax else { return }
    for paid in member.interest where paid.tax.isPositive {
      guard let account = paid.creditedTo else { continue }
      try paid.voucher.add(.debit(account, paid.tax))
      try add(paid.tax, of: member.kind, in: paid.voucher)
    }
    slips += 1
    guard month.desk.keeps(Self.table) else { return }
    kept.bind(Int64(month.month.ordinal), at: 1)
    kept.bind(member.id, at: 2)
    kept.bind(tax.gross.sen, at: 3)
    kept.bind(tax.withheld.sen, at: 4)
    try kept.run()
  }

  private func add(_ tax: Rupiah, of kind: Member.Kind, in voucher: MonthVoucher) throws {
    let index = withheld.firstIndex { $0.voucher === voucher } ?? withheld.endIndex
    if index == withheld.endIndex { withheld.append((voucher, [:])) }
    try withheld[index].tax[kind, default: .zero] += tax
  }

  func finish() throws {
    for (voucher, tax) in withheld {
      for (kind, role) in Self.roles {
        guard let amount = tax[kind] else { continue }
        try voucher.add(.credit(month.catalog.account(role), amount))
      }
    }
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) { report.slips = slips }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    report.slips =
      try Int.fetchOne(
        month.book, sql: "SELECT count(*) FROM withholdingSlip WHERE month = ?",
        arguments: [month.month.ordinal]) ?? 0
  }

  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation
  ) {
    guard let index = member.interest.firstIndex(where: { $0.earnedOn == account }),
      let (rule, tax) = member.tax?.working
    else { return }
    explanation.tax = InterestExplanation.MemberTax(
      rule: rule, monthlyGross: tax.monthlyGross, monthlyTax: tax.monthlyTax,
      withheldBefore: tax.withheldBefore, accountTax: tax.perAccount[index])
  }

  /// The slips of a month, by member number.
  static func slips(_ db: Database, _ month: BookMonth) throws -> [WithholdingSlip] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT m.number, m.name, m.nik, m.npwp, m.kind, w.gross, w.tax
        FROM withholdingSlip w JOIN member m ON m.id = w.member
        WHERE w.month = ? ORDER BY m.number
        """, arguments: [month.ordinal]
    ).map { row in
      try WithholdingSlip(
        month: month, memberNumber: row.value(0), memberName: row.value(1),
        nik: row.optional(2), npwp: row.optional(3),
        memberKind: Member.Kind(rawValue: row.value(4)) ?? .individual,
        gross: Rupiah(sen: row.value(5) as Int64), tax: Rupiah(sen: row.value(6) as Int64))
    }
  }
}

// MARK: - Proof

extension InterestTaxPass {
  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "tax.slips",
      meaning: Phrase(
        "Bukti potong sama dengan pajak yang dipotong",
        "The slips are the tax that was withheld"),
      examined: "SELECT count(*) FROM withholdingSlip",
      offenders: """
        SELECT printf('%s %04d-%02d', ifnull(m.number, '#' || w.member), w.month / 12,
          w.month % 12 + 1)
        FROM withholdingSlip w LEFT JOIN member m ON m.id = w.member
        WHERE w.tax <> ifnull((SELECT sum(i.tax) FROM savingsAccount s
          CROSS JOIN savingsInterest i ON i.month = w.month AND i.account = s.account
          WHERE s.member = w.member), 0)
        """)
  ]

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    try InterestTaxRecomputation(book)
  }
}
