import GRDB
import KSPCore

/// Reads what former members have yet to take.
struct LeaverReader {
  let db: Database

  /// What is owed to one of them; nil for somebody to whom nothing ever was.
  func payable(to member: MemberNumber) throws -> LeaverPayable? {
    try payables(where: "m.number = ?", [member.text]).first
  }

  /// All of them with what is left, or with what was paid in full as well.
  func list(includingPaid: Bool) throws -> LeaverList {
    let members = try payables(where: "1", [])
    let balance = try Int64.fetchOne(
      db,
      sql: """
        SELECT sum(b.balance) FROM accountRole r JOIN accountBalance b ON b.account = r.account
        WHERE r.role = ? AND r.isHeld = 1
        """, arguments: [AccountRole.leaverPayable.rawValue])
    return try LeaverList(
      members: members.filter { includingPaid || $0.left.isPositive },
      balance: Rupiah(sen: balance ?? 0).negated())
  }

  private func payables(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [LeaverPayable] {
    let payments = try self.payments(where: condition, arguments)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT p.member, m.number, m.name, m.phone, m.leftOn, \(MemberTable.diedOn), p.entry,
          p.amount
        FROM leaverPayable p JOIN member m ON m.id = p.member
        WHERE \(condition) ORDER BY m.leftOn, p.entry
        """, arguments: arguments
    ).map { row in
      try LeaverPayable(
        member: row.value(1), name: row.value(2), phone: row.optional(3),
        leftOn: BookDate(stored: row.value(4)),
        diedOn: (row.optional(5) as Int64?).map { try BookDate(stored: $0) },
        entry: EntryNumber(row.value(6)), owed: Rupiah(sen: row.value(7) as Int64),
        payments: payments[row.value(0)] ?? [])
    }
  }

  /// What was paid and not taken back, by member.
  private func payments(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [Int64: [LeaverPayable.Payment]] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.member, p.entry, e.bookDate, p.amount, p.payee, p.relation, p.identity
        FROM leaverPayment p JOIN member m ON m.id = p.member
        JOIN entryStanding e ON e.id = p.entry
        WHERE e.reversedBy IS NULL AND \(condition) ORDER BY p.entry
        """, arguments: arguments
    ).reduce(into: [:]) { payments, row in
      payments[try row.value(0), default: []].append(
        try LeaverPayable.Payment(
          entry: EntryNumber(row.value(1)), date: BookDate(stored: row.value(2)),
          amount: Rupiah(sen: row.value(3) as Int64), payee: Self.payee(row, from: 4)))
    }
  }

  /// What the voucher of a leaving left to be taken later; nil where it paid all.
  func owed(by entry: EntryNumber) throws -> Rupiah? {
    try Int64.fetchOne(
      db, sql: "SELECT amount FROM leaverPayable WHERE entry = ?", arguments: [entry.value]
    ).map { Rupiah(sen: $0) }
  }

  /// The tax that the voucher of a leaving took from what was paid out.
  func deductions(by entry: EntryNumber) throws -> [Receipt.Deduction] {
    let taken = try Int64.fetchOne(
      db, sql: "SELECT ifnull(sum(withheld + recovered), 0) FROM taxSettled WHERE voucher = ?",
      arguments: [entry.value])
    return Receipt.Deduction.interestTax(Rupiah(sen: max(taken ?? 0, 0)))
  }

  /// Who got money, from three columns.
  static func payee(_ row: Row, from index: Int) throws -> LeaverPayee {
    LeaverPayee(
      try row.value(index), relation: try row.optional(index + 1),
      identity: try row.optional(index + 2))
  }
}
