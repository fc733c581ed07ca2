import GRDB
import KSPCore

/// Enters members from a table.
struct MemberImport {
  private struct MemberRow {
    let number: String?
    let profile: MemberProfile
    let joinedOn: BookDate
    let place: LedgerError.Place
  }

  private static let number = ["number", "nomor", "no"]
  private static let name = ["name", "nama"]
  private static let joined = ["joined", "masuk", "tanggal_masuk", "date", "tanggal"]

  let session: PostingSession

  func run(_ table: CSVTable) throws -> ImportReport {
    var run = try ImportRun(table, columns: [Self.name, Self.joined])
    let rows = run.parse { cells throws(LedgerError) in try Self.row(cells) }
    var lines: [String: Int] = [:]
    // Rows with a number first, so that numbers given out to the others cannot take theirs.
    for row in rows.filter({ $0.number != nil }) + rows.filter({ $0.number == nil }) {
      if let number = row.number {
        if let first = lines[number] {
          run.refuse(LedgerError.importDuplicate(number, firstLine: first).at(row.place))
          continue
        }
        lines[number] = row.place.line
      }
      try run.store(at: row.place) { try store(row) }
    }
    return try run.finish()
  }

  private static func row(_ cells: RowReader) throws(LedgerError) -> MemberRow {
    let kind = try cells.optionalValue(["kind", "jenis"]) { word throws(LedgerError) in
      switch word.lowercased() {
      case "individual", "perorangan", "orang", "pribadi": Member.Kind.individual
      case "organization", "badan", "organisasi": Member.Kind.organization
      default: throw .importWordUnknown(word, known: ["perorangan", "badan"])
      }
    }
    return MemberRow(
      number: try cells.optionalText(number),
      profile: MemberProfile(
        name: try cells.text(name), kind: kind ?? .individual,
        address: try cells.optionalText(["address", "alamat"]),
        phone: try cells.optionalText(["phone", "telepon", "hp"]),
        nationalID: try cells.optionalText(["national_id", "nik", "ktp"])),
      joinedOn: try cells.value(joined) { text throws(LedgerError) in
        try BookDate(parsing: text)
      },
      place: cells.place(number))
  }

  private func store(_ row: MemberRow) throws -> Bool {
    if try isKnown(row) { return false }
    _ = try session.join(
      NewMember(number: row.number, profile: row.profile, joinedOn: row.joinedOn))
    return true
  }

  /// Whether the same person is in the register: under the number, or without one by all data.
  private func isKnown(_ row: MemberRow) throws -> Bool {
    guard let number = row.number else {
      let profile = row.profile
      return try Bool.fetchOne(
        session.db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM member WHERE name = ? AND kind = ? AND joinedOn = ?
            AND address IS ? AND phone IS ? AND nationalID IS ?)
          """,
        arguments: [
          profile.name, profile.kind.rawValue, row.joinedOn.dayNumber, profile.address,
          profile.phone, profile.nationalID,
        ]) ?? false
    }
    guard let member = try MemberTable.member(session.db, number: number) else { return false }
    guard member.profile == row.profile, member.joinedOn == row.joinedOn else {
      throw LedgerError.memberNumberTaken(number)
    }
    return true
  }
}
