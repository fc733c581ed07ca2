import KSPCore

/// What savings refuse to entries of other rooms: entries by hand on the accounts of members.
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

  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    try EntryContent(session, entry, kind)
  }
}
