import GRDB
import KSPCore

/// What the SHU refuses to reversals: a division stands once something was paid of it.
struct ShuGuards: EntryGuard {
  let session: PostingSession

  func requireNone(of accounts: [AccountID]) throws {}

  /// What members are owed of a division stays until it is paid to them, and the SHU of a year
  /// until it is ratified and divided, whichever act would take it; what an earlier book brought,
  /// and what a division left, may be moved by hand.
  func requireKept(_ accounts: Set<AccountID>) throws {
    for (account, unpaid) in try ShuReader(db: session.db).owed() {
      try require(unpaid, in: account, of: accounts) { amount in
        Phrase(
          id: "\(amount) di akun itu milik anggota dari pembagian SHU",
          en: "\(amount) on it is owed to members from a division of SHU")
      }
    }
    let years = FormerYears(db: session.db, catalog: session.catalog)
    if let account = session.catalog.roles[.shuUndistributed] {
      try require(years.undivided(), in: account, of: accounts) { amount in
        Phrase(
          id: "\(amount) di akun itu SHU yang disahkan rapat dan belum dibagi",
          en: "\(amount) on it is SHU that a meeting ratified and that is not divided yet")
      }
    }
    if let account = session.catalog.roles[.shuCurrent] {
      try require(years.unratified(), in: account, of: accounts) { amount in
        Phrase(
          id: "\(amount) di akun itu SHU tahun yang ditutup dan belum disahkan rapat",
          en: "\(amount) on it is the SHU of a closed year that no meeting has ratified yet")
      }
    }
  }

  /// Refuses that an account that was drawn on holds less than it must keep, credit positive.
  private func require(
    _ kept: @autoclosure () throws -> Rupiah, in account: AccountID, of drawn: Set<AccountID>,
    _ why: (String) -> Phrase
  ) throws {
    guard drawn.contains(account) else { return }
    let (state, kept) = (try session.account(account), try kept())
    guard try state.balance.negated() >= kept else {
      throw LedgerError.accountTermsUnfit(state.code, why(kept.formatted))
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
