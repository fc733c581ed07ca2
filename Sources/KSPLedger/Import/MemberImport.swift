import GRDB
import KSPCore

/// Enters members from a table.
struct MemberImport {
  private struct Member {
    let number: String?
    let profile: MemberProfile
    let joinedOn: BookDate
    let row: CSVRow
  }

  private let session: PostingSession
  private let table: CSVTable
  private let number, name, kind, joined, address, phone, nationalID: CSVColumn

  init(_ table: CSVTable, session: PostingSession) {
    self.session = session
    self.table = table
    number = table.column(["number", "nomor", "no"])
    name = table.column(["name", "nama"])
    kind = table.column(["kind", "jenis"])
    joined = table.column(["joined", "masuk", "tanggal_masuk", "date", "tanggal"])
    address = table.column(["address", "alamat"])
    phone = table.column(["phone", "telepon", "hp"])
    nationalID = table.column(["national_id", "nik", "ktp"])
  }

  func run(progress: ((Int) -> Void)?) throws -> ImportReport {
    var run = try ImportRun(table, needed: [name, joined], progress: progress)
    let members = run.read { read(&$0) }
    var lines: [String: Int] = [:]
    // Rows with a number first, so that numbers given out to the others cannot take theirs.
    for member in members.filter({ $0.number != nil }) + members.filter({ $0.number == nil }) {
      if let number = member.number {
        if let first = lines[number] {
          run.refuse(.importDuplicate(number, firstLine: first), member.row, at: self.number)
          continue
        }
        lines[number] = member.row.position.line
      }
      try run.store(member.row, at: number) { try store(member) }
    }
    return try run.finish()
  }

  private func read(_ cells: inout RowReader) -> Member? {
    let kind = cells.optionalValue(kind) { word throws(LedgerError) in
      switch word.lowercased() {
      case "individual", "perorangan", "orang", "pribadi": KSPCore.Member.Kind.individual
      case "organization", "badan", "organisasi": KSPCore.Member.Kind.organization
      default: throw .importWordUnknown(word, known: ["perorangan", "badan"])
      }
    }
    let number = cells.optionalText(number)
    let name = cells.text(name)
    let joinedOn = cells.value(joined) { text throws(LedgerError) in
      try BookDate(parsing: text)
    }
    let address = cells.optionalText(address)
    let phone = cells.optionalText(phone)
    let nationalID = cells.optionalText(nationalID)
    guard let name, let joinedOn else { return nil }
    return Member(
      number: number,
      profile: MemberProfile(
        name: name, kind: kind ?? .individual, address: address, phone: phone,
        nik: nationalID),
      joinedOn: joinedOn, row: cells.row)
  }

  private func store(_ member: Member) throws -> Bool {
    if try isKnown(member) { return false }
    _ = try session.join(
      NewMember(number: member.number, profile: member.profile, joinedOn: member.joinedOn))
    return true
  }

  /// Whether the same person is in the register: under the number, or without one by all data.
  private func isKnown(_ new: Member) throws -> Bool {
    guard let number = new.number else {
      let profile = new.profile
      return try Bool.fetchOne(
        session.db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM member WHERE name = ? AND kind = ? AND joinedOn = ?
            AND address IS ? AND phone IS ? AND nik IS ?)
          """,
        arguments: [
          profile.name, profile.kind.rawValue, new.joinedOn.dayNumber, profile.address,
          profile.phone, profile.nik,
        ]) ?? false
    }
    guard let member = try MemberTable.member(session.db, number: number) else { return false }
    guard member.profile == new.profile, member.joinedOn == new.joinedOn else {
      throw LedgerError.memberNumberTaken(number)
    }
    return true
  }
}
