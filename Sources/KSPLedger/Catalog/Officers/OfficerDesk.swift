import GRDB
import KSPCore

/// The desk of those who may record in the book.
struct OfficerDesk {
  let session: PostingSession

  /// Puts somebody in office; who was so before gets a new row.
  func add(_ name: String, role: String?, since: BookDate, note: EntryNote) throws {
    for case let text? in [name, role] where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    try session.act(note) {
      let isRepeated = try session.recordedAct(note.reference) != nil
      let now = session.catalog.officers.filter { $0.name == name }
      if !isRepeated, now.contains(where: { $0.until.map { since <= $0 } ?? true }) {
        throw LedgerError.officerStanding(name, isInOffice: true)
      }
      _ = try session.recordOnce(
        EventDraft(
          .officerAdded, name,
          [
            .insert(
              "officer",
              [
                "name": .text(name), "since": StoredValue(since), "role": StoredValue(role),
                "until": .null,
              ])
          ]), ignoring: [])
    }
  }

  func end(_ name: String, on date: BookDate, note: EntryNote) throws {
    try session.act(note) {
      let isRepeated = try session.recordedAct(note.reference) != nil
      let all = session.catalog.officers.filter { $0.name == name }
      guard let officer = all.last(where: { isRepeated || $0.until == nil }), officer.since <= date
      else { throw LedgerError.officerStanding(name, isInOffice: false) }
      _ = try session.recordOnce(
        EventDraft(
          .officerEnded, name,
          [
            .update(
              "officer", key: ["name": .text(name), "since": StoredValue(officer.since)],
              [
                (
                  "until",
                  StoredValue(isRepeated ? nil : officer.until.map { Int64($0.dayNumber) }),
                  StoredValue(date)
                )
              ])
          ]), ignoring: [])
    }
  }
}

extension Officer {
  /// All who are or were in office, by name and then by their first day.
  static func all(_ db: Database) throws -> [Officer] {
    try Row.fetchAll(db, sql: "SELECT name, role, since, until FROM officer ORDER BY name, since")
      .map { row in
        try Officer(
          name: row.value(0), role: row.optional(1), since: BookDate(stored: row.value(2)),
          until: (row.optional(3) as Int64?).map { try BookDate(stored: $0) })
      }
  }
}

extension Catalog {
  /// Refuses an author who is not in office on the day of recording, where somebody is.
  func requireOfficer(_ name: String?, on today: BookDate) throws(LedgerError) {
    guard let name, !officers.isEmpty else { return }
    let inOffice = officers.filter { $0.isInOffice(on: today) }.map(\.name)
    guard inOffice.isEmpty || inOffice.contains(name) else {
      throw .officerUnknown(name, known: inOffice)
    }
  }
}
