import GRDB
import KSPCore

/// Sets interest aside that a month earned and that falls due later, and writes off what was paid
/// in advance (akrual jasa): one voucher for each product, one line of evidence for each account.
///
/// What stands set aside is brought to what is earned by the last day, so that what was paid,
/// forfeited or entered late since is taken back, and nothing is set aside twice.
final class AccrualPass: MemberPass {
  static let table = "interestAccrual"
  static let kinds: Set<EntryKind> = [.accrual]
  static let evidence: Set<String> = [table]

  /// What a month does for one account.
  struct Finding {
    let interest: AccruedInterest
    /// The account of the ledger that holds it.
    let held: AccountID
    /// What the month adds to what stood before.
    let change: Rupiah
  }

  /// What a month does for one product.
  private struct Sum {
    var count = 0
    var held: [AccountID: Rupiah] = [:]

    mutating func add(_ finding: Finding) throws {
      count += 1
      let before = held[finding.held, default: .zero]
      held[finding.held] = try before + finding.change
    }
  }

  private let month: EndingMonth
  private let working: AccrualWorking
  private let insert: SQLStatement
  private var sums: [Int64: Sum] = [:]
  private var lines: [MonthEndReport.Section.Line] = []

  init(_ month: EndingMonth) throws {
    self.month = month
    working = try AccrualWorking(month)
    insert = try SQLStatement(
      month.book,
      """
      INSERT INTO interestAccrual (month, account, held, accrued, amount) VALUES (?, ?, ?, ?, ?)
      """)
  }

  static func reference(_ product: ProductCode, _ month: BookMonth) -> String {
    "akrual/\(product)/\(month)"
  }

  func post(_ member: inout MemberMonth) throws {
    for finding in try working.findings(member) { try keep(finding) }
  }

  func finish() throws {
    try working.walk(keep)
    for (id, sum) in sums.sorted(by: { $0.key < $1.key }) { try post(sum, id) }
  }

  private func keep(_ finding: Finding) throws {
    try sums[finding.interest.product, default: Sum()].add(finding)
    guard month.desk.keeps(Self.table) else { return }
    insert.bind(Int64(month.month.ordinal), at: 1)
    insert.bind(finding.interest.account.value, at: 2)
    insert.bind(finding.held.value, at: 3)
    insert.bind(finding.interest.amount.sen, at: 4)
    insert.bind(finding.change.sen, at: 5)
    try insert.run()
  }

  private func post(_ sum: Sum, _ id: Int64) throws {
    let product = try month.catalog.product(id: id)
    let voucher = try month.desk.voucher(
      .accrual, Self.reference(product.product.code, month.month))
    for leg in try PostingRules.accrual(sum.held, expense: product.interestExpenseAccount) {
      try voucher.add(leg)
    }
    lines.append(
      MonthEndReport.Section.Line(
        name: product.product.name, count: sum.count,
        amount: try sum.held.values.map(\.self).sum(), entry: voucher.number))
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) { Self.add(lines, to: &report) }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    let rows = try Row.fetchAll(
      month.book,
      sql: """
        SELECT s.product, count(*), sum(i.amount) FROM interestAccrual i
        JOIN savingsAccount s ON s.account = i.account WHERE i.month = ?
        GROUP BY s.product ORDER BY s.product
        """, arguments: [month.month.ordinal])
    let lines = try rows.map { row in
      let product = try month.catalog.product(id: row.value(0)).product
      let entry = try Int64.fetchOne(
        month.book, sql: "SELECT id FROM entry WHERE reference = ?",
        arguments: [reference(product.code, month.month)])
      return MonthEndReport.Section.Line(
        name: product.name, count: try row.value(1), amount: Rupiah(sen: try row.value(2) as Int64),
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
        code: "accruals", name: Phrase(id: "Akrual jasa simpanan", en: "Accrued interest"),
        lines: lines))
  }

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    try AccrualRecomputation(book)
  }
}
