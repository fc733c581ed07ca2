import GRDB
public import KSPCore

extension Ledger {
  /// The loan products, in the order in which they were added.
  ///
  /// - Throws: What reading the file can throw.
  public func loanProducts() throws(LedgerError) -> [LoanProduct] {
    try store.read { db in try catalog(db).loanProducts.map(\.product) }
  }

  /// The terms of a loan product, oldest first; where a month's terms were given anew, the newest.
  ///
  /// - Throws: `loan.productUnknown`.
  public func loanTerms(of product: ProductCode) throws(LedgerError) -> [LoanTerms] {
    try store.read { db in
      var byMonth: [BookMonth: LoanTerms] = [:]
      for version in try catalog(db).loanProduct(product).versions {
        byMonth[version.terms.effectiveFrom] = version.terms
      }
      return byMonth.values.sorted { $0.effectiveFrom < $1.effectiveFrom }
    }
  }

  /// Adds a loan product.
  ///
  /// - Throws: `product.invalid` when its code, name, accounts or terms cannot be used,
  ///   `account.unknown`, `loan.planInvalid`.
  public func addLoanProduct(
    _ product: LoanProduct, terms: LoanTerms, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    guard (try? AccountCode(product.code.text)) != nil, product.name.indonesian.isUsableText else {
      throw LedgerError.productInvalid(
        Phrase(id: "kode atau namanya tidak bisa dipakai", en: "its code or name cannot be used"))
    }
    try changeCatalog(dryRun: dryRun) { session in
      try ProductDesk(session: session).add(product, terms, note: note.keyed(by: reference))
    }
  }

  /// Gives a loan product new terms from a month on. Loans that exist keep theirs.
  ///
  /// - Throws: `loan.productUnknown`, `product.invalid`, `loan.planInvalid`, `account.unknown`,
  ///   `period.closed` when the month is closed.
  public func setLoanTerms(
    of product: ProductCode, _ terms: LoanTerms, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ProductDesk(session: session).setLoanTerms(
        of: product, terms, note: note.keyed(by: reference))
    }
  }

  /// Enters holidays, off which due dates are shifted where a product says so.
  ///
  /// A day that is in the book already is left as it is. Plans that exist do not change.
  ///
  /// - Returns: Those that were not in the book.
  /// - Throws: `entry.noteUnacceptable` for a name that cannot be printed.
  @discardableResult
  public func addHolidays(
    _ holidays: [Holiday], reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> [Holiday] {
    try changeCatalog(dryRun: dryRun) { session in
      try SettingsDesk(session: session).addHolidays(holidays, note: note.keyed(by: reference))
    }
  }

  /// The days without business besides Sundays, by day.
  ///
  /// - Parameter year: Only those of a year; nil for all.
  /// - Returns: The days.
  /// - Throws: What reading the file can throw.
  public func holidays(in year: Int? = nil) throws(LedgerError) -> [Holiday] {
    try store.read { db in
      try Row.fetchAll(db, sql: "SELECT day, name FROM holiday ORDER BY day").map { row in
        Holiday(day: try BookDate(stored: row.value(0)), name: try row.value(1))
      }
    }.filter { year == nil || $0.day.components.year == year }
  }
}
