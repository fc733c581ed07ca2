import GRDB
import KSPCore

/// Reads the list of accrued interest of a month: from what its end left, or as that would be now.
struct AccrualListReader {
  let month: EndingMonth

  func list() throws -> AccrualList {
    let isClosed =
      try Bool.fetchOne(
        month.book, sql: "SELECT EXISTS (SELECT 1 FROM closedMonth WHERE month = ?)",
        arguments: [month.month.ordinal]) ?? false
    return try AccrualList(
      month: month.month, isClosed: isClosed, lines: isClosed ? kept() : expected(),
      controls: isClosed ? controls() : [])
  }

  private static let names = """
    SELECT a.code, m.number, m.name, p.code FROM savingsAccount s
    JOIN account a ON a.id = s.account JOIN member m ON m.id = s.member
    JOIN savingsProduct p ON p.id = s.product WHERE s.account = ?
    """

  private func kept() throws -> [AccrualList.Line] {
    try Row.fetchAll(
      month.book,
      sql: """
        SELECT i.account, i.accrued, i.amount FROM interestAccrual i
        JOIN savingsAccount s ON s.account = i.account WHERE i.month = ?
        ORDER BY s.product, i.account
        """, arguments: [month.month.ordinal]
    ).map { row in
      try line(
        AccountID(row.value(0)), accrued: Rupiah(sen: row.value(1) as Int64),
        change: Rupiah(sen: row.value(2) as Int64))
    }
  }

  private func expected() throws -> [AccrualList.Line] {
    var lines: [AccrualList.Line] = []
    let working = try AccrualWorking(month)
    func add(_ finding: AccrualPass.Finding) throws {
      lines.append(
        try line(
          finding.interest.account, accrued: finding.interest.amount, change: finding.change))
    }
    if AccrualSources.all.contains(where: { $0.goesByMembers(month) }) {
      try MonthEndRun(month).walk { try working.findings($0).forEach(add) }
    }
    try working.walk(add)
    return lines.sorted { ($0.product.text, $0.account.text) < ($1.product.text, $1.account.text) }
  }

  private func line(
    _ account: AccountID, accrued: Rupiah, change: Rupiah
  ) throws -> AccrualList.Line {
    let row = try Row.fetchOne(
      month.book.cachedStatement(sql: Self.names), arguments: [account.value])
    guard let row else { throw LedgerError.invariantBroken("account #\(account.value)") }
    return AccrualList.Line(
      account: AccountCode(stored: try row.value(0)), member: try row.value(1),
      memberName: try row.value(2), product: try row.value(3), accrued: accrued, change: change)
  }

  /// What the accounts of the ledger held on the last day, beside what was set aside by then and
  /// not used: liabilities and assets on the side that is theirs.
  private func controls() throws -> [AccrualList.Control] {
    try Row.fetchAll(
      month.book,
      sql: """
        SELECT a.code, a.nameIndonesian, a.nameEnglish, a.type, x.amount,
          -(SELECT ifnull(sum(p.amount), 0) FROM posting p
            WHERE p.account = a.id AND p.bookDate <= ?2)
        FROM (SELECT held, sum(amount) AS amount FROM (
            SELECT held, amount FROM interestAccrual WHERE month <= ?1
            UNION ALL SELECT held, -amount FROM accrualUse WHERE usedOn <= ?2)
          GROUP BY held) x JOIN account a ON a.id = x.held
        ORDER BY a.code
        """, arguments: [month.month.ordinal, month.month.lastDay.dayNumber]
    ).map { row in
      let isAsset = try row.value(3) as String == AccountType.asset.rawValue
      let list = Rupiah(sen: try row.value(4) as Int64)
      let ledger = Rupiah(sen: try row.value(5) as Int64)
      return try AccrualList.Control(
        account: AccountCode(stored: row.value(0)),
        name: Phrase(id: row.value(1), en: row.value(2)),
        list: isAsset ? list.negated() : list, ledger: isAsset ? ledger.negated() : ledger)
    }
  }
}
