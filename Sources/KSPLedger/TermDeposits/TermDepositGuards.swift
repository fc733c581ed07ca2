import GRDB
import KSPCore

/// What term deposits say to reversals: an opening is a mistake that can be taken back until
/// something stands on it; the deposit ends with the reversal.
struct TermDepositGuards: EntryGuard {
  let session: PostingSession

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
        SELECT EXISTS (SELECT 1 FROM depositInterest WHERE account = ?1 AND voucher IS NOT ?2)
          OR EXISTS (SELECT 1 FROM depositEnd WHERE account = ?1)
          OR EXISTS (SELECT 1 FROM accrualUse WHERE account = ?1 AND entry <> ?2)
          OR EXISTS (SELECT 1 FROM termDeposit WHERE account = ?1 AND period > 1)
        """, arguments: [id.value, entry.value])
    let deposit = try TermDepositReader(db: session.db).deposit(code).deposit
    if let pledge = deposit.pledge { throw LedgerError.depositPledged(code, for: pledge) }
    // The end of a month has taxed interest that was paid in advance, and earned a part of it.
    let isTaxed = try paidAhead(by: entry) != nil && session.catalog.hasClosed(day.month)
    guard isUsed != true, !isTaxed else { throw LedgerError.depositInUse(code) }
  }

  /// The interest that the voucher of an opening paid in advance; nil where it paid none.
  private func paidAhead(by entry: EntryNumber) throws -> Rupiah? {
    try Int64.fetchOne(
      session.db, sql: "SELECT gross FROM depositInterest WHERE voucher = ?",
      arguments: [entry.value]
    ).map { Rupiah(sen: $0) }
  }

  func content(
    of entry: EntryNumber, _ kind: EntryKind, reversedBy reversal: EntryNumber
  ) throws -> EntryContent {
    var content = try EntryContent(session, entry, kind)
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT i.gross - i.tax, t.principal FROM depositInterest i JOIN termDeposit t
          ON t.account = i.account AND t.period = i.period WHERE i.voucher = ?
        """, arguments: [entry.value])
    guard let row, let (id, _) = try account(of: entry) else { return content }
    // The member brought what was left after interest that was paid in advance.
    let net = Rupiah(sen: try row.value(0) as Int64)
    content.account = try session.account(id)
    content.amount = try Rupiah(sen: row.value(1) as Int64) - net
    content.deductions = [TermDepositDesk.InterestAhead.told(net)]
    content.parts = []
    return content
  }

  func follow(
    reversalOf entry: EntryNumber, bookedOn day: BookDate, on date: BookDate, _ note: EntryNote
  ) throws -> [EntryNumber] {
    guard let (id, code) = try account(of: entry),
      let reversal = try session.reversal(of: entry)
    else { throw LedgerError.invariantBroken("\(entry): reversal") }
    let ahead = try paidAhead(by: entry)
    try session.record(
      EventDraft(
        .depositEnded, code.text,
        [
          .insert(
            "depositEnd",
            [
              "account": .integer(id.value), "voucher": .integer(reversal.value),
              "endedOn": StoredValue(date), "gross": StoredValue(Rupiah.zero),
              "tax": StoredValue(Rupiah.zero), "penalty": StoredValue(Rupiah.zero),
              "takenBack": StoredValue(ahead ?? .zero), "waivingReason": .null,
              "isToHeir": StoredValue(false),
            ])
        ]))
    guard let ahead else { return [] }
    let prepaid = try Posting.credit(session.catalog.account(.prepaidInterest), ahead)
    try AccrualDesk(session: session).record(
      [prepaid], of: id, code, entry: reversal, on: date)
    if let tax = try TaxDesk(session: session).mirrored(entry, by: reversal) {
      try session.record(tax)
    }
    // The deposit has ended: what was borne for it by other interest goes where its interest goes.
    let deposit = try TermDepositReader(db: session.db).deposit(code)
    return try SavingsDesk(session: session).settleTax(
      ofReversed: entry, on: date, note,
      backTo: TermDepositDesk(session: session).target(of: deposit))
  }
}
