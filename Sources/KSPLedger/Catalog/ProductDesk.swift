import GRDB
import KSPCore

/// The desk of products and terms. What is given again under its reference is not new.
struct ProductDesk {
  let session: PostingSession

  /// What the catalog itself gives out, and a repeated act does not ask for.
  private static let given: Set<String> = ["id", "product", "version"]

  func add(_ product: SavingsProduct, _ terms: SavingsTerms, note: EntryNote) throws {
    try session.act(note) {
      let draft = try SavingsProductTable.adding(session.db, product, terms)
      if try isRepeated(draft, note) { return }
      for other in session.catalog.products.map(\.product)
      where other.code == product.code || other.accountPrefix == product.accountPrefix {
        throw LedgerError.productInvalid(
          Phrase(
            id: "kode atau awalannya sudah dipakai produk \(other.code)",
            en: "its code or prefix is taken by product \(other.code)"))
      }
      try SavingsTermsRules(catalog: session.catalog).check(
        prefix: product.accountPrefix, session.db)
      try SavingsTermsRules(catalog: session.catalog).check(terms)
      try session.record(draft)
    }
  }

  func setTerms(of product: ProductCode, _ terms: SavingsTerms, note: EntryNote) throws {
    try session.act(note) {
      let changed = try session.catalog.product(product)
      let draft = EventDraft(
        .savingsTermsSet, product,
        try SavingsTermsTable.changes(session.db, product: changed.id, terms))
      if try isRepeated(draft, note) { return }
      try SavingsTermsRules(catalog: session.catalog).check(terms)
      try session.record(draft)
      try SavingsTermsRules(catalog: Catalog(session.db)).applyOverdraft(
        session.db, product, terms)
    }
  }

  func add(_ product: LoanProduct, _ terms: LoanTerms, note: EntryNote) throws {
    try session.act(note) {
      let draft = try LoanProductTable.adding(session.db, product, terms)
      if try isRepeated(draft, note) { return }
      guard !session.catalog.loanProducts.contains(where: { $0.product.code == product.code })
      else {
        throw LedgerError.productInvalid(
          Phrase(id: "kode atau namanya tidak bisa dipakai", en: "its code or name cannot be used"))
      }
      try LoanTermsRules(db: session.db, catalog: session.catalog).check(terms)
      try session.record(draft)
    }
  }

  func setLoanTerms(of product: ProductCode, _ terms: LoanTerms, note: EntryNote) throws {
    try session.act(note) {
      let changed = try session.catalog.loanProduct(product)
      let draft = EventDraft(
        .loanTermsSet, product, try LoanTermsTable.changes(session.db, product: changed.id, terms))
      if try isRepeated(draft, note) { return }
      try LoanTermsRules(db: session.db, catalog: session.catalog).check(terms)
      try session.record(draft)
    }
  }

  private func isRepeated(_ draft: EventDraft, _ note: EntryNote) throws -> Bool {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return false
    }
    // The row number of a product is not compared, so the product is.
    if let stored = try session.storedEvent(known.first), stored.kind == draft.kind.rawValue,
      stored.subject != draft.subject
    {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "produk", en: "product"))
    }
    return try !session.recordOnce(draft, ignoring: Self.given)
  }
}
