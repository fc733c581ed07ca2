import GRDB
public import KSPCore

extension Ledger {
  /// Brings in the statement of a bank (mutasi bank): `date` (tanggal), `description` (keterangan),
  /// `debit` and `credit` as the bank sees them (or `amount`, with a sign or a mark `D/K`), and
  /// `balance` (saldo), which must follow from line to line. `SheetKind.bank` has all names.
  ///
  /// Lines may come in either order. Those that are in the book already are not stored again, and
  /// new ones follow on the last of them.
  ///
  /// - Parameters:
  ///   - text: The content of the file.
  ///   - account: The account of the bank; nil for the only one.
  ///   - way: Memo and author, and what may be left out.
  /// - Returns: How many lines were stored now, and how many had been before.
  /// - Throws: `import.refused` with all bad rows, among them `bank.balanceBroken` and `bank.gap`;
  ///   `bank.unknown`.
  public func importBankStatement(
    _ text: SheetText, account: AccountCode? = nil, _ way: ImportWay = ImportWay()
  ) throws(LedgerError) -> ImportReport {
    let sheet = try Sheet(text, as: .bank, ignoring: way.ignoring)
    return try post(dryRun: way.dryRun, alone: true) { session in
      try BankImport(
        sheet, into: BankReader.bank(session.db, account), session: session, way
      ).run()
    }
  }

  /// Ticks the lines of a bank against the vouchers of the book (cocokkan bank): equal amounts, few
  /// days apart, one voucher alone. What is left is booked where a rule says so.
  ///
  /// - Parameters:
  ///   - account: The account of the bank; nil for the only one.
  ///   - days: How far the days of a line and its voucher may be apart.
  ///   - note: Memo and author.
  ///   - dryRun: Finds everything and stores nothing.
  /// - Returns: What was ticked and booked, and what is open.
  /// - Throws: `bank.unknown`, and what the entries of rules can throw.
  @discardableResult
  public func matchBank(
    _ account: AccountCode? = nil, within days: Int = 3, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> BankMatchReport {
    try post(dryRun: dryRun) { session in
      try BankDesk(session: session, bank: BankReader.bank(session.db, account)).match(
        within: days, note)
    }
  }

  /// Ticks a line of a bank against a voucher that moves the same amount, or takes the tick back.
  ///
  /// - Parameters:
  ///   - line: The number of the line.
  ///   - entry: The voucher; nil to take the tick back.
  ///   - account: The account of the bank; nil for the only one.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The line as it is now.
  /// - Throws: `bank.lineUnknown`, `bank.lineUnfit`, `bank.unknown`.
  @discardableResult
  public func tickBankLine(
    _ line: Int, against entry: EntryNumber?, of account: AccountCode? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> BankLine {
    try post(dryRun: dryRun) { session in
      let desk = BankDesk(session: session, bank: try BankReader.bank(session.db, account))
      guard let entry else { return try desk.untick(line, note) }
      return try desk.tick(line, against: entry, note)
    }
  }

  /// Sets the account that lines of a bank are booked to whose description holds a text; nil ends
  /// the rule.
  ///
  /// - Returns: The rules in force.
  /// - Throws: `bank.unknown`, `account.unknown`, `account.notPostable`, `entry.noteUnacceptable`.
  @discardableResult
  public func setBankRule(
    _ text: String, to target: AccountCode?, of account: AccountCode? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> [BankRule] {
    try post(dryRun: dryRun) { session in
      try BankDesk(session: session, bank: BankReader.bank(session.db, account)).setRule(
        text, to: target, note)
    }
  }

  /// The rules by which lines of a bank are booked, by their texts.
  ///
  /// - Throws: `bank.unknown`, and what reading the file can throw.
  public func bankRules(of account: AccountCode? = nil) throws(LedgerError) -> [BankRule] {
    try store.read { db in
      try BankReader(db: db, account: BankReader.bank(db, account).id).rules()
    }
  }

  /// A bank beside the book (rekonsiliasi bank): what each says, and what is open on either side.
  ///
  /// - Parameters:
  ///   - account: The account of the bank; nil for the only one.
  ///   - date: The day on which it is looked at; nil for today.
  /// - Returns: Both sides.
  /// - Throws: `bank.unknown`, and what reading the file can throw.
  public func bankReconciliation(
    of account: AccountCode? = nil, on date: BookDate? = nil
  ) throws(LedgerError) -> BankReconciliation {
    let today = try today()
    let date = date ?? today
    return try store.read { db in
      try BankReader.reconciliation(db, BankReader.bank(db, account), date)
    }
  }

  /// Where the banks of the book stand today that have a statement, by code.
  ///
  /// - Throws: What reading the file can throw.
  public func bankStandings() throws(LedgerError) -> [BookStatus.Bank] {
    let date = try today()
    return try store.read { db in
      try BankReader.reconciliations(db, on: date).map { state in
        BookStatus.Bank(
          account: state.account, open: state.lines.count + state.entries.count,
          lastMatched: state.lastMatched, statedThrough: state.bankDate ?? date,
          unexplained: state.unexplained ?? .zero)
      }
    }
  }
}
