import GRDB
import KSPCore

/// The desk of fixed assets: what is bought, taken over, moved and disposed of. What they lose is
/// written off by the month end.
struct AssetDesk {
  let session: PostingSession

  private var reader: AssetReader { AssetReader(session.db) }

  // MARK: - Into the register

  /// Buys an asset: its voucher and its line in the register are one act.
  func buy(
    _ new: NewAsset, from payer: AccountCode?, note: EntryNote
  ) throws -> AssetPurchase {
    try session.act(note) {
      try new.requireUsable()
      let accounts = try accounts(of: new)
      let other = OtherSide(session: session)
      let cash = try other.account(payer, usually: .cash, note, on: new.acquiredOn)
      let entry = try JournalEntry(
        .assetPurchase, on: new.acquiredOn,
        postings: PostingRules.assetPurchase(new.cost, asset: accounts.cost.id, cash: cash.id),
        note: note)
      let outcome = try session.post(entry) {
        var told = note
        told.memo = note.memo ?? new.name
        try other.requireFit(payer, usually: .cash, note: told)
        try requireOneOf(new)
      }
      if outcome.isReplay {
        try requireSame(new, as: outcome)
      } else {
        try enter(new, accounts, entry: outcome.number)
      }
      let asset = try asset(of: outcome.number)
      var receipt = Receipt(
        entry: outcome.number, kind: .assetPurchase, bookDate: new.acquiredOn, account: nil,
        member: nil, memberName: nil, amount: new.cost,
        parts: [
          Receipt.Part(
            name: Phrase(id: "\(asset.number) \(new.name)", en: "\(asset.number) \(new.name)"),
            account: accounts.cost.code, amount: new.cost)
        ], balance: nil, note: outcome.note, isReplay: outcome.isReplay)
      receipt.counterpart = cash.shown
      return AssetPurchase(asset: asset, receipt: receipt)
    }
  }

  /// Enters what an earlier book had bought: the opening balances hold it, so nothing is booked.
  func takeOver(_ new: NewAsset, note: EntryNote) throws -> FixedAsset {
    guard let takeover = new.takeover else {
      throw LedgerError.assetTermsUnfit(
        Phrase(
          id: "tidak disebut sampai kapan dan berapa yang sudah disusutkan",
          en: "nothing says until when and how much was written off"))
    }
    return try session.act(note) {
      try new.requireUsable()
      try session.days.requireNotAhead(takeover.asOf, note)
      let number: AssetNumber
      if let reference = note.reference, let known = try session.recordedAct(reference),
        let event = try session.storedEvent(known.first)
      {
        number = AssetNumber(event.subject)
      } else {
        number = try free(new.number)
      }
      let accounts = try accounts(of: new)
      _ = try session.recordOnce(
        draft(new, number, accounts, entry: nil), ignoring: ["id"])
      return try reader.record(number, on: .latest).asset
    }
  }

  private func enter(_ new: NewAsset, _ accounts: Accounts, entry: EntryNumber) throws {
    try session.record(draft(new, free(new.number), accounts, entry: entry))
  }

  private func draft(
    _ new: NewAsset, _ number: AssetNumber, _ accounts: Accounts, entry: EntryNumber?
  ) throws -> EventDraft {
    let id = try session.nextID(of: "SELECT max(id) FROM asset")
    return EventDraft(
      entry == nil ? .assetTakenOver : .assetBought, number,
      [
        .insert(
          "asset",
          [
            "id": .integer(id), "number": StoredValue(number), "name": .text(new.name),
            "location": StoredValue(new.place), "account": .integer(accounts.cost.id.value),
            "accumulatedAccount": .integer(accounts.accumulated.id.value),
            "expenseAccount": .integer(accounts.expense.id.value),
            "acquiredOn": StoredValue(new.acquiredOn), "cost": StoredValue(new.cost),
            "residual": StoredValue(new.residual), "months": StoredValue(new.months),
            "takenOverOn": new.takeover.map { StoredValue($0.asOf) } ?? .null,
            "takenOver": StoredValue(new.takeover?.accumulated),
            "entry": StoredValue(entry?.value),
          ])
      ])
  }

