import GRDB
import KSPCore

/// Enters members from a table.
struct MemberImport {
  private struct Member {
    let new: NewMember
    let row: CSVRow
  }

  private let session: PostingSession
  private let note: EntryNote
  private let table: CSVTable
  private let columns: MemberColumns

  init(_ table: CSVTable, session: PostingSession, note: EntryNote) {
    self.session = session
    self.note = note
    self.table = table
    columns = MemberColumns(table)
  }

  func run(progress: ((Int) -> Void)?) throws -> ImportReport {
    var run = try ImportRun(table, needed: [columns.name, columns.joined], progress: progress)
    let members = run.read { cells in
      columns.read(&cells).map { Member(new: $0, row: cells.row) }
    }
    var lines: [String: Int] = [:]
    // Rows with a number first, so that numbers given out to the others cannot take theirs.
    let numbered = members.filter { $0.new.number != nil }
    for member in numbered + members.filter({ $0.new.number == nil }) {
      if let number = member.new.number {
        if let first = lines[number] {
          run.refuse(.importDuplicate(number, firstLine: first), member.row, at: columns.number)
          continue
        }
        lines[number] = member.row.position.line
      }
      try run.store(member.row, at: columns.number) { try store(member.new) }
    }
    return try run.finish()
  }

  private func store(_ new: NewMember) throws -> Bool {
    if try isKnown(new) { return false }
    var new = new
    new.note = EntryNote(
      memo: note.memo, recordedBy: note.recordedBy, exceptions: note.exceptions)
    _ = try MembershipDesk(session: session).join(new)
    return true
  }

  /// Whether the same person is in the register: under the number, or without one by all data.
  private func isKnown(_ new: NewMember) throws -> Bool {
    let profile = try new.profile.checked()
    guard let number = new.number else {
      let alike = try String.fetchAll(
        session.db, sql: "SELECT number FROM member WHERE name = ? AND joinedOn = ?",
        arguments: [profile.name, new.joinedOn.dayNumber])
      return try alike.contains {
        try MemberTable.member(session.db, number: $0)?.profile == profile
      }
    }
    guard let member = try MemberTable.member(session.db, number: number) else { return false }
    guard member.profile == profile, member.joinedOn == new.joinedOn,
      member.memberships.first?.standing == new.standing
    else { throw LedgerError.memberNumberTaken(number) }
    return true
  }
}
