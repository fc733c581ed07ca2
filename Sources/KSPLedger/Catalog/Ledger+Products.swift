import GRDB
public import KSPCore

extension Ledger {
  /// The savings products, in the order in which they were added.
  ///
  /// - Throws: What reading the file can throw.
  public func savingsProducts() throws(LedgerError) -> [SavingsProduct] {
    try store.read { db in try catalog(db).products.map(\.product) }
  }

  /// The terms of a product, oldest first.
  ///
  /// - Throws: `product.unknown`.
  public func savingsTerms(of product: ProductCode) throws(LedgerError) -> [SavingsTerms] {
    try store.read { db in try catalog(db).product(product).terms }
  }

  /// Adds a product, such as savings for the feast, for school or for qurban.
  ///
  /// - Throws: `product.invalid` when its code, prefix or accounts cannot be used,
  ///   `account.unknown`.
  public func addSavingsProduct(
    _ product: SavingsProduct, terms: SavingsTerms, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    guard (try? AccountCode(product.code.text)) != nil, product.name.indonesian.isUsableText,
      (1...8).contains(product.accountPrefix.utf8.count),
      (try? AccountCode(product.accountPrefix)) != nil
    else {
      throw LedgerError.productInvalid(
        Phrase(
          id: "kode, nama atau awalan rekeningnya tidak bisa dipakai",
          en: "its code, name or account prefix cannot be used"))
    }
    try changeCatalog(dryRun: dryRun) { session in
      try ProductDesk(session: session).add(product, terms, note: note.keyed(by: reference))
    }
  }

  /// Gives a product new terms from the first day of an open month on; earlier terms stay.
  ///
  /// - Throws: `product.unknown`, `product.invalid`, `period.closed` when the month is closed,
  ///   `account.overdraft` when an account stands below a new overdraft limit.
  public func setSavingsTerms(
    of product: ProductCode, _ terms: SavingsTerms, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) {
    try changeCatalog(dryRun: dryRun) { session in
      try ProductDesk(session: session).setTerms(
        of: product, terms, note: note.keyed(by: reference))
    }
  }

  /// The interest that a product paid last, also where its terms of now pay none: what it keeps
  /// when it pays some again.
  ///
  /// - Parameters:
  ///   - code: The product's code.
  ///   - month: Terms that begin later do not count.
  /// - Returns: The terms of the interest; nil where it never paid any.
  /// - Throws: `product.unknown`.
  public func lastInterest(
    of code: ProductCode, through month: BookMonth
  ) throws(LedgerError) -> InterestTerms? {
    try store.read { db in
      try SavingsTermsTable.lastInterest(
        db, product: catalog(db).product(code).id, through: month)
    }
  }
}
