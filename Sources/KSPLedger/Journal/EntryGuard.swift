import KSPCore

/// What a room refuses to entries by hand and to reversals, because its own records stand beside
/// the entries that it booked.
protocol EntryGuard {
  /// The transaction that it looks at.
  var session: PostingSession { get }

  /// Refuses entries by hand on accounts that the room's own acts keep.
  func requireNone(of accounts: [AccountID]) throws

  /// Refuses a transaction that took from accounts and leaves less on one of them than the room has
  /// promised.
  func requireKept(_ accounts: Set<AccountID>) throws

  /// Whether the room has a say when an entry is reversed.
  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool

  /// Refuses to reverse such an entry while something later stands on it, or on a wrong day.
  func requireReversible(
    _ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate
  ) throws

  /// What such an entry said when it was booked, for the receipt of its reversal.
  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent

  /// Does what follows from the reversal of such an entry on a day; the vouchers that say so.
  func follow(
    reversalOf entry: EntryNumber, bookedOn day: BookDate, on date: BookDate, _ note: EntryNote
  ) throws -> [EntryNumber]
}

extension EntryGuard {
  func requireNone(of accounts: [AccountID]) throws {}

  func requireKept(_ accounts: Set<AccountID>) throws {}

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool { false }

  func requireReversible(
    _ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate
  ) throws {}

  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    try EntryContent(session, entry, kind)
  }

  func follow(
    reversalOf entry: EntryNumber, bookedOn day: BookDate, on date: BookDate, _ note: EntryNote
  ) throws -> [EntryNumber] { [] }
}
