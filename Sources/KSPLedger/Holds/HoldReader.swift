import GRDB
import KSPCore

/// Reads the holds on savings.
struct HoldReader {
  let db: Database
  /// The last event and the last entry that count.
  var known: (event: Int64, entry: Int64) = (.max, .max)

  /// One hold.
  ///
  /// - Throws: `hold.unknown`.
  func hold(_ number: Int) throws -> SavingsHold {
    guard let hold = try holds(where: "h.number = :number", ["number": number]).first else {
      throw LedgerError.holdUnknown(number)
    }
    return hold
  }

  /// All of them, the newest last.
  func all() throws -> [SavingsHold] { try holds(where: "TRUE", []) }

  /// Those of one account.
  func holds(of account: AccountID) throws -> [SavingsHold] {
    try holds(where: "h.account = :account", ["account": account.value])
  }

  /// Those of a member's accounts.
  func holds(of member: MemberNumber) throws -> [SavingsHold] {
    try holds(where: "m.number = :member", ["member": member.text])
  }

  private func holds(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [SavingsHold] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT h.number, a.code, m.number, m.name, h.holdKind, h.amount, h.reason, l.number,
          h.heldFrom, h.heldUntil, r.releasedOn, r.reason, \(Self.loanEndedOn)
        FROM hold h JOIN account a ON a.id = h.account
        JOIN savingsAccount s ON s.account = h.account JOIN member m ON m.id = s.member
        LEFT JOIN loan l ON l.id = h.loan
        LEFT JOIN holdRelease r ON r.hold = h.number AND r.event <= :event
        WHERE h.event <= :event AND \(condition) ORDER BY h.number
        """)
    let known: StatementArguments = ["event": known.event, "entry": known.entry]
    return try Row.fetchAll(statement, arguments: arguments &+ known).map { row in
      func day(_ index: Int) throws -> BookDate? {
        try (row.optional(index) as Int64?).map { try BookDate(stored: $0) }
      }
      let word: String = try row.value(4)
      guard let kind = SavingsHold.Kind(rawValue: word) else {
        throw LedgerError.invariantBroken("hold: \(word)")
      }
      return try SavingsHold(
        number: row.value(0), account: AccountCode(stored: row.value(1)), member: row.value(2),
        memberName: row.value(3), kind: kind,
        amount: (row.optional(5) as Int64?).map { Rupiah(sen: $0) }, reason: row.value(6),
        loan: row.optional(7), from: BookDate(stored: row.value(8)), until: day(9),
        ends: [day(10), day(12)].compactMap(\.self), releaseReason: row.optional(11))
    }
  }

  /// The day on which a loan ended: refused, withdrawn, or with nothing left on its accounts. One
  /// that was written off is claimed on.
  private static let loanEndedOn = """
    ifnull(
      (SELECT min(s.bookDate) FROM loanStep s WHERE s.loan = h.loan
        AND s.kind IN (\(Loan.Step.rejected.sql), \(Loan.Step.withdrawn.sql))),
      (SELECT max(p.bookDate) FROM loanAccount c JOIN posting p ON p.account = c.account
        WHERE c.loan = h.loan AND p.entry <= :entry
          AND NOT EXISTS (SELECT 1 FROM loanAccount o JOIN posting q ON q.account = o.account
            WHERE o.loan = h.loan AND q.entry <= :entry
            GROUP BY o.account HAVING sum(q.amount) <> 0)
          AND NOT EXISTS (SELECT 1 FROM loanStep s JOIN entryStanding n ON n.id = s.entry
            WHERE s.loan = h.loan AND s.kind = \(Loan.Step.writtenOff.sql)
              AND n.reversedBy IS NULL)))
    """
}
