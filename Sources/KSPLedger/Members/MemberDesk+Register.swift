import GRDB
import KSPCore

/// What the register is to say of a member.
struct MemberChange {
  var profile: MemberProfile
  /// Attributes by name; nil takes one away, and those that are not named stay.
  var attributes: [String: String?] = [:]
  var membership: Member.Membership?
}

extension MemberDesk {
  /// Corrects what the register says of a member; what stays the same is no event.
  func change(
    _ number: String, to change: MemberChange, note: EntryNote
  ) throws -> Member {
    var change = change
    change.profile = try change.profile.checked()
    try MemberAttributes.check(change.attributes)
    let member = try MemberTable.requireMember(session.db, number: number)
    guard member.profile.kind == change.profile.kind else {
      throw LedgerError.memberKindFixed(number)
    }
    let id = try MemberTable.id(session.db, number: number)
    try session.act(note) {
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        let stored = try session.storedEvent(known.first)
        // Under another subject or kind nothing can be compared: the reference is refused.
        guard stored?.kind == EventKind.memberChanged.rawValue, stored?.subject == number else {
          throw LedgerError.referenceReused(
            reference, by: known.name, differing: Phrase("anggota", "member"))
        }
        let asked = stored?.changes.map { Self.asked($0, id, of: change) } ?? []
        _ = try session.recordOnce(
          EventDraft(.memberChanged, number, owner: id, asked), ignoring: [])
        // What would change now and was not in the earlier act is more than it was.
        let now = try changes(of: member, id, to: change)
        if let more = Self.fields(of: now).subtracting(Self.fields(of: asked)).min() {
          throw LedgerError.referenceReused(
            reference, by: known.name, differing: FieldWords.label(more))
        }
        return
      }
      try MemberTable.requireFree(session.db, externalID: change.profile.externalID, except: number)
      let draft = EventDraft(
        .memberChanged, number, owner: id, try changes(of: member, id, to: change))
      if !draft.changes.isEmpty { try session.record(draft) }
    }
    return try MemberTable.requireMember(session.db, number: number)
  }

  private func changes(
    of member: Member, _ id: Int64, to change: MemberChange
  ) throws -> [RowChange?] {
    [MemberTable.change(id: id, from: member.profile, to: change.profile)]
      + (try MemberAttributes.changes(session.db, member: id, to: change.attributes))
      + [try newMembership(change.membership, of: member, id)]
  }

  /// The columns of the register that changes touch, attributes by their names.
  private static func fields(of changes: [RowChange?]) -> Set<String> {
    changes.compactMap(\.self).reduce(into: []) { fields, change in
      switch change.table {
      case "member": fields.formUnion(change.columns)
      case "memberAttribute": fields.insert(change["name"]?.text ?? change.table)
      default: fields.insert(EventShape.list(of: change.table))
      }
    }
  }

  /// What is asked for, in the shape of what an earlier event stored: only that can be compared,
  /// because what was the same already is not in it.
  private static func asked(
    _ stored: RowChange, _ id: Int64, of change: MemberChange
  ) -> RowChange {
    var asked = stored
    guard !asked.rows.isEmpty else { return asked }
    switch stored.table {
    case "member":
      asked.rows[0].values = stored.columns.map {
        MemberTable.value(of: change.profile, column: $0)
      }
    case "memberAttribute":
      guard let name = stored["name"]?.text,
        let index = stored.columns.firstIndex(of: "value")
      else { return asked }
      asked.rows[0].values[index] = StoredValue(change.attributes[name] ?? nil)
    case "membership":
      guard let membership = change.membership else {
        asked.rows = []
        return asked
      }
      asked = MemberTable.membership(id: id, membership)
    default: break
    }
    return asked
  }

  /// The row of a new standing; nil for the one that somebody has already.
  private func newMembership(
    _ new: Member.Membership?, of member: Member, _ id: Int64
  ) throws -> RowChange? {
    guard let new, let last = member.memberships.last else { return nil }
    guard new.standing != last.standing else { return nil }
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    guard new.since > last.since else {
      throw LedgerError.memberStandingNotLater(member.number, last: last.since)
    }
    return MemberTable.membership(id: id, new)
  }

  // MARK: - Erasing

  /// Erases the personal data of somebody who has left and owns nothing: from the register, and
  /// from the chain, which keeps the digests.
  func erase(_ number: String, note: EntryNote) throws -> Member {
    let member = try MemberTable.requireMember(session.db, number: number)
    guard member.leftOn != nil else { throw LedgerError.memberNotLeft(number) }
    let id = try MemberTable.id(session.db, number: number)
    try requireSettled(number, id)
    var empty = MemberProfile(name: Member.erasedName, kind: member.profile.kind)
    empty.gender = nil
    let names = try MemberAttributes.names(session.db, member: id)
    let draft = EventDraft(
      .memberErased, number, owner: id,
      [MemberTable.change(id: id, from: member.profile, to: empty)]
        + (try MemberAttributes.changes(
          session.db, member: id, to: Dictionary(uniqueKeysWithValues: names.map { ($0, nil) })))
        + (try erasedGuarantors(of: id)))
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

  /// Refuses while an account holds something, and while a loan is asked for, owed, or claimed
  /// after it was written off.
  private func requireSettled(_ number: String, _ id: Int64) throws {
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
    let loans = try Int64.fetchAll(
      session.db, sql: "SELECT id FROM loan WHERE member = ?", arguments: [id])
    let files = LoanFiles(session)
    for loan in loans {
      let record = try files.record(loan, before: nil)
      let isOpen =
        switch record.loan.status {
        case .rejected, .settled, .cancelled: false
        case .applied, .approved, .running: true
        case .writtenOff:
          try files.reader().status(
            of: record.loan.number, asOf: record.lastEvent, session.db
          ).claim?.left.isPositive ?? true
        }
      if isOpen { throw LedgerError.memberNotSettled(number, open: record.loan.number) }
    }
  }

  /// The guarantors of a member's loans, whose names are personal data of the loan's owner.
  private func erasedGuarantors(of member: Int64) throws -> [RowChange?] {
    try Row.fetchAll(
      session.db,
      sql: """
        SELECT g.loan, g.line, g.name FROM loanGuarantor g JOIN loan l ON l.id = g.loan
        WHERE l.member = ? ORDER BY g.loan, g.line
        """, arguments: [member]
    ).map { row in
      .update(
        "loanGuarantor",
        key: ["loan": .integer(try row.value(0)), "line": .integer(try row.value(1))],
        [("name", .text(try row.value(2)), .text(Member.erasedName))])
    }
  }
}
