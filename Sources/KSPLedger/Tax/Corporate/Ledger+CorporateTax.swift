import GRDB
public import KSPCore

extension Ledger {
  /// Sets how the cooperative's own income is taxed from a month on (aturan PPh badan). Until one
  /// is set nothing is taxed by rule.
  ///
  /// The end of each month posts the tax: expense of income tax / corporate tax payable, accounts
  /// of the roles `income-tax` and `tax-corporate`.
  ///
  /// ```swift
  /// try ledger.setCorporateTax(
  ///   CorporateTaxRule(
  ///     .turnover, .percent("0.5"), from: BookMonth(parsing: "2025-01"),
  ///     until: BookMonth(parsing: "2028-12")))
  /// ```
  ///
  /// - Parameters:
  ///   - rule: The rule; it holds until its last month, or the next one.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The rule with the accounts that do not count.
  /// - Throws: `corporateTax.ruleUnfit`, `taxRule.tooEarly` for a closed month, `account.unknown`
  ///   for an account, and for a chart without the roles; `reference.reused`.
  @discardableResult
  public func setCorporateTax(
    _ rule: CorporateTaxRule, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> CorporateTaxRule {
    try post(dryRun: dryRun) { session in
      try CorporateTaxDesk(session: session).set(rule, note: note.keyed(by: reference))
    }
  }

  /// The rules of corporate tax, in the order in which they were set.
  ///
  /// - Throws: What reading the file can throw.
  public func corporateTaxRules() throws(LedgerError) -> [CorporateTaxRule] {
    try store.read { db in
      try CorporateTaxReader(book: db, known: db, catalog: catalog(db)).rules().map(\.rule)
    }
  }

  /// The corporate tax of a month with its working: the accounts that count, the rate, and what
  /// earlier months left (perhitungan PPh badan).
  ///
  /// - Parameter month: A closed month.
  /// - Returns: The tax.
  /// - Throws: `tax.monthOpen`; `corporateTax.none` where none was worked out.
  public func corporateTax(_ month: BookMonth) throws(LedgerError) -> CorporateTax {
    try store.read { db in
      let catalog = try catalog(db)
      guard try month < catalog.openMonth() else {
        throw LedgerError.taxMonthOpen(month, open: try catalog.openMonth())
      }
      let reader = CorporateTaxReader(book: db, known: db, catalog: catalog)
      guard var tax = try reader.working(month)?.tax else {
        throw LedgerError.corporateTaxNone(month)
      }
      tax.entry = try Int64.fetchOne(
        db,
        sql: "SELECT id FROM entry WHERE reference = ? AND kind = \(EntryKind.corporateTax.sql)",
        arguments: [CorporateTaxPass.reference(month)]
      ).map { EntryNumber($0) }
      return tax
    }
  }

  /// The month whose corporate tax a voucher booked; nil for any other voucher.
  ///
  /// - Throws: What reading the file can throw.
  public func corporateTaxMonth(of entry: EntryNumber) throws(LedgerError) -> BookMonth? {
    try store.read { db in
      try Int64.fetchOne(
        db,
        sql: "SELECT bookDate FROM entry WHERE id = ? AND kind = \(EntryKind.corporateTax.sql)",
        arguments: [entry.value]
      ).map { try BookDate(stored: $0).month }
    }
  }
}
