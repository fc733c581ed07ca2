import GRDB
import KSPCore

/// What the register is to say of a member.
struct MemberChange {
  var profile: MemberProfile
  /// Attributes by name; nil takes one away, and those that are not named stay.
  var attributes: [String: String?] = [:]
  var membership: Member.Membership?
  var kind: Member.KindChange?
  /// The day of joining as it is right; nil leaves it.
  var joined: BookDate?
}

/// The desk of the register: what is said of members.
struct MemberDesk {
  let session: PostingSession

  /// Corrects what the register says of a member; what stays the same is no event.
  func change(
    _ number: MemberNumber, to change: MemberChange, note: EntryNote
  ) throws -> Member {
    var change = change
    change.profile = try change.profile.checked()
    try MemberAttributes.check(change.attributes)
    let member = try MemberTable.requireMember(session.db, number: number)
    guard member.profile.kind == change.profile.kind else {
      throw LedgerError.memberKindFixed(number)
    }
    if let kind = change.kind { change.profile.kind = kind.kind }
    let id = try MemberTable.id(session.db, number: number)
    try session.act(note) {
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        let stored = try session.storedEvent(known.first)
        // Under another subject or kind nothing can be compared: the reference is refused.
        guard stored?.kind == EventKind.memberChanged.rawValue, stored?.subject == number.text
        else {
          throw LedgerError.referenceReused(
            reference, by: known, differing: Phrase(id: "anggota", en: "member"))
        }
        let asked = stored?.changes.map { Self.asked($0, id, of: change) } ?? []
        _ = try session.recordOnce(
          EventDraft(.memberChanged, number, owner: id, asked), ignoring: [])
        // What would change now and was not in the earlier act is more than it was.
        let now = try changes(of: member, id, to: change)
        if let more = Self.fields(of: now).subtracting(Self.fields(of: asked)).min() {
          throw LedgerError.referenceReused(
            reference, by: known, differing: FieldWords.label(more))
        }
        return
      }
      try MemberTable.requireFree(session.db, externalID: change.profile.externalID, except: number)
      let draft = EventDraft(
        .memberChanged, number, owner: id, try changes(of: member, id, to: change))
      if let joined = change.joined {
        try JoiningCorrection(session: session, member: member, id: id).require(joined, note)
      }
      if !draft.changes.isEmpty { try session.record(draft) }
    }
    return try MemberTable.requireMember(session.db, number: number)
  }

  /// Gives the number that stays what the register says of a duplicate and lacks there: numbers,
  /// address, heir, attributes such as `terkait`. What both say stays as the survivor says it.
  func carry(from duplicate: Member, to survivor: Member) throws {
    let id = try MemberTable.id(session.db, number: survivor.number)
    let lacking = duplicate.attributes.filter { survivor.attributes[$0.key] == nil }
    let change = MemberChange(
      profile: survivor.profile.completed(by: duplicate.profile),
      attributes: lacking.mapValues(Optional.some))
    let draft = EventDraft(
      .memberChanged, survivor.number, owner: id, try changes(of: survivor, id, to: change))
    if !draft.changes.isEmpty { try session.record(draft) }
  }

  private func changes(
    of member: Member, _ id: Int64, to change: MemberChange
  ) throws -> [RowChange?] {
    [
      MemberTable.change(
        id: id, from: member, to: change.profile, joined: change.joined ?? member.joinedOn)
    ]
      + (try MemberAttributes.changes(session.db, member: id, to: change.attributes))
      + [
        try newMembership(change.membership, of: member, id),
        try newKind(change.kind, of: member, id),
      ]
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
      asked.rows[0].values = stored.columns.map { column in
        guard column != "joinedOn" else { return change.joined.map { StoredValue($0) } ?? .null }
        return MemberTable.value(of: change.profile, column: column)
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
    case "memberKind":
      guard let kind = change.kind else {
        asked.rows = []
        return asked
      }
      guard stored.operation == .update, let column = stored.columns.firstIndex(of: "kind"),
        stored["effectiveFrom"] == StoredValue(kind.effectiveFrom)
      else {
        asked = MemberTable.kind(id: id, kind)
        return asked
      }
      asked.rows[0].values[column] = .text(kind.kind.rawValue)
    default: break
    }
    return asked
  }

  /// The row of a new kind, or of the last one put right while its month is open; nil for the one
  /// that somebody is already.
  private func newKind(
    _ new: Member.KindChange?, of member: Member, _ id: Int64
  ) throws -> RowChange? {
    guard let new, new.kind != member.profile.kind else { return nil }
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    let last = try Int32.fetchOne(
      session.db, sql: "SELECT max(effectiveFrom) FROM memberKind WHERE member = ?",
      arguments: [id])
    let open = try session.catalog.openMonth()
    let known = try last.map { try BookMonth(ordinal: $0) }
    if let known, known == new.effectiveFrom, known >= open {
      return MemberTable.kind(id: id, new, insteadOf: member.profile.kind)
    }
    let first = try known.map { max(open, try $0.next()) } ?? open
    guard new.effectiveFrom >= first else {
      throw LedgerError.memberKindTooEarly(member.number, open: first)
    }
    return MemberTable.kind(id: id, new)
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
    // Who had a part in an SHU that is divided was a member at the end of its year.
    let divided = try Int64.fetchOne(
      session.db,
      sql: """
        SELECT max(y.lastDay) FROM shuPosting p JOIN entryStanding e ON e.id = p.entry
        JOIN yearRatification y ON y.year = p.year WHERE e.reversedBy IS NULL
        """
    ).map { try BookDate(stored: $0) }
    if let divided, new.since <= divided {
      throw LedgerError.memberStandingNotLater(member.number, last: divided)
    }
    // Where interest goes by it, what closed months paid stands on what was known then.
    if let closed = session.catalog.lastClosedMonth, session.catalog.paysByStanding,
      new.since <= closed.lastDay
    {
      throw LedgerError.memberStandingNotLater(member.number, last: closed.lastDay)
    }
    return MemberTable.membership(id: id, new)
  }
}
