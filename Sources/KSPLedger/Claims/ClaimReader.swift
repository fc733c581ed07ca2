import GRDB
import KSPCore

/// Reads the lists that were sent to payers, and what became of them.
struct ClaimReader {
  let db: Database

  /// The account of a payer, or the only one.
  ///
  /// - Throws: `claim.payerUnknown`.
  static func payer(
    _ db: Database, _ code: AccountCode?
  ) throws -> (id: AccountID, code: AccountCode) {
    let payers = try payers(db)
    if code == nil, payers.count == 1 { return (payers[0].id, payers[0].code) }
    guard let code, let payer = payers.first(where: { $0.code == code }) else {
      throw LedgerError.claimPayerUnknown(code, known: payers.map(\.code))
    }
    return (payer.id, payer.code)
  }

  private typealias Payer = (id: AccountID, code: AccountCode, name: Phrase)

  /// The accounts that are payers or were, by code.
  private static func payers(_ db: Database, everyone: Bool = false) throws -> [Payer] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, a.code, a.nameIndonesian, a.nameEnglish FROM account a
        WHERE a.id IN (SELECT account FROM accountRole WHERE role = ?1 AND isHeld = 1)
          OR (?2 AND a.id IN (SELECT account FROM payrollClaim)) ORDER BY a.code
        """, arguments: [AccountRole.payroll.rawValue, everyone]
    ).map { row in
      try (
        AccountID(row.value(0)), AccountCode(stored: row.value(1)),
        Phrase(id: row.value(2), en: row.value(3))
      )
    }
  }

  /// Who pays where nobody is named: the payer of the only group that lists of the account went to,
  /// or else whose account it is; what is in the book under a reference stays as it was said.
  func payingParty(
    _ payer: (id: AccountID, code: AccountCode), under note: EntryNote, _ session: PostingSession
  ) throws -> String {
    if let reference = note.reference,
      let entry = try session.entryNumber(reference: reference, kind: .cashReceipt),
      let known = try String.fetchOne(
        db, sql: "SELECT party FROM cashParty WHERE entry = ?", arguments: [entry.value])
    {
      return known
    }
    let groups = try Optional<String>.fetchAll(
      db,
      sql: """
        SELECT DISTINCT m.unit FROM payrollClaim c JOIN claimLine l ON l.claim = c.number
        JOIN member m ON m.id = l.member WHERE c.account = ? LIMIT 2
        """, arguments: [payer.id.value])
    if groups.count == 1, let group = groups[0] { return "Juru bayar \(group)" }
    let name = try String.fetchOne(
      db, sql: "SELECT nameIndonesian FROM account WHERE id = ?", arguments: [payer.id.value])
    return "Juru bayar (\(name ?? payer.code.text))"
  }

  /// What every payer owes, by account.
  func accounts() throws -> [PayerAccount] {
    try Self.payers(db, everyone: true).map { try account($0) }
  }

  /// The list with a number, with what of it the payer still holds.
  ///
  /// - Throws: `claim.unknown`.
  func claim(_ number: Int) throws -> PayrollClaim {
    for account in try accounts() {
      if let claim = account.claims.first(where: { $0.number == number }) { return claim }
    }
    throw LedgerError.claimUnknown(number)
  }

  private func account(_ payer: Payer) throws -> PayerAccount {
    let movements = try Row.fetchAll(
      db,
      sql: """
        SELECT sum(p.amount), (SELECT claim FROM claimDeduction WHERE entry = p.entry LIMIT 1)
        FROM posting p JOIN entryStanding e ON e.id = p.entry
        WHERE p.account = ? AND e.reversedBy IS NULL AND e.reverses IS NULL
        GROUP BY p.entry ORDER BY e.bookDate, p.entry
        """, arguments: [payer.id.value]
    ).map { row in
      PayerAccount.Movement(
        Rupiah(sen: try row.value(0) as Int64),
        claim: (try row.optional(1) as Int64?).map { Int($0) })
    }
    return try PayerAccount(
      account: payer.code, name: payer.name, claims: claims(of: payer), movements: movements)
  }

  private func claims(of payer: Payer) throws -> [PayrollClaim] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.number, c.month, c.sentOn, x.closedOn, x.reason FROM payrollClaim c
        LEFT JOIN claimClosing x ON x.claim = c.number WHERE c.account = ? ORDER BY c.number
        """, arguments: [payer.id.value])
    let asked = try asked(of: payer)
    return try rows.map { row in
      let number: Int64 = try row.value(0)
      let closedOn: Int64? = try row.optional(3)
      let (lines, phones) = try lines(of: number)
      let members = asked[number]?.members ?? []
      let month: Int32 = try row.value(1)
      return try PayrollClaim(
        number: Int(number), payer: payer.code, payerName: payer.name,
        month: BookMonth(ordinal: month), sentOn: BookDate(stored: row.value(2)),
        closing: try closedOn.map {
          PayrollClaim.Closing(try BookDate(stored: $0), reason: try row.value(4))
        },
        followed: asked.filter { $0.key > number }.reduce(into: []) {
          $0.formUnion($1.value.members)
        },
        repeats: asked.filter { other, list in
          other < number && list.month == month && !list.members.isDisjoint(with: members)
        }.keys.sorted().map { Int($0) }, lines: lines, phones: phones)
    }
  }

  /// The month of every list of a payer, and whom it asks, by number.
  private func asked(
    of payer: Payer
  ) throws -> [Int64: (month: Int32, members: Set<MemberNumber>)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT c.number, c.month, m.number FROM payrollClaim c
        JOIN claimLine l ON l.claim = c.number JOIN member m ON m.id = l.member
        WHERE c.account = ?
        """, arguments: [payer.id.value]
    ).reduce(into: [:]) { lists, row in
      let month: Int32 = try row.value(1)
      let member: MemberNumber = try row.value(2)
      lists[try row.value(0), default: (month, [])].members.insert(member)
    }
  }

  /// The lines of a list, each with what was deducted by vouchers that stand.
  private func lines(
    of claim: Int64
  ) throws -> (lines: [PayrollClaim.Line], phones: [MemberNumber: String]) {
    var phones: [MemberNumber: String] = [:]
    let lines = try Row.fetchAll(
      db,
      sql: """
        SELECT l.line, m.number, m.name, p.code, n.number, l.amount,
          (SELECT sum(d.amount) FROM claimDeduction d JOIN entryStanding e ON e.id = d.entry
            WHERE d.claim = l.claim AND d.line = l.line AND e.reversedBy IS NULL), m.phone
        FROM claimLine l JOIN member m ON m.id = l.member
        LEFT JOIN savingsProduct p ON p.id = l.product LEFT JOIN loan n ON n.id = l.loan
        WHERE l.claim = ? ORDER BY l.line
        """, arguments: [claim]
    ).map { row in
      let member: MemberNumber = try row.value(1)
      phones[member] = try row.optional(7) as String?
      let product: ProductCode? = try row.optional(3)
      let loan: LoanNumber? = try row.optional(4)
      let item: PayrollClaim.Item =
        if let product { .savings(product) } else { .loan(loan ?? "") }
      return PayrollClaim.Line(
        number: Int(try row.value(0) as Int64), member: member, name: try row.value(2),
        item: item, asked: Rupiah(sen: try row.value(5) as Int64),
        deducted: Rupiah(sen: try row.optional(6) ?? 0))
    }
    return (lines, phones)
  }
}
