import GRDB
import KSPCore

/// Enters members from a sheet.
struct MemberImport {
  private struct Member {
    let new: NewMember
    let dues: DuesTakeover.Standing?
    let row: CSVRow
  }

  private let session: PostingSession
  private let way: ImportWay
  private let sheet: Sheet
  private let columns: MemberColumns
  private let dues: DuesColumns

  init(_ sheet: Sheet, session: PostingSession, _ way: ImportWay) {
    self.session = session
    self.way = way
    self.sheet = sheet
    columns = MemberColumns(sheet)
    dues = DuesColumns(sheet)
  }

  func run() throws -> ImportReport {
    var run = try ImportRun(sheet, needed: [columns.name, columns.joined], way)
    let members = run.read { cells in
      let standing = dues.read(&cells)
      return columns.read(&cells).map { Member(new: $0, dues: standing, row: cells.row) }
    }
    let unnumbered = members.filter { $0.new.number == nil }
    if let first = unnumbered.first, !way.assignsNumbers {
      run.refuse(
        .importNumbersMissing(
          lines: unnumbered.count,
          found: sheet.understanding.columns.map(\.heading).filter { !$0.isEmpty },
          at: sheet.place(first.row, columns.number)))
    }
    var lines = FirstLines()
    // Rows with a number first, so that numbers given out to the others cannot take theirs.
    for member in members.filter({ $0.new.number != nil }) + (way.assignsNumbers ? unnumbered : [])
    {
      if let number = member.new.number,
        !lines.isFirst(number.text, number.text, member.row, at: columns.number, &run)
      {
        continue
      }
      var given: MemberNumber?
      try run.store(member.row, at: columns.number) {
        let entered = try store(member.new)
        given = entered
        // Who is in the register already may still get their dues, under the number of the row.
        guard let number = entered ?? member.new.number else { return false }
        let isTaken = try takeOver(member.dues, of: number)
        return entered != nil || isTaken
      }
      if member.new.number == nil, let given {
        run.assigned.append(
          .init(line: member.row.position.line, number: given, name: member.new.profile.name))
      }
    }
    run.warnings += try doubts(members)
    return try run.finish()
  }

  /// Enters a member; nil for one who is in the register already.
  private func store(_ new: NewMember) throws -> MemberNumber? {
    if try isKnown(new) { return nil }
    var new = new
    new.note = way.note.under(nil)
    return try MembershipDesk(session: session).join(new).member.number
  }

  /// Enters where a member stands with their dues before the month that is open; false where
  /// nothing is said, or the same is known.
  private func takeOver(_ standing: DuesTakeover.Standing?, of number: MemberNumber) throws -> Bool
  {
    guard let standing else { return false }
    let last = try session.catalog.openMonth().previous().lastDay
    return try DuesDesk(session: session).takeOverOnce(
      number, DuesTakeover(standing, asOf: last), note: way.note.under(nil))
  }

  /// Whether the same person is in the register: under the number, or without one by all data.
  private func isKnown(_ new: NewMember) throws -> Bool {
    let profile = try new.profile.checked()
    guard let number = new.number else {
      let alike = try String.fetchAll(
        session.db, sql: "SELECT number FROM member WHERE name = ? AND joinedOn = ?",
        arguments: [profile.name, new.joinedOn.dayNumber])
      return try alike.contains {
        try MemberTable.member(session.db, number: MemberNumber($0))?.profile == profile
      }
    }
    guard let member = try MemberTable.member(session.db, number: number) else { return false }
    guard member.profile == profile, member.joinedOn == new.joinedOn,
      member.memberships.first?.standing == new.standing
    else { throw LedgerError.memberNumberTaken(number) }
    return true
  }

  /// What is unlikely about those who were entered: a NIK that somebody else has as well, and a
  /// name that joined on the same day under another number, as where zeros were lost.
  private func doubts(_ members: [Member]) throws -> [Phrase] {
    let wanted = Set(members.compactMap(\.new.profile.nik))
    let shared: [Phrase] =
      wanted.isEmpty
      ? []
      : try MemberTable.shared(session.db, nik: wanted).map { nik, holders in
        .nikShared(nik, by: holders)
      }
    let names = Set(members.map(\.new.profile.name))
    let alike = try MemberTable.alike(session.db).filter { names.contains($0.name) }
    return shared + (alike.isEmpty ? [] : [.membersAlike(alike)])
  }
}
