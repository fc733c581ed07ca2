import KSPCore

/// What former members have yet to take is kept name by name: entries by hand know no names.
struct LeaverGuards: EntryGuard {
  let session: PostingSession

  func requireNone(of accounts: [AccountID]) throws {
    guard let kept = session.catalog.roles[.leaverPayable], accounts.contains(kept) else { return }
    throw LedgerError.accountOwnAct(
      try session.account(kept).code,
      use: Phrase(
        id: "simpanan anggota keluar yang belum diambil",
        en: "savings that former members have yet to take"))
  }
}
