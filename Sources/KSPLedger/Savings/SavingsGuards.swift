import KSPCore

/// What savings refuse to entries of other rooms: entries by hand on the accounts of members. The
/// tax of interest that is taken back follows it.
struct SavingsGuards: EntryGuard {
  let session: PostingSession

  func requireNone(of accounts: [AccountID]) throws {
    for id in accounts {
      let account = try session.account(id)
      if let savings = account.savings {
        throw LedgerError.accountOfMember(account.code, name: savings.memberName)
      }
    }
  }

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool { kind == .interest }

  func follow(
    reversalOf entry: EntryNumber, bookedOn day: BookDate, on date: BookDate, _ note: EntryNote
  ) throws -> [EntryNumber] {
    try SavingsDesk(session: session).settleTax(ofReversed: entry, on: date, note)
  }
}
