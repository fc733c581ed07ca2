import GRDB
import KSPCore

/// The desk of standing orders: recorded, and ended.
struct OrderDesk {
  let session: PostingSession
  var savings: SavingsDesk { SavingsDesk(session: session) }
  var reader: OrderReader { OrderReader(db: session.db) }

  /// Records an order.
  ///
  /// - Returns: The order; under a known reference that of then.
  func add(_ new: NewStandingOrder, note: EntryNote) throws -> StandingOrder {
    if let amount = new.amount { try session.requirePositive(amount) }
    try requireSpan(new)
    let account = try session.account(new.account)
    guard let owner = account.savings else { throw LedgerError.accountUnknown(new.account.text) }
    let product = try session.catalog.product(id: owner.product)
    try savings.requireFree(product)
    return try session.act(note) {
      let number = try session.nextID(of: "SELECT max(number) FROM standingOrder")
      let target = try target(of: new, from: account)
      let draft = EventDraft(
        .orderAdded, account.code.text,
        [
          .insert(
            "standingOrder",
            [
              "number": .integer(number), "account": .integer(account.id.value),
              "purpose": .text(new.purpose.word), "product": StoredValue(target.product),
              "loan": StoredValue(target.loan), "target": StoredValue(target.account),
              "amount": StoredValue(new.amount), "dueDay": StoredValue(new.day),
              "orderedFrom": StoredValue(new.from),
              "orderedUntil": new.until.map { StoredValue($0) } ?? .null,
              "retryDays": StoredValue(new.retryDays),
            ])
        ])
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        _ = try session.recordOnce(draft, ignoring: ["number"])
        let stored = try session.storedEvent(known.first)?.changes.first?["number"]?.integer
        return try reader.order(Int(stored ?? number))
      }
      if let closed = account.closedOn { throw LedgerError.accountClosed(account.code, on: closed) }
      guard product.terms(in: new.from.month).isWithdrawable else {
        throw LedgerError.notWithdrawable(product.product, windows: [], on: new.from)
      }
      try session.days.requireOpen(new.from, kind: .transfer)
      try session.record(draft)
      return try reader.order(Int(number))
    }
  }

  private func requireSpan(_ new: NewStandingOrder) throws {
    guard (1...31).contains(new.day) else {
      throw LedgerError.orderUnfit(
        Phrase(
          id: "tanggal \(new.day) bukan 1 sampai 31", en: "day \(new.day) is not 1 to 31"))
    }
    guard (0...StandingOrder.mostRetryDays).contains(new.retryDays) else {
      throw LedgerError.orderUnfit(
        Phrase(
          id: "diulang \(new.retryDays) hari, bukan 0 sampai \(StandingOrder.mostRetryDays)",
          en: "it is tried again for \(new.retryDays) days, not 0 to "
            + "\(StandingOrder.mostRetryDays)"))
    }
    if let until = new.until, until < new.from {
      throw LedgerError.orderUnfit(
        Phrase(
          id: "berakhir \(until), sebelum mulai \(new.from)",
          en: "it ends on \(until), before it begins on \(new.from)"))
    }
  }

  /// The row that an order pays to: a product of dues, a loan of the same member, or savings.
  private func target(
    of new: NewStandingOrder, from source: AccountState
  ) throws -> (product: Int64?, loan: Int64?, account: Int64?) {
    switch new.purpose {
    case .dues(let code):
      return (try session.catalog.duesProduct(code).id, nil, nil)
    case .loan(let number):
      let id = try LoanFiles(session).reader().id(of: number)
      let isOwn = try Bool.fetchOne(
        session.db,
        sql: """
          SELECT l.member = s.member FROM loan l, savingsAccount s
          WHERE l.id = ? AND s.account = ?
          """, arguments: [id, source.id.value])
      guard isOwn == true else {
        throw LedgerError.orderUnfit(
          Phrase(
            id: "pinjaman \(number) milik anggota lain",
            en: "loan \(number) is another member's"))
      }
      return (nil, id, nil)
    case .savings(let code):
      guard code != source.code else { throw LedgerError.transferToSelf(code) }
      let account = try session.account(code)
      guard let owner = account.savings else { throw LedgerError.accountUnknown(code.text) }
      try savings.requireFree(session.catalog.product(id: owner.product))
      guard new.amount != nil else {
        throw LedgerError.orderUnfit(
          Phrase(
            id: "pemindahan ke simpanan perlu jumlah",
            en: "what goes into savings needs an amount"))
      }
      return (nil, nil, account.id.value)
    }
  }

  /// Ends an order from a day on.
  func end(
    _ number: Int, reason: String, on date: BookDate, note: EntryNote
  ) throws -> StandingOrder {
    guard reason.isUsableText else { throw LedgerError.noteUnacceptable(reason) }
    let order = try reader.order(number)
    try session.act(note) {
      let draft = EventDraft(
        .orderEnded, order.account.text,
        [
          .insert(
            "standingOrderEnd",
            [
              "number": StoredValue(number), "orderEndedOn": StoredValue(date),
              "reason": .text(reason),
            ])
        ])
      if try session.recordedAct(note.reference) != nil {
        _ = try session.recordOnce(draft, ignoring: [])
        return
      }
      if let ended = order.endedOn { throw LedgerError.orderEnded(number, on: ended) }
      try session.days.requireOpen(date, kind: .transfer)
      try session.record(draft)
    }
    return try reader.order(number)
  }
}
