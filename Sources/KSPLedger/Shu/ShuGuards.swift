import GRDB
import KSPCore

/// What the SHU refuses to reversals: a division stands once something was paid of it.
struct ShuGuards: EntryGuard {
  let session: PostingSession

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
    kind == .shuDistribution || kind == .shuReward
  }

  func requireReversible(_ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate) throws {
    if let payment = try taxPayment(of: entry, bookedOn: day) {
      throw LedgerError.shuRewardTaxPaid(entry, day.month, by: payment)
    }
    guard let payment = try ShuReader(db: session.db).lastPayment(of: entry) else { return }
    let year = try Int.fetchOne(
      session.db, sql: "SELECT year FROM shuPosting WHERE entry = ?", arguments: [entry.value])
    throw LedgerError.shuPaid(year ?? day.components.year, by: payment)
  }

  /// The last payment to the state that brought tax which would not be owed without an entry; nil
  /// where what was paid is owed all the same.
  private func taxPayment(
    of entry: EntryNumber, bookedOn day: BookDate
  ) throws -> EntryNumber? {
    let month = day.month
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT sum(t.amount), max(t.entry), ifnull((SELECT sum(r.tax) FROM shuReward r
          JOIN entryStanding w ON w.id = r.entry WHERE w.reversedBy IS NULL AND r.entry <> ?1
            AND w.bookDate BETWEEN ?3 AND ?4), 0)
        FROM taxPayment t JOIN entryStanding s ON s.id = t.entry
        WHERE EXISTS (SELECT 1 FROM shuReward WHERE entry = ?1) AND t.article = ?5 AND t.month = ?2
          AND s.reversedBy IS NULL
        """,
      arguments: [
        entry.value, month.ordinal, month.firstDay.dayNumber, month.lastDay.dayNumber,
        TaxArticle.employee.rawValue,
      ])
    guard let row, let paid = try row.optional(0) as Int64?, paid > (try row.value(2) as Int64)
    else { return nil }
    return EntryNumber(try row.value(1))
  }
}
