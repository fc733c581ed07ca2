import GRDB
import KSPCore

/// What must hold before the day on which somebody joined is corrected.
struct JoiningCorrection {
  let session: PostingSession
  let member: Member
  let id: Int64

  /// Refuses a day that the book contradicts, and any once a month end has counted the member.
  ///
  /// - Throws: `member.joinedFixed`, `member.left`, `date.future`.
  func require(_ day: BookDate, _ note: EntryNote) throws {
    guard day != member.joinedOn else { return }
    if let left = member.leftOn { throw LedgerError.memberLeft(member.number, on: left) }
    try session.days.requireNotAhead(day, note)
    func refuse(_ reason: Phrase) -> LedgerError { .memberJoinedFixed(member.number, reason) }
    guard note.memo != nil else {
      throw refuse(
        Phrase(id: "alasannya belum disebut (keterangan)", en: "no reason is given (memo)"))
    }
    let isCounted = try Bool.fetchOne(
      session.db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM event c JOIN event j ON j.number < c.number
          WHERE c.kind = ? AND j.kind = ? AND j.subject = ?)
        """,
      arguments: [
        EventKind.monthClosed.rawValue, EventKind.memberJoined.rawValue, member.number.text,
      ])
    guard isCounted != true else {
      throw refuse(
        Phrase(
          id: "sudah ada bulan yang ditutup sesudah anggota ini dicatat",
          en: "a month was closed since the member was entered"))
    }
    if member.memberships.count > 1, day >= member.memberships[1].since {
      throw refuse(
        Phrase(
          id: "statusnya berubah tanggal \(member.memberships[1].since)",
          en: "their standing changed on \(member.memberships[1].since)"))
    }
    if let first = try firstDay(), first < day {
      throw refuse(
        Phrase(
          id: "sudah ada bukti atau pinjaman tanggal \(first)",
          en: "there is a voucher or a loan of \(first)"))
    }
  }

  /// The day of the earliest thing that the member did in the book; what was taken over from an
  /// earlier one does not count, and neither does what was reversed.
  private func firstDay() throws -> BookDate? {
    try Int64.fetchOne(
      session.db,
      sql: """
        SELECT min(day) FROM (
          SELECT min(p.bookDate) AS day FROM savingsAccount s
            JOIN posting p ON p.account = s.account JOIN entryStanding e ON e.id = p.entry
            WHERE s.member = ?1 AND e.kind <> ?2 AND e.reversedBy IS NULL AND e.reverses IS NULL
          UNION ALL
          SELECT min(t.bookDate) FROM loan l JOIN loanStep t ON t.loan = l.id
            WHERE l.member = ?1 AND t.kind = \(Loan.Step.applied.sql))
        """, arguments: [id, EntryKind.opening.rawValue]
    ).map { try BookDate(stored: $0) }
  }
}
