import GRDB
import KSPCore

/// Looks for a word in the register, the accounts, the loans and the journal.
struct SearchReader {
  let db: Database
  let memory: BookMemory
  let catalog: Catalog
  let today: BookDate
  /// How many of each kind are shown.
  let limit: Int

  /// Of more members than this the accounts and loans are not listed.
  private static let few = 5

  func find(_ text: String) throws -> SearchResult {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var cut: Set<SearchResult.Hit.Kind> = []
    func first(
      _ kind: SearchResult.Hit.Kind, _ hits: [SearchResult.Hit]
    ) -> [SearchResult.Hit] {
      if hits.count > limit { cut.insert(kind) }
      return Array(hits.prefix(limit))
    }
    guard !text.isEmpty else { return SearchResult(text: text, hits: [], cut: []) }
    let found = try members(text)
    let few = found.count <= Self.few ? found.map(\.member.number) : []
    let hits =
      first(.member, found.map(Self.hit)) + first(.account, try accounts(text, of: few))
      + first(.loan, try loans(text, of: few)) + first(.voucher, try vouchers(text))
    return SearchResult(text: text, hits: hits, cut: cut)
  }

  // MARK: - Members

  private func members(_ text: String) throws -> [MemberSummary] {
    guard let search = MemberTable.matching(text) else { return [] }
    // Numbers come first: a word that fits half of the register reads no more than it shows.
    let ids = try Int64.fetchAll(
      db, sql: "SELECT m.id FROM member m WHERE \(search.condition) ORDER BY m.number LIMIT ?",
      arguments: search.arguments + [max(limit, Self.few) + 1])
    guard !ids.isEmpty else { return [] }
    return try MemberTable.summaries(
      db, on: today, where: "m.id IN (\(ids.map(String.init).joined(separator: ", ")))", [])
  }

