import GRDB
import KSPCore

extension MembershipDesk {
  /// Erases the personal data of somebody who has left and owns nothing: from the register, and
  /// from the chain, which keeps the digests.
  func erase(_ number: MemberNumber, note: EntryNote) throws -> Member {
    let member = try MemberTable.requireMember(session.db, number: number)
    guard member.leftOn != nil else { throw LedgerError.memberNotLeft(number) }
    let id = try MemberTable.id(session.db, number: number)
    try requireSettled(number, id)
    var empty = MemberProfile(name: Member.erasedName, kind: member.profile.kind)
    empty.gender = nil
    let names = try MemberAttributes.names(session.db, member: id)
    let draft = EventDraft(
      .memberErased, number, owner: id,
      [MemberTable.change(id: id, from: member, to: empty, joined: member.joinedOn)]
        + (try MemberAttributes.changes(
          session.db, member: id, to: Dictionary(uniqueKeysWithValues: names.map { ($0, nil) })))
        + (try erasedGuarantors(of: id)) + (try erasedHeirs(of: id))
        + (try erasedPayees(of: id)))
    // Erased before and nothing written since.
    guard !draft.changes.isEmpty else { return member }
    return try session.act(note) {
      // What is taken out is overwritten in the file, not only unlinked.
      let before = try Int.fetchOne(session.db, sql: "PRAGMA secure_delete") ?? 0
      _ = try Int.fetchOne(session.db, sql: "PRAGMA secure_delete = 1")
      defer { _ = try? Int.fetchOne(session.db, sql: "PRAGMA secure_delete = \(before)") }
      try session.record(draft)
      let erase = try session.statement(
        """
        UPDATE personalValue SET salt = NULL, value = NULL
        WHERE owner = ? AND event < ? AND value IS NOT NULL
        """)
      erase.bind(id, at: 1)
      erase.bind(session.lastEvent, at: 2)
      try erase.run()
      return try MemberTable.requireMember(session.db, number: number)
    }
  }

  /// Refuses while an account holds something, and while a loan is open.
  private func requireSettled(_ number: MemberNumber, _ id: Int64) throws {
    let code = try String.fetchOne(
      session.db,
      sql: """
        SELECT a.code FROM account a JOIN accountBalance b ON b.account = a.id
        WHERE b.balance <> 0 AND a.id IN (
          SELECT account FROM savingsAccount WHERE member = ?1
          UNION ALL SELECT a.account FROM loanAccount a JOIN loan l ON l.id = a.loan
            WHERE l.member = ?1) LIMIT 1
        """, arguments: [id])
    if let code { throw LedgerError.memberNotSettled(number, open: code) }
    if let owed = try LeaverReader(db: session.db).payable(to: number), owed.left.isPositive {
      throw LedgerError.memberNotSettled(number, open: owed.entry.description)
    }
    if let loan = try openLoan(of: id) {
      throw LedgerError.memberNotSettled(number, open: loan.text)
    }
    let shu = try ShuReader(db: session.db).received(by: id).first(where: \.left.isPositive)
    if let shu { throw LedgerError.memberNotSettled(number, open: "SHU \(shu.year)") }
  }

  /// A loan of a member that is asked for, owed, or claimed after it was written off.
  func openLoan(of member: Int64) throws -> LoanNumber? {
    let loans = try Int64.fetchAll(
      session.db, sql: "SELECT id FROM loan WHERE member = ? ORDER BY id", arguments: [member])
    let files = LoanFiles(session)
    for loan in loans {
      let record = try files.record(loan, before: nil)
      let isOpen =
        switch record.loan.status {
        case .rejected, .withdrawn, .settled, .cancelled: false
        case .applied, .approved, .running: true
        case .writtenOff:
          try files.reader().status(
            of: record.loan.number, asOf: record.lastEvent, session.db
          ).claim?.left.isPositive ?? true
        }
      if isOpen { return record.loan.number }
    }
    return nil
  }

  /// Who took what a member had yet to take, whose names are personal data of that member.
  private func erasedPayees(of member: Int64) throws -> [RowChange?] {
    try Row.fetchAll(
      session.db,
      sql: "SELECT entry, payee, relation, identity FROM leaverPayment WHERE member = ?",
      arguments: [member]
    ).map { row in
      .update(
        "leaverPayment", key: ["entry": .integer(try row.value(0))],
        [
          ("payee", .text(try row.value(1)), .text(Member.erasedName)),
          ("relation", StoredValue(try row.optional(2) as String?), .null),
          ("identity", StoredValue(try row.optional(3) as String?), .null),
        ])
    }
  }

  /// The heirs of a member's term deposits.
  private func erasedHeirs(of member: Int64) throws -> [RowChange?] {
    try Row.fetchAll(
      session.db,
      sql: "SELECT account, name, relation FROM depositHeir WHERE member = ? ORDER BY account",
      arguments: [member]
    ).map { row in
      .update(
        "depositHeir",
        key: ["account": .integer(try row.value(0)), "member": .integer(member)],
        [
          ("name", .text(try row.value(1)), .text(Member.erasedName)),
          ("relation", StoredValue(try row.optional(2) as String?), .null),
        ])
    }
  }

  /// The guarantors of a member's loans, whose names are personal data of the loan's owner.
  private func erasedGuarantors(of member: Int64) throws -> [RowChange?] {
    try Row.fetchAll(
      session.db,
      sql: """
        SELECT g.loan, g.line, g.name, g.nik, g.relation FROM loanGuarantor g
        JOIN loan l ON l.id = g.loan
        WHERE l.member = ? AND g.member IS NULL ORDER BY g.loan, g.line
        """, arguments: [member]
    ).map { row in
      .update(
        "loanGuarantor",
        key: ["loan": .integer(try row.value(0)), "line": .integer(try row.value(1))],
        [
          ("name", .text(try row.value(2)), .text(Member.erasedName)),
          ("nik", StoredValue(try row.optional(3) as String?), .null),
          ("relation", StoredValue(try row.optional(4) as String?), .null),
        ])
    }
  }
}
