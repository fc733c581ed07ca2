import GRDB
public import KSPCore

extension Ledger {
  /// Says of an account with cash how far it may go below zero, and whether it is a bank.
  ///
  /// Cash that may not be negative is refused below zero at the end of any day; a bank is pointed
  /// out, unless it has agreed to a limit, which is then held. In a book whose opening balances are
  /// being brought in, all of this waits until the clearing account stands at zero.
  ///
  /// - Parameters:
  ///   - code: An account of the chart that is cash.
  ///   - mayBeNegative: Whether it may stand anywhere below zero; nil leaves it as it is.
  ///   - isBank: Whether it is money in a bank; nil leaves it as it is.
  ///   - agreedLimit: How far the bank lets it go below zero; nil leaves it as it is.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Throws: `account.unknown`, `account.termsUnfit` for an account that is not cash, and for a
  ///   limit of one that is no bank; `reference.reused`.
  public func setAccount(
    _ code: AccountCode, mayBeNegative: Bool? = nil, isBank: Bool? = nil,
    agreedLimit: Rupiah? = nil, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ChartDesk(session: session).setCash(
        code,
        CashMarks(isBank: isBank, mayBeNegative: mayBeNegative, agreedLimit: agreedLimit),
        note: note.keyed(by: reference))
    }
  }

  /// Adds an account to the chart of a running book; roles are given to it afterwards.
  ///
  /// ```swift
  /// try ledger.addAccount(
  ///   ChartOfAccounts.Entry(
  ///     code: "5-3150", name: Phrase(id: "Beban listrik", en: "Electricity"), type: .expense,
  ///     parent: "5-0000", isPostable: true))
  /// ```
  ///
  /// - Throws: `account.codeUnreadable`, `account.codeTaken`, `account.unknown` for a parent,
  ///   `account.termsUnfit` for a code that members' accounts have, a parent of another class or
  ///   that takes entries itself, and marks that do not go together; `reference.reused`.
  public func addAccount(
    _ account: ChartOfAccounts.Entry, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ChartDesk(session: session).add(account, note: note.keyed(by: reference))
    }
  }

  /// Gives an account of the chart another name; what was printed before keeps the old one.
  ///
  /// - Throws: `account.unknown`, `account.termsUnfit` for an account of a member,
  ///   `reference.reused`.
  public func renameAccount(
    _ code: AccountCode, to name: Phrase, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ChartDesk(session: session).rename(code, name, note: note.keyed(by: reference))
    }
  }

  /// Closes an account of the chart: from the day on nothing is entered in it. It stays in the
  /// reports of the time before.
  ///
  /// - Throws: `account.unknown`, `account.closed`, `account.inUse` for one that holds something,
  ///   has a role, belongs to a product, or has accounts below it; `period.closed`,
  ///   `reference.reused`.
  public func closeAccount(
    _ code: AccountCode, on date: BookDate, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ChartDesk(session: session).close(code, on: date, note: note.keyed(by: reference))
    }
  }

  /// The accounts that hold a role, as ``chart()`` has them.
  ///
  /// - Throws: What reading the file can throw.
  public func accounts(holding role: AccountRole) throws(LedgerError) -> [Account] {
    try chart().filter { $0.roles.contains(role) }
  }

  /// The accounts of the chart with their roles and the balances of today; members' accounts are
  /// summed into theirs.
  ///
  /// - Throws: What reading the file can throw.
  public func chart() throws(LedgerError) -> [Account] {
    let today = try today()
    return try store.read { db in
      let roles = try AccountRole.held(db)
      let order = Dictionary(
        uniqueKeysWithValues: AccountRole.allCases.enumerated().map { ($1, $0) })
      return try Row.fetchAll(
        db,
        sql: """
          WITH \(HeldBalances.later(than: today)),
          below (parent, balance) AS MATERIALIZED (
            SELECT a.parent, sum(\(HeldBalances.balance)) FROM account a
            \(HeldBalances.join("a.id"))
            WHERE NOT (\(ChartSums.isOfChart("a"))) GROUP BY a.parent)
          SELECT a.id, a.code, a.nameIndonesian, a.nameEnglish, a.type, p.code, a.isPostable,
            \(HeldBalances.balance) + ifnull(x.balance, 0), a.closedOn,
            \(Account.Marks.columns)
          FROM account a LEFT JOIN account p ON p.id = a.parent
          \(HeldBalances.join("a.id"))
          LEFT JOIN below x ON x.parent = a.id
          WHERE \(ChartSums.isOfChart("a"))
          ORDER BY a.code
          """
      ).map { row in
        guard let type = AccountType(rawValue: try row.value(4)) else {
          throw LedgerError.invariantBroken("account \(try row.value(1) as String)")
        }
        return try Account(
          id: AccountID(row.value(0)), code: AccountCode(stored: row.value(1)),
          name: Phrase(id: row.value(2), en: row.value(3)),
          type: type, parent: (row.optional(5) as String?).map { AccountCode(stored: $0) },
          isPostable: row.value(6),
          balance: type.normalSide.balance(debitPositive: Rupiah(sen: row.value(7) as Int64)),
          closedOn: (row.optional(8) as Int64?).map { try BookDate(stored: $0) },
          roles: (roles[row.value(0)] ?? []).sorted { (order[$0] ?? 0) < (order[$1] ?? 0) },
          marks: Account.Marks(row, from: 9))
      }
    }
  }
}
