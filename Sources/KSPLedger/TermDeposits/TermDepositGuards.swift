import GRDB
import KSPCore

/// What term deposits say to reversals: an opening is a mistake that can be taken back until
/// something stands on it; the deposit ends with the reversal.
struct TermDepositGuards: EntryGuard {
  let session: PostingSession

  func requireNone(of accounts: [AccountID]) throws {}

  func answers(for entry: EntryNumber, _ kind: EntryKind) throws -> Bool {
    guard kind == .depositOpening || kind == .opening else { return false }
    return try account(of: entry) != nil
  }

  /// The deposit that an entry opened.
  private func account(of entry: EntryNumber) throws -> (id: AccountID, code: AccountCode)? {
    try Row.fetchOne(
      session.db,
      sql: """
        SELECT a.id, a.code FROM posting p JOIN termDeposit t ON t.account = p.account
        JOIN account a ON a.id = p.account WHERE p.entry = ?
        """, arguments: [entry.value]
    ).map { (AccountID(try $0.value(0)), AccountCode(stored: try $0.value(1))) }
  }

  func requireReversible(_ entry: EntryNumber, bookedOn day: BookDate, on date: BookDate) throws {
    guard let (id, code) = try account(of: entry) else { return }
    let isUsed = try Bool.fetchOne(
      session.db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM depositInterest WHERE account = ?1)
          OR EXISTS (SELECT 1 FROM depositEnd WHERE account = ?1)
          OR EXISTS (SELECT 1 FROM accrualUse WHERE account = ?1)
          OR EXISTS (SELECT 1 FROM termDeposit WHERE account = ?1 AND period > 1)
        """, arguments: [id.value])
    let deposit = try TermDepositReader(db: session.db).deposit(code).deposit
    if let pledge = deposit.pledge { throw LedgerError.depositPledged(code, for: pledge) }
    guard isUsed != true else { throw LedgerError.depositInUse(code) }
  }

  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    try EntryContent(session, entry, kind)
  }

  func follow(
    reversalOf entry: EntryNumber, bookedOn day: BookDate, _ note: EntryNote
  ) throws -> [EntryNumber] {
    guard let (id, code) = try account(of: entry),
      let reversal = try Row.fetchOne(
        session.db,
        sql: """
          SELECT id, bookDate FROM entry
          WHERE id = (SELECT reversedBy FROM entryStanding WHERE id = ?)
          """, arguments: [entry.value])
    else { throw LedgerError.invariantBroken("\(entry): reversal") }
    try session.record(
      EventDraft(
        .depositEnded, code.text,
        [
          .insert(
            "depositEnd",
            [
              "account": .integer(id.value), "voucher": .integer(try reversal.value(0)),
              "endedOn": .integer(try reversal.value(1)), "gross": StoredValue(Rupiah.zero),
              "tax": StoredValue(Rupiah.zero), "penalty": StoredValue(Rupiah.zero),
              "takenBack": StoredValue(Rupiah.zero), "waivingReason": .null,
              "isToHeir": StoredValue(false),
            ])
        ]))
    return []
  }
}
