import GRDB
import KSPCore

/// Keeps what became of interest that is not simply credited in the month that earned it: what
/// waits for the end of its period, what a period credits, what lapses.
///
/// ``SavingsInterestPass`` finds it and pays what is credited.
final class WaitingInterestPass: MemberPass {
  static let table = "waitingInterest"
  static let evidence: Set<String> = [table]

  /// What the month did for one product.
  private struct Sum {
    var waiting = (count: 0, amount: Rupiah.zero)
    var dropped = (count: 0, amount: Rupiah.zero)

    mutating func add(_ interest: WaitingInterest) throws {
      if interest.remaining.isPositive {
        waiting.count += 1
        waiting.amount = try waiting.amount + interest.remaining
      }
      if interest.dropped.isPositive {
        dropped.count += 1
        dropped.amount = try dropped.amount + interest.dropped
      }
    }
  }

  private let month: EndingMonth
  private let kept: SQLStatement
  /// One for each product of the catalog.
  private var sums: [Sum]

  init(_ month: EndingMonth) throws {
    self.month = month
    kept = try SQLStatement(
      month.book,
      """
      INSERT INTO waitingInterest (month, account, brought, earned, credited, dropped)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    sums = month.catalog.products.map { _ in Sum() }
  }

  func post(_ member: inout MemberMonth) throws {
    for waiting in member.waiting {
      try sums[waiting.product].add(waiting.interest)
      guard month.desk.keeps(Self.table) else { continue }
      kept.bind(Int64(month.month.ordinal), at: 1)
      kept.bind(waiting.account.value, at: 2)
      for (index, amount) in Self.kept(waiting.interest).enumerated() {
        kept.bind(amount.sen, at: Int32(3 + index))
      }
      try kept.run()
    }
  }

  /// What is kept of an account, in the order of the table.
  static func kept(_ interest: WaitingInterest) -> [Rupiah] {
    [interest.brought, interest.earned, interest.credited, interest.dropped]
  }

  // MARK: - Reporting

  func report(into report: inout MonthEndReport) {
    let lines = zip(month.catalog.products, sums).flatMap { Self.lines($0.product.name, $1) }
    Self.add(lines, to: &report)
  }

  static func read(_ month: EndingMonth, into report: inout MonthEndReport) throws {
    var sums: [Int64: Sum] = [:]
    let rows = try Row.fetchCursor(
      month.book,
      sql: """
        SELECT s.product, w.brought, w.earned, w.credited, w.dropped FROM waitingInterest w
        JOIN savingsAccount s ON s.account = w.account WHERE w.month = ?
        """, arguments: [month.month.ordinal])
    while let row = try rows.next() {
      try sums[row.value(0), default: Sum()].add(interest(row, from: 1))
    }
    let lines = month.catalog.products.flatMap { product in
      sums[product.id].map { Self.lines(product.product.name, $0) } ?? []
    }
    add(lines, to: &report)
  }

  private static func lines(_ product: Phrase, _ sum: Sum) -> [MonthEndReport.Section.Line] {
    [
      (sum.waiting, Phrase(id: "menunggu akhir masa", en: "waits for the end of its period")),
      (sum.dropped, Phrase(id: "hangus, terlalu kecil", en: "lapsed, too small")),
    ].filter { $0.0.count > 0 }.map { part, what in
      MonthEndReport.Section.Line(
        name: Phrase(
          id: "\(product.indonesian): \(what.indonesian)",
          en: "\(product.english): \(what.english)"),
        count: part.count, amount: part.amount, entry: nil)
    }
  }

  private static func add(
    _ lines: [MonthEndReport.Section.Line], to report: inout MonthEndReport
  ) {
    guard !lines.isEmpty else { return }
    report.sections.append(
      MonthEndReport.Section(
        code: "waiting-interest",
        name: Phrase(id: "Jasa yang belum dibukukan", en: "Interest not credited yet"),
        lines: lines))
  }

  // MARK: - Explaining

  func explain(
    _ account: AccountID, of member: MemberMonth, into explanation: inout AccountExplanation
  ) throws {
    guard let found = member.waiting.first(where: { $0.account == account }) else { return }
    let product = month.catalog.products[found.product]
    let crediting =
      product.terms(in: month.month).interest?.crediting ?? InterestCrediting()
    explanation.waiting = try InterestExplanation.Waiting(
      months: monthsBefore(account), interest: found.interest, kept: Self.kept(account, month),
      crediting: crediting,
      creditedIn: crediting.creditingMonth(
        of: month.month, yearStart: month.catalog.settings.yearStart))
  }

  /// The months before whose interest waits, oldest first: back to the one that found nothing
  /// waiting.
  private func monthsBefore(
    _ account: AccountID
  ) throws -> [InterestExplanation.Waiting.Month] {
    let rows = try Row.fetchCursor(
      month.book,
      sql: """
        SELECT month, earned, brought, credited + dropped FROM waitingInterest
        WHERE account = ? AND month < ? ORDER BY month DESC
        """, arguments: [account.value, month.month.ordinal])
    var months: [InterestExplanation.Waiting.Month] = []
    while let row = try rows.next(), try (row.value(3) as Int64) == 0 {
      months.append(
        InterestExplanation.Waiting.Month(
          month: try BookMonth(ordinal: row.value(0)),
          earned: Rupiah(sen: try row.value(1) as Int64)))
      if try (row.value(2) as Int64) == 0 { break }
    }
    return months.reversed()
  }

  private static func kept(
    _ account: AccountID, _ month: EndingMonth
  ) throws -> WaitingInterest? {
    try Row.fetchOne(
      month.book,
      sql: """
        SELECT brought, earned, credited, dropped FROM waitingInterest
        WHERE month = ? AND account = ?
        """, arguments: [month.month.ordinal, account.value]
    ).map { try interest($0, from: 0) }
  }

  private static func interest(_ row: Row, from index: Int) throws -> WaitingInterest {
    try WaitingInterest(
      brought: Rupiah(sen: row.value(index) as Int64),
      earned: Rupiah(sen: row.value(index + 1) as Int64),
      credited: Rupiah(sen: row.value(index + 2) as Int64),
      dropped: Rupiah(sen: row.value(index + 3) as Int64))
  }

  static let rules: [VerifierRules.Rule] = [
    VerifierRules.Rule(
      name: "interest.settled",
      meaning: Phrase(
        id: "Jasa yang menunggu diselesaikan sekali saat rekening ditutup, dengan bukti jasanya",
        en: "Waiting interest is settled once when its account closes, with the voucher it went to"),
      examined: """
        SELECT count(*) FROM account a WHERE a.closedOn IS NOT NULL
          AND EXISTS (SELECT 1 FROM waitingInterest w WHERE w.account = a.id)
        """,
      offenders: """
        WITH last AS (
          SELECT w.account AS account, w.brought + w.earned - w.credited - w.dropped AS waits,
            max(w.month) AS month FROM waitingInterest w GROUP BY w.account)
        SELECT a.code FROM waitingSettlement s JOIN account a ON a.id = s.account
        LEFT JOIN last l ON l.account = s.account
        WHERE a.closedOn IS NOT s.settledOn OR l.waits IS NOT s.waited
          OR ifnull((SELECT c.lastDay FROM closedMonth c WHERE c.month = l.month), 0)
            >= s.settledOn
          OR (s.voucher IS NULL AND s.running <> 0)
          OR (s.voucher IS NOT NULL AND s.waited + s.running IS NOT
            (SELECT sum(i.gross) FROM interestPart i
              WHERE i.entry = s.voucher AND i.account = s.account))
        UNION ALL
        SELECT a.code FROM last l JOIN account a ON a.id = l.account
        WHERE a.closedOn IS NOT NULL AND l.waits > 0
          AND NOT EXISTS (SELECT 1 FROM waitingSettlement s WHERE s.account = l.account)
        """)
  ]

  static func recomputation(_ book: Database) throws -> (any MonthEndRecomputation)? {
    try WaitingInterestRecomputation(book)
  }
}
