import GRDB
import KSPCore

/// Reads the open items of transit accounts: those of payers, insurers and leavers, and those that
/// the cooperative marked itself.
struct TransitReader {
  let db: Database

  /// The roles of accounts that money passes through.
  static let roles: [AccountRole] = [.transit, .payroll, .insurer, .leaverPayable]

  /// The accounts that money passes through: id, code, both names, whether what is owed in it is an
  /// asset, and whether one payer owes it.
  private static let accounts = """
    SELECT id, code, nameIndonesian, nameEnglish, type = '\(AccountType.asset.rawValue)',
      EXISTS (SELECT 1 FROM accountRole WHERE account = a.id AND isHeld = 1
        AND role = '\(AccountRole.payroll.rawValue)')
    FROM account a WHERE id IN (SELECT account FROM accountRole WHERE isHeld = 1
      AND role IN (\(roles.map { "'\($0.rawValue)'" }.joined(separator: ", "))))
    """

  /// The open items on a day, by account.
  func list(on date: BookDate) throws -> TransitList {
    TransitList(
      date: date,
      accounts: try Row.fetchAll(db, sql: Self.accounts + " ORDER BY code").map { account in
        try TransitAccount(
          code: AccountCode(stored: account.value(1)),
          name: Phrase(id: account.value(2), en: account.value(3)), items: items(of: account, date))
      })
  }

  /// What an entry took from an account beyond what is open of the same there; nil for an account
  /// that no money passes through, and where nothing is beyond.
  func beyond(
    _ entry: EntryNumber, on account: AccountID, _ date: BookDate
  ) throws -> Rupiah? {
    let account = try Row.fetchOne(
      db, sql: Self.accounts + " AND id = ?", arguments: [account.value])
    guard let account else { return nil }
    let items = try items(of: account, date)
    guard let open = items.first(where: { $0.entry == entry })?.open, open.isNegative else {
      return nil
    }
    return try open.negated()
  }

  private func items(of account: Row, _ date: BookDate) throws -> [TransitItem] {
    let isAsset: Bool = try account.value(4)
    // A payer owes what it deducted as one sum, whomever it was deducted from.
    let isOfOnePayer: Bool = try account.value(5)
    var matching = TransitMatching()
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: Self.movements),
      arguments: ["account": account.value(0) as Int64, "day": date.dayNumber])
    while let row = try rows.next() {
      let amount = Rupiah(sen: try row.value(2) as Int64)
      let memo = try row.optional(3) as String?
      let about = try self.about(row, memo)
      try matching.take(
        TransitMatching.Movement(
          entry: EntryNumber(row.value(0)), date: BookDate(stored: row.value(1)),
          key: isOfOnePayer && about?.isMark != true ? nil : about?.key,
          about: about?.shown, memo: memo,
          amount: isAsset ? amount : amount.negated()))
    }
    return matching.items(on: date)
  }

  /// Every voucher that moves the account by a day, with the only member that it is about: whose
  /// savings or loan it touches, who left, or whose loan an insurer pays. Two that cancel each
  /// other out by then never were.
  private static let movements = """
    SELECT e.id, e.bookDate, x.amount, e.memo,
      (SELECT group_concat(DISTINCT m.member) FROM (
        SELECT s.member FROM posting q JOIN savingsAccount s ON s.account = q.account
          WHERE q.entry = e.id
        UNION SELECT l.member FROM posting q JOIN loanAccount c ON c.account = q.account
          JOIN loan l ON l.id = c.loan WHERE q.entry = e.id
        UNION SELECT member FROM leaverPayment WHERE entry = e.id
        UNION SELECT l.member FROM insurancePayment i JOIN posting q ON q.entry = i.claim
          JOIN loanAccount c ON c.account = q.account JOIN loan l ON l.id = c.loan
          WHERE i.entry = e.id) m),
      (SELECT party FROM cashParty WHERE entry = e.id)
    FROM (SELECT entry, sum(amount) AS amount FROM posting
      WHERE account = :account AND bookDate <= :day GROUP BY entry) x
    JOIN entryStanding e ON e.id = x.entry
    LEFT JOIN entryStanding o ON o.id = e.reverses
    WHERE x.amount <> 0 AND (e.reversedOn IS NULL OR e.reversedOn > :day) AND e.reverses IS NULL
    ORDER BY e.bookDate, e.id
    """

  /// What a voucher is about, to find what it settles and for people.
  private typealias About = (key: String, shown: String, isMark: Bool)

  /// What a voucher is about: the mark in its memo that begins with `#`, its only member, or who
  /// brought or got the money.
  private func about(_ row: Row, _ memo: String?) throws -> About? {
    let mark = memo?.split(separator: " ").first { $0.hasPrefix("#") && $0.count > 1 }
    if let mark { return ("# \(mark.lowercased())", String(mark), true) }
    if let id = try (row.optional(4) as String?).flatMap({ Int64($0) }) {
      let member = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT number, name FROM member WHERE id = ?"), arguments: [id])
      guard let member else { throw LedgerError.invariantBroken("member #\(id)") }
      let name = "\(try member.value(0) as String) \(try member.value(1) as String)"
      return ("member \(id)", name, false)
    }
    return try (row.optional(5) as String?).map { ("party \($0.lowercased())", $0, false) }
  }
}
