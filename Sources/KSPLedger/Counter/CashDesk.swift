import GRDB
import KSPCore

/// The desk for cash that is no member's: what the cooperative pays and receives itself, and the
/// names it keeps for its accounts.
struct CashDesk {
  let session: PostingSession

  /// Pays or receives an amount: `kind` is a cash receipt or a cash payment, `party` who brought or
  /// got it, `code` what it is booked on, `till` the cash or bank, where it is not the usual cash.
  func book(
    _ kind: EntryKind, _ amount: Rupiah, party: String, account code: AccountCode,
    till: AccountCode?, on date: BookDate, note: EntryNote
  ) throws -> Receipt {
    try session.act(note) {
      try session.requirePositive(amount)
      guard party.isUsableText else { throw LedgerError.noteUnacceptable(party) }
      let other = OtherSide(session: session)
      let cash = try other.account(till, usually: .cash, note, on: date)
      let account = try session.account(code)
      let isPayment = kind == .cashPayment
      let entry = try JournalEntry(
        kind, on: date,
        postings: isPayment
          ? PostingRules.cashPayment(amount, for: account.id, cash: cash.id)
          : PostingRules.cashReceipt(amount, from: account.id, cash: cash.id), note: note)
      let outcome = try session.post(entry) {
        try requireCash(till)
        var told = note
        told.memo = note.memo ?? party
        try other.requireFit(code, usually: .cash, note: told)
        guard account.id != cash.id else {
          throw LedgerError.accountTermsUnfit(
            code, Phrase(id: "itu kas yang sama", en: "it is the same cash"))
        }
      }
      try keep(party, of: outcome, account)
      var receipt = Receipt(
        entry: outcome.number, kind: kind, bookDate: date, account: nil, member: nil,
        memberName: nil,
        amount: amount,
        parts: [
          Receipt.Part(
            name: try EntryContent.name(of: account, session), account: code,
            amount: amount)
        ], balance: nil, note: outcome.note, isReplay: outcome.isReplay)
      receipt.counterpart = cash.shown
      receipt.party = party
      return receipt
    }
  }

  /// The same at the counter, where somebody can still say no: what it moves of money that passes
  /// through beyond what is open for the name is pointed out.
  func bookAtCounter(
    _ kind: EntryKind, _ amount: Rupiah, party: String, account code: AccountCode,
    till: AccountCode?, on date: BookDate, note: EntryNote
  ) throws -> Receipt {
    let receipt = try book(
      kind, amount, party: party, account: code, till: till, on: date, note: note)
    try pointOut(receipt, party: party, account: code)
    return receipt
  }

  private func pointOut(_ receipt: Receipt, party: String, account code: AccountCode) throws {
    guard !receipt.isReplay else { return }
    let beyond = try TransitReader(db: session.db).beyond(
      receipt.entry, on: session.account(code).id, receipt.bookDate)
    if let beyond { session.judgement.warn(.transitBeyond(beyond, of: code, for: party)) }
  }

  /// Who brought or got the money stands beside the entry, in the same act.
  private func keep(
    _ party: String, of outcome: PostingSession.Outcome, _ account: AccountState
  ) throws {
    guard outcome.isReplay else {
      return try session.record(
        EventDraft(
          .cashBooked, account.code.text,
          [
            .insert(
              "cashParty",
              [
                "entry": .integer(outcome.number.value), "account": .integer(account.id.value),
                "party": .text(party),
              ])
          ]))
    }
    let known = try String.fetchOne(
      session.db, sql: "SELECT party FROM cashParty WHERE entry = ?",
      arguments: [outcome.number.value])
    guard known == party else {
      throw LedgerError.referenceReused(
        outcome.note.reference ?? "",
        by: outcome.number,
        differing: Phrase(id: "nama", en: "name"))
    }
  }

  /// What stands for cash must be cash or a bank.
  private func requireCash(_ code: AccountCode?) throws {
    guard let code else { return }
    let isCash = try Bool.fetchOne(
      session.db, sql: "SELECT isCash FROM account WHERE code = ?", arguments: [code.text])
    guard isCash == true else {
      throw LedgerError.accountTermsUnfit(
        code, Phrase(id: "akun itu bukan kas", en: "the account is not cash"))
    }
    let state = try session.account(code)
    if let closed = state.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    guard state.isPostable else { throw LedgerError.accountNotPostable(code) }
  }

  // MARK: - Names

  /// Keeps a name for an account, or for none any more.
  func name(_ text: String, _ code: AccountCode?, note: EntryNote) throws {
    let name = AccountName.kept(text)
    guard name.isUsableText else { throw LedgerError.noteUnacceptable(text) }
    let account = try code.map { try session.account($0) }
    if let account { try requireNameable(account, name) }
    let row = try Row.fetchOne(
      session.db, sql: "SELECT account FROM accountName WHERE name = ?", arguments: [name])
    guard row != nil || account != nil else {
      throw LedgerError.accountNameUnknown(text, known: try names().map(\.name))
    }
    let value = StoredValue(account?.id.value)
    let change: RowChange? =
      if let row {
        .update(
          "accountName", key: ["name": .text(name)],
          [("account", StoredValue(try row.optional(0) as Int64?), value)])
      } else {
        .insert("accountName", ["name": .text(name), "account": value])
      }
    let draft = EventDraft(.accountNamed, name, [change])
    try session.act(note) {
      if note.reference != nil {
        _ = try session.recordOnce(draft, ignoring: [])
      } else if !draft.changes.isEmpty {
        try session.record(draft)
      }
    }
  }

  private func requireNameable(_ account: AccountState, _ name: String) throws {
    let code = account.code
    if let closed = account.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    guard account.isPostable else { throw LedgerError.accountNotPostable(code) }
    try JournalDesk(session: session).requireNone(of: [account.id])
    let isCode = try Bool.fetchOne(
      session.db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE lower(code) = ?)",
      arguments: [name])
    guard isCode != true else {
      throw LedgerError.accountTermsUnfit(
        code, Phrase(id: "nama itu kode sebuah akun", en: "the name is the code of an account"))
    }
  }

  private func names() throws -> [AccountName] { try Self.names(session.db) }

  /// The names that the book keeps, in their order.
  static func names(_ db: Database) throws -> [AccountName] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT n.name, a.code, a.nameIndonesian, a.nameEnglish
        FROM accountName n JOIN account a ON a.id = n.account ORDER BY n.name
        """
    ).map { row in
      try AccountName(
        name: row.value(0), account: AccountCode(stored: row.value(1)),
        accountName: Phrase(id: row.value(2), en: row.value(3)))
    }
  }
}
