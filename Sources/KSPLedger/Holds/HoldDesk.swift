import GRDB
import KSPCore

/// The desk of holds on savings. Nothing of it is booked.
struct HoldDesk {
  let session: PostingSession

  /// Holds savings of an account.
  ///
  /// - Returns: The hold; under a known reference that of then.
  func add(_ new: NewHold, note: EntryNote) throws -> SavingsHold {
    guard new.reason.isUsableText else {
      throw LedgerError.noteUnacceptable(new.reason)
    }
    if let amount = new.amount { try session.requirePositive(amount) }
    if let until = new.until, until < new.from {
      throw LedgerError.holdUnfit(
        Phrase(
          id: "berakhir \(until), sebelum mulai \(new.from)",
          en: "it ends on \(until), before it begins on \(new.from)"))
    }
    let account = try session.account(new.account)
    guard let savings = account.savings else {
      throw LedgerError.accountUnknown(new.account.text)
    }
    let product = try session.catalog.product(id: savings.product).product
    guard product.kind != .berjangka else { throw LedgerError.depositOwnActs(product.code.text) }
    return try session.act(note) {
      let number = try session.nextID(of: "SELECT max(number) FROM hold")
      let draft = EventDraft(
        .holdAdded, account.code.text,
        [
          .insert(
            "hold",
            [
              "number": .integer(number), "event": .integer(session.lastEvent + 1),
              "account": .integer(account.id.value), "holdKind": .text(new.kind.rawValue),
              "amount": StoredValue(new.amount),
              "reason": .text(new.reason), "loan": StoredValue(try loan(of: new)),
              "heldFrom": StoredValue(new.from),
              "heldUntil": new.until.map { StoredValue($0) } ?? .null,
            ])
        ])
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        _ = try session.recordOnce(draft, ignoring: ["number", "event"])
        let stored = try session.storedEvent(known.first)?.changes.first?["number"]?.integer
        return try HoldReader(db: session.db).hold(Int(stored ?? number))
      }
      if let closed = account.closedOn { throw LedgerError.accountClosed(account.code, on: closed) }
      try session.days.requireOpen(new.from, kind: .transfer)
      try session.record(draft)
      return try HoldReader(db: session.db).hold(Int(number))
    }
  }

  /// The loan of a hold for one, which must be running.
  private func loan(of new: NewHold) throws -> Int64? {
    guard (new.kind == .loan) == (new.loan != nil) else {
      throw LedgerError.holdUnfit(
        Phrase(
          id: "nomor pinjaman hanya dan selalu untuk jenis pinjaman",
          en: "a loan is named for the kind loan, and only for that"))
    }
    guard let number = new.loan else { return nil }
    let id = try Int64.fetchOne(
      session.db, sql: "SELECT id FROM loan WHERE number = ?", arguments: [number.text])
    guard let id else {
      throw LedgerError.holdUnfit(
        Phrase(id: "pinjaman \(number) tidak ada", en: "there is no loan \(number)"))
    }
    return id
  }

  /// Lets go of what a hold holds, from a day on.
  func release(
    _ number: Int, reason: String, on date: BookDate, note: EntryNote
  ) throws -> SavingsHold {
    guard reason.isUsableText else { throw LedgerError.noteUnacceptable(reason) }
    let reader = HoldReader(db: session.db)
    let hold = try reader.hold(number)
    try session.act(note) {
      let draft = EventDraft(
        .holdReleased, hold.account.text,
        [
          .insert(
            "holdRelease",
            [
              "hold": StoredValue(number), "event": .integer(session.lastEvent + 1),
              "releasedOn": StoredValue(date), "reason": .text(reason),
            ])
        ])
      if try session.recordedAct(note.reference) != nil {
        _ = try session.recordOnce(draft, ignoring: ["event"])
        return
      }
      if let ended = hold.endsOn, ended <= date || hold.releaseReason != nil {
        throw LedgerError.holdOver(hold, since: ended)
      }
      guard date >= hold.from else {
        throw LedgerError.holdUnfit(
          Phrase(
            id: "dilepas \(date), sebelum mulai \(hold.from)",
            en: "it is released on \(date), before it begins on \(hold.from)"))
      }
      try session.days.requireOpen(date, kind: .transfer)
      try session.days.requireNotAhead(date, note)
      try session.record(draft)
    }
    return try reader.hold(number)
  }
}