  /// The number that was asked for, or the next one that nothing has.
  ///
  /// - Throws: `asset.exists`.
  private func free(_ wanted: AssetNumber?) throws -> AssetNumber {
    func name(of number: AssetNumber) throws -> String? {
      try String.fetchOne(
        session.db, sql: "SELECT name FROM asset WHERE number = ?", arguments: [number.text])
    }
    if let wanted {
      if let taken = try name(of: wanted) { throw LedgerError.assetExists(wanted, name: taken) }
      return wanted
    }
    var next = try Int.fetchOne(session.db, sql: "SELECT count(*) FROM asset") ?? 0
    while true {
      next += 1
      let digits = String(next)
      let number = AssetNumber(
        "INV-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
      if try name(of: number) == nil { return number }
    }
  }

  /// A purchase is of what is bought now.
  private func requireOneOf(_ new: NewAsset) throws {
    guard new.takeover == nil else {
      throw LedgerError.assetTermsUnfit(
        Phrase(
          id: "yang dibeli sekarang belum disusutkan di buku lain",
          en: "what is bought now was not written off in another book"))
    }
  }

  private func asset(of entry: EntryNumber) throws -> FixedAsset {
    let number = try String.fetchOne(
      session.db, sql: "SELECT number FROM asset WHERE entry = ?", arguments: [entry.value])
    guard let number else { throw LedgerError.invariantBroken("\(entry): asset") }
    return try reader.record(AssetNumber(number), on: .latest).asset
  }

  private func requireSame(_ new: NewAsset, as outcome: PostingSession.Outcome) throws {
    let known = try asset(of: outcome.number)
    let isSame =
      known.name == new.name && known.residual == new.residual && known.months == new.months
      && (new.number == nil || new.number == known.number)
    guard isSame else {
      throw LedgerError.referenceReused(
        outcome.note.reference ?? "",
        by: outcome.number,
        differing: Phrase(id: "aset", en: "asset"))
    }
  }

  // MARK: - Accounts

  private struct Accounts {
    let cost, accumulated, expense: AccountState
  }

  private func accounts(of new: NewAsset) throws -> Accounts {
    try Accounts(
      cost: account(new.account, .fixedAsset, type: .asset),
      accumulated: account(new.accumulatedAccount, .accumulatedDepreciation, type: .asset),
      expense: account(new.expenseAccount, .depreciation, type: .expense))
  }

  /// The account that is named, or the one of the role; one of the class, that nothing else keeps.
  private func account(
    _ code: AccountCode?, _ role: AccountRole, type: AccountType
  ) throws -> AccountState {
    let account =
      try code.map { try session.account($0) }
      ?? session.account(session.catalog.account(role))
    guard account.isPostable else { throw LedgerError.accountNotPostable(account.code) }
    if let closed = account.closedOn { throw LedgerError.accountClosed(account.code, on: closed) }
    try JournalDesk(session: session).requireNone(of: [account.id])
    guard account.type == type, try !CashMarks(session.db, of: account.id).isCash else {
      throw LedgerError.accountTermsUnfit(
        account.code,
        Phrase(
          id: "akun aset tetap bergolongan \(type.name.indonesian) dan bukan kas",
          en: "an account of fixed assets is of class \(type.name.english) and no cash"))
    }
    return account
  }

  // MARK: - Afterwards

  /// Says where an asset stands, or what it is called, from now on.
  func change(
    _ number: AssetNumber, name: String?, place: String?, note: EntryNote
  ) throws -> FixedAsset {
    for text in [name, place].compactMap(\.self) where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    let record = try reader.record(number, on: .latest)
    let asset = record.asset
    let change = RowChange.update(
      "asset", key: ["id": .integer(record.id)],
      [
        ("name", .text(asset.name), .text(name ?? asset.name)),
        ("location", StoredValue(asset.place), StoredValue(place ?? asset.place)),
      ])
    let draft = EventDraft(.assetChanged, number, [change])
    try session.act(note) {
      if note.reference != nil {
        _ = try session.recordOnce(draft, ignoring: [])
      } else if !draft.changes.isEmpty {
        try session.record(draft)
      }
    }
    return try reader.record(number, on: .latest).asset
  }

  /// Disposes of an asset: its cost and what was written off leave the books, what it brings comes.
  func dispose(
    _ number: AssetNumber, for proceeds: Rupiah, into payee: AccountCode?, on date: BookDate,
    note: EntryNote
  ) throws -> Receipt {
    guard !proceeds.isNegative else { throw LedgerError.amountNotPositive(proceeds) }
    guard note.memo != nil else { throw LedgerError.assetReasonMissing(number) }
    return try session.act(note) {
      let known = try session.recordedAct(note.reference)?.entries.first?.number
      let record = try record(number, on: date, disposedBy: known)
      let other = OtherSide(session: session)
      let cash = try other.account(payee, usually: .cash, note, on: date)
      let entry = try JournalEntry(
        .assetDisposal, on: date,
        postings: PostingRules.assetDisposal(
          cost: record.asset.cost,
          accumulated: reader.standing(record, on: date).accumulated, proceeds: proceeds,
          asset: record.cost, accumulatedAccount: record.accumulated, cash: cash.id,
          gain: session.catalog.account(.disposalGain),
          loss: session.catalog.account(.disposalLoss)), note: note)
      let outcome = try session.post(entry) {
        try other.requireFit(payee, usually: .cash, note: note)
        // A month before that is open has yet to write its part off.
        let open = try session.catalog.openMonth()
        guard date.month == open else {
          throw LedgerError.monthEarlierOpen(date.month, open: open)
        }
      }
      if !outcome.isReplay {
        try session.record(
          EventDraft(
            .assetDisposed, number,
            [
              .insert(
                "assetDisposal",
                [
                  "entry": .integer(outcome.number.value), "asset": .integer(record.id),
                  "disposedOn": StoredValue(date), "proceeds": StoredValue(proceeds),
                ])
            ]))
      }
      var receipt = Receipt(
        entry: outcome.number, kind: .assetDisposal, bookDate: date, account: nil,
        member: nil, memberName: nil, amount: proceeds,
        parts: try EntryContent(session, outcome.number, .assetDisposal).parts, balance: nil,
        note: outcome.note, isReplay: outcome.isReplay)
      receipt.counterpart = cash.shown
      return receipt
    }
  }

  /// The asset, while the cooperative has it; or as it was before the voucher that disposed of it.
  private func record(
    _ number: AssetNumber, on date: BookDate, disposedBy entry: EntryNumber?
  ) throws -> AssetRecord {
    let record = try reader.record(number, on: .latest)
    guard record.asset.acquiredOn <= date else {
      throw LedgerError.assetTermsUnfit(
        Phrase(
          id: "dibelinya baru \(record.asset.acquiredOn)",
          en: "it was bought on \(record.asset.acquiredOn)"))
    }
    if let disposal = record.asset.disposal, disposal.entry != entry {
      throw LedgerError.assetDisposed(number, on: disposal.date)
    }
    return record
  }
}
