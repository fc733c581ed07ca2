import GRDB
public import KSPCore

extension Ledger {
  /// Changes what the book says of itself: names, numbers, address and officers.
  ///
  /// ```swift
  /// var settings = try ledger.settings
  /// settings.chair = "Siti Aminah"
  /// try ledger.updateSettings(settings)
  /// ```
  ///
  /// - Parameters:
  ///   - settings: The settings as they are to be; first month and time zone must stay.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The settings as stored, numbers without dots and dashes.
  /// - Throws: `book.settingFixed`, `year.startFixed` once a year was closed, `npwp.unreadable`,
  ///   `nitku.unreadable`, `entry.noteUnacceptable`, `reference.reused`.
  @discardableResult
  public func updateSettings(
    _ settings: BookSettings, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> BookSettings {
    let settings = try settings.checked()
    return try changeCatalog(dryRun: dryRun) { session in
      try SettingsDesk(session: session).changeSettings(
        to: settings, note: note.keyed(by: reference))
    }
  }

  /// What the book said about itself at a point, so that a reprint has the letterhead of its day.
  ///
  /// - Parameter point: The point; nil for now.
  /// - Returns: The settings of that day.
  /// - Throws: `known.beyond`.
  public func settings(asRecordedThrough point: KnowledgePoint?) throws(LedgerError) -> BookSettings
  {
    try store.read { db in try settings(db, at: knownState(db, at: point)) }
  }

  /// The same in a state that was looked up.
  func settings(_ db: Database, at state: KnownState) throws -> BookSettings {
    let now = try catalog(db).settings
    guard !state.isAll else { return now }
    let rows = try KnownRows(db, table: "setting", subject: "book", through: state.event)
    var said: [String: String] = [:]
    for row in rows.all {
      if let name = row["name"]?.text { said[name] = row["value"]?.text }
    }
    return SettingTable.settings(
      said, firstMonth: now.firstMonth, utcOffsetSeconds: now.utcOffsetSeconds)
  }

  // MARK: - Roles

  /// Gives a role to an account of the chart; one that a single account holds leaves its old one.
  ///
  /// Products keep the accounts that they were made with.
  ///
  /// ```swift
  /// try ledger.assignRole(.leaveDeduction, to: AccountCode("3-2000"))
  /// ```
  ///
  /// - Parameters:
  ///   - role: The role.
  ///   - account: The account that is to hold it.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Throws: `account.unknown`, `role.refused` for an account of another class, a member's, one
  ///   that takes entries where the role sums others, for a control role whose account has
  ///   accounts below it, and for opening balances that are not cleared; `reference.reused`.
  public func assignRole(
    _ role: AccountRole, to account: AccountCode, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ChartDesk(session: session).assignRole(role, to: account, note: note.keyed(by: reference))
    }
  }

  /// Takes a role from an account; only roles that no account needs to hold are without one.
  ///
  /// - Throws: `account.unknown`, `role.refused` for a role that the account does not hold, or that
  ///   some account must hold; `reference.reused`.
  public func releaseRole(
    _ role: AccountRole, from account: AccountCode, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ChartDesk(session: session).releaseRole(
        role, from: account, note: note.keyed(by: reference))
    }
  }

  /// The accounts that the book holds ready for loans, by their roles: what a new loan product
  /// takes unless it names others.
  ///
  /// - Throws: What reading the file can throw.
  public func loanAccounts() throws(LedgerError) -> LoanProduct.Accounts {
    try store.read { db in
      let catalog = try catalog(db)
      return try LoanProduct.Accounts { role throws(LedgerError) in
        let id = try catalog.account(role)
        do {
          return AccountCode(stored: try db.code(of: id) ?? "")
        } catch {
          throw .accountUnknown(role.rawValue)
        }
      }
    }
  }
}