  private static func hit(_ found: MemberSummary) -> SearchResult.Hit {
    let (member, profile) = (found.member, found.member.profile)
    let detail = [
      profile.nik.map { "NIK \(PersonalNumber.masked($0))" },
      profile.phone.map { PersonalNumber.masked($0) }, profile.unit,
      member.mergedInto.map { "→ \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
    return SearchResult.Hit(
      kind: .member, code: member.number.text, title: Phrase(id: profile.name, en: profile.name),
      member: member.number, memberName: profile.name, detail: detail.isEmpty ? nil : detail,
      date: member.joinedOn, isOpen: member.leftOn == nil)
  }

  // MARK: - Accounts

  private func accounts(_ text: String, of members: [MemberNumber]) throws -> [SearchResult.Hit] {
    let pattern = MemberTable.pattern(containing: text)
    let marks = databaseQuestionMarks(count: members.count)
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH \(HeldBalances.later(than: today)),
        found (id) AS (
          SELECT s.account FROM savingsAccount s JOIN member m ON m.id = s.member
            WHERE m.number IN (\(marks))
          UNION SELECT id FROM account WHERE code LIKE ? ESCAPE '!' AND isPostable = 1
            AND id NOT IN (SELECT account FROM loanAccount)
          UNION SELECT id FROM account WHERE isPostable = 1
            AND (nameIndonesian LIKE ? ESCAPE '!' OR nameEnglish LIKE ? ESCAPE '!')
            AND id NOT IN (SELECT account FROM loanAccount)
            AND id NOT IN (SELECT account FROM savingsAccount))
        SELECT a.code, ifnull(p.nameIndonesian, a.nameIndonesian),
          ifnull(p.nameEnglish, a.nameEnglish), m.number, m.name, a.type,
          \(HeldBalances.balance),
          a.closedOn IS NULL
        FROM found f JOIN account a ON a.id = f.id
        \(HeldBalances.join("a.id"))
        LEFT JOIN savingsAccount s ON s.account = a.id
        LEFT JOIN member m ON m.id = s.member
        LEFT JOIN savingsProduct p ON p.id = s.product
        ORDER BY m.number, a.code LIMIT ?
        """,
      arguments: StatementArguments(members.map(\.text)) + [pattern, pattern, pattern, limit + 1])
    return try rows.map { row in
      guard let type = AccountType(rawValue: try row.value(5)) else {
        throw LedgerError.invariantBroken("account \(try row.value(0) as String)")
      }
      return try SearchResult.Hit(
        kind: .account, code: row.value(0), title: Phrase(id: row.value(1), en: row.value(2)),
        member: row.optional(3), memberName: row.optional(4),
        amount: type.normalSide.balance(debitPositive: Rupiah(sen: row.value(6) as Int64)),
        isOpen: row.value(7))
    }
  }

  // MARK: - Loans

  private func loans(_ text: String, of members: [MemberNumber]) throws -> [SearchResult.Hit] {
    let owners = try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT m.number FROM loan l JOIN member m ON m.id = l.member
        WHERE l.number LIKE ? ESCAPE '!' ORDER BY m.number LIMIT ?
        """, arguments: [MemberTable.pattern(containing: text), limit + 1])
    let reader = try LoanRegisterReader(db, catalog, memory, asOf: today)
    var hits: [SearchResult.Hit] = []
    for member in Set(owners.map { MemberNumber($0) } + members).sorted() {
      _ = try reader.read(LoanSelection(member: member, includesEnded: true)) { row in
        let loan = row.loan
        guard members.contains(member) || loan.number.text.uppercased().contains(text.uppercased())
        else { return }
        hits.append(
          SearchResult.Hit(
            kind: .loan, code: loan.number.text, title: loan.status.name, member: loan.memberNumber,
            memberName: loan.memberName, detail: loan.product.text, date: loan.appliedOn,
            amount: row.outstanding,
            isOpen: ![.rejected, .withdrawn, .settled, .cancelled].contains(loan.status)))
      }
    }
    return hits.sorted { $0.code < $1.code }
  }

  // MARK: - Vouchers

  /// Which vouchers a number means that is written in full or in part: `385`, `000385` and `JU-385`
  /// one, `JU-0003` besides all that begin so on paper.
  private static func numbers(_ text: String) -> [ClosedRange<Int64>] {
    let isNamed = text.uppercased().hasPrefix("JU-")
    let digits = isNamed ? text.dropFirst(3) : text[...]
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int64(digits), value > 0
    else { return [] }
    let width = EntryNumber(1).description.count - 3
    guard isNamed, digits.first == "0", digits.count < width else {
      return [value...value]
    }
    let step = (digits.count..<width).reduce(Int64(1)) { step, _ in step * 10 }
    return [value...value, value * step...value * step + step - 1]
  }

  /// The amount that a word may mean; with a nought before its digits it is a number of something.
  private static func amount(_ text: String) -> Rupiah? {
    let isNumber = text.first == "0" && text.dropFirst().first?.isNumber == true
    guard !isNumber, let amount = try? Rupiah(parsing: text), amount.isPositive else { return nil }
    return amount
  }

  /// By number, by the caller's key, by amount, and by a part of the memo; the newest first.
  private func vouchers(_ text: String) throws -> [SearchResult.Hit] {
    var numbers: Set<Int64> = []
    for range in Self.numbers(text) {
      numbers.formUnion(
        try Int64.fetchAll(
          db, sql: "SELECT id FROM entry WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT ?",
          arguments: [range.lowerBound, range.upperBound, limit + 1]))
    }
    numbers.formUnion(
      try RecordedAct(db, memory, reference: text)?.entries.map(\.number.value) ?? [])
    if let amount = Self.amount(text) {
      numbers.formUnion(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT DISTINCT entry FROM posting INDEXED BY postingEntry
            WHERE amount = ?1 OR amount = -?1 ORDER BY entry DESC LIMIT ?2
            """, arguments: [amount.sen, limit + 1]))
    } else if text.count > 2 {
      numbers.formUnion(
        try Int64.fetchAll(
          db, sql: "SELECT id FROM entry WHERE memo LIKE ? ESCAPE '!' ORDER BY id DESC LIMIT ?",
          arguments: [MemberTable.pattern(containing: text), limit + 1]))
    }
    return try numbers.sorted(by: >).prefix(limit + 1).compactMap(voucher)
  }

  /// A voucher by its heading: one of a month's interest has as many legs as there are members.
  private func voucher(_ number: Int64) throws -> SearchResult.Hit? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT e.kind, e.bookDate, e.memo, e.reversedBy,
          \(EntrySearch.amount),
          (SELECT iif(min(member) = max(member), min(member), NULL) FROM (
            SELECT ifnull(s.member, l.member) AS member FROM posting p
            LEFT JOIN savingsAccount s ON s.account = p.account
            LEFT JOIN loanAccount c ON c.account = p.account
            LEFT JOIN loan l ON l.id = c.loan WHERE p.entry = e.id))
        FROM entryStanding e WHERE e.id = ?
        """, arguments: [number])
    guard let row else { return nil }
    guard let kind = EntryKind(rawValue: try row.value(0)) else {
      throw LedgerError.invariantBroken("\(EntryNumber(number)): kind")
    }
    let member = try Row.fetchOne(
      db, sql: "SELECT number, name FROM member WHERE id = ?",
      arguments: [row.optional(5) as Int64?])
    return try SearchResult.Hit(
      kind: .voucher, code: EntryNumber(number).description, title: kind.name,
      member: member?.value(0), memberName: member?.value(1), detail: row.optional(2),
      date: BookDate(stored: row.value(1)), amount: Rupiah(sen: row.value(4) as Int64),
      isOpen: (row.optional(3) as Int64?) == nil)
  }
}
