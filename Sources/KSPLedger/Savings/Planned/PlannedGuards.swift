import KSPCore

/// What planned savings say to the reversal of the entry that took them over: with what the earlier
/// book left, the agreement is gone too, so that nobody is asked for its months.
struct PlannedGuards: EntryGuard {
  let session: PostingSession

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool {
    try kind == .opening && takenOver(by: entry) != nil
  }

  func follow(
    reversalOf entry: EntryNumber, bookedOn day: BookDate, on date: BookDate, _ note: EntryNote
  ) throws -> [EntryNumber] {
    guard let (account, code) = try takenOver(by: entry),
      let reversal = try session.reversal(of: entry)
    else { throw LedgerError.invariantBroken("\(entry): reversal") }
    try session.record(
      EventDraft(
        .plannedEnded, code.text,
        [
          .insert(
            "plannedSavingsEnd",
            [
              "account": .integer(account.value), "event": .integer(session.lastEvent + 1),
              "plannedEndedOn": StoredValue(date),
              "reason": .text("\(EntryKind.reversal.name.indonesian) \(reversal)"),
              "entry": .null,
            ])
        ]))
    return []
  }

  /// The savings that an entry took over, and that have not ended; nil for any other entry.
  private func takenOver(by entry: EntryNumber) throws -> (id: AccountID, code: AccountCode)? {
    let query = try session.statement(
      """
      SELECT a.id, a.code FROM entry e JOIN posting p ON p.entry = e.id
      JOIN plannedSavings s ON s.account = p.account AND s.event = e.act
      JOIN account a ON a.id = s.account
      WHERE e.id = ? AND s.takenOverOn IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM plannedSavingsEnd d WHERE d.account = s.account)
      """)
    query.bind(entry.value, at: 1)
    defer { query.reset() }
    guard try query.step() else { return nil }
    return (AccountID(query.int64(0)), AccountCode(stored: query.text(1) ?? ""))
  }
}
