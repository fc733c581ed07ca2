import GRDB
public import KSPCore

extension Ledger {
  /// Pays money that is no member's (kas keluar, BKK): an expense, a supplier, something bought, or
  /// what passes through (titipan), such as a notary's fee. Of that a rehearsal points out what
  /// goes beyond what is open for the same name.
  ///
  /// ```swift
  /// let office = try ledger.account(named: "listrik")
  /// let receipt = try ledger.pay(
  ///   350_000, to: "PLN", for: office, on: today, note: EntryNote(memo: "Oktober"))
  /// ```
  ///
  /// - Parameters:
  ///   - amount: More than zero.
  ///   - party: Who gets it; it stands on the voucher and in the cash book.
  ///   - account: What it is booked on: an account of the chart that no member's act keeps.
  ///   - till: The cash or the bank that pays; nil for cash.
  ///   - date: The day on which it counts, in an open month.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: `amount.notPositive`, `account.unknown`, `account.notPostable`, `account.closed`,
  ///   `account.ownAct` for an account of a member, of a loan, or that acts of its own keep,
  ///   `account.termsUnfit` for a till that is no cash, `cash.belowZero`, `period.closed`,
  ///   `period.beforeBook`, `date.future`, `entry.noteUnacceptable`, `reference.reused`,
  ///   `reference.reversed`.
  public func pay(
    _ amount: Rupiah, to party: String, for account: AccountCode, from till: AccountCode? = nil,
    on date: BookDate, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try CashDesk(session: session).bookAtCounter(
        .cashPayment, amount, party: party, account: account, till: till, on: date,
        note: note.keyed(by: reference))
    }
  }

  /// Receives money that is no member's (kas masuk, BKM): rent, bank interest, a grant, or what
  /// passes through (titipan) until it is paid to whom it is for.
  ///
  /// - Parameters:
  ///   - amount: More than zero.
  ///   - party: Who brings it.
  ///   - account: What it is booked on.
  ///   - till: The cash or the bank that takes it; nil for cash.
  ///   - date: The day on which it counts, in an open month.
  ///   - reference: The caller's key: the same one with the same content returns the first receipt.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: As ``pay(_:to:for:from:on:reference:note:dryRun:)``.
  public func receive(
    _ amount: Rupiah, from party: String, for account: AccountCode, into till: AccountCode? = nil,
    on date: BookDate, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try CashDesk(session: session).bookAtCounter(
        .cashReceipt, amount, party: party, account: account, till: till, on: date,
        note: note.keyed(by: reference))
    }
  }

  /// Keeps a name for an account of the chart, in place of the one it stood for before; nil takes
  /// the name away.
  ///
  /// - Parameters:
  ///   - name: The name; capitals do not matter.
  ///   - account: The account; nil for none any more.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Throws: `account.unknown`, `account.notPostable`, `account.closed`, `account.ownAct` for an
  ///   account of a member or a loan, `account.termsUnfit` for a name that is the code of an
  ///   account, `account.nameUnknown` where a name is taken away that there is not,
  ///   `entry.noteUnacceptable`, `reference.reused`.
  public func nameAccount(
    _ name: String, _ account: AccountCode?, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) {
    try post(dryRun: dryRun) { session in
      try CashDesk(session: session).name(name, account, note: note.keyed(by: reference))
    }
  }

  /// The names that the book keeps for accounts, in their order.
  ///
  /// - Throws: What reading the file can throw.
  public func accountNames() throws(LedgerError) -> [AccountName] {
    try store.read { db in try CashDesk.names(db) }
  }

  /// The account that a name or a code stands for: a name that is kept, or what the chart calls it.
  ///
  /// - Throws: `account.nameUnknown`, which says the names that there are.
  public func account(named text: String) throws(LedgerError) -> AccountCode {
    try store.read { db in
      let code = try String.fetchOne(
        db, sql: "SELECT code FROM account WHERE code = ?", arguments: [text])
      if let code { return AccountCode(stored: code) }
      let names = try CashDesk.names(db)
      let wanted = AccountName.kept(text)
      if let found = names.first(where: { $0.name == wanted }) { return found.account }
      let called = try String.fetchAll(
        db,
        sql: """
          SELECT code FROM account WHERE isPostable = 1 AND closedOn IS NULL
            AND (lower(nameIndonesian) = ?1 OR lower(nameEnglish) = ?1)
          """, arguments: [wanted])
      guard called.count == 1 else {
        throw LedgerError.accountNameUnknown(text, known: names.map(\.name))
      }
      return AccountCode(stored: called[0])
    }
  }
}
