import GRDB
import KSPCore

/// What the SHU refuses to reversals: a division stands once something was paid of it.
struct ShuGuards: EntryGuard {
  let session: PostingSession

  func requireNone(of accounts: [AccountID]) throws {}

  /// What members are owed of a division stays until it is paid to them, whichever act would take
  /// it; what an earlier book brought may be paid by hand.
  func requireKept(_ accounts: Set<AccountID>) throws {
    let owed = try ShuReader(db: session.db).owed()
    for (account, unpaid) in owed where accounts.contains(account) {
      let state = try session.account(account)
      guard try state.balance.negated() >= unpaid else {
        throw LedgerError.accountTermsUnfit(
          state.code,
          Phrase(
            id: "\(unpaid.formatted) di akun itu milik anggota dari pembagian SHU",
            en: "\(unpaid.formatted) on it is owed to members from a division of SHU"))
      }
    }
  }

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool {
    kind == .shuDistribution
  }

  func requireReversible(_ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate) throws {
    guard let payment = try ShuReader(db: session.db).lastPayment(of: entry) else { return }
    let year = try Int.fetchOne(
      session.db, sql: "SELECT year FROM shuPosting WHERE entry = ?", arguments: [entry.value])
    throw LedgerError.shuPaid(year ?? day.components.year, by: payment)
  }

  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    try EntryContent(session, entry, kind)
  }
}
