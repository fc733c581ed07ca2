import GRDB
import KSPCore

/// Acts that change what rarely changes. Given again under their reference, they are not new.
extension PostingSession {
  /// What the catalog itself gives out, and a repeated act does not ask for.
  private static let given: Set<String> = ["id", "product", "version"]

  func addProduct(_ product: SavingsProduct, _ terms: SavingsTerms, note: EntryNote) throws {
    try act(note) {
      let draft = try SavingsProductTable.adding(db, product, terms)
      if try isRepeated(draft, note) { return }
      for other in catalog.products.map(\.product)
      where other.code == product.code || other.accountPrefix == product.accountPrefix {
        throw LedgerError.productInvalid(
          Phrase(
            "kode atau awalannya sudah dipakai produk \(other.code)",
            "its code or prefix is taken by product \(other.code)"))
      }
      try SavingsTermsRules(catalog: catalog).check(prefix: product.accountPrefix, db)
      try SavingsTermsRules(catalog: catalog).check(terms)
      try record(draft)
    }
  }

  func setTerms(of product: String, _ terms: SavingsTerms, note: EntryNote) throws {
    try act(note) {
      let changed = try catalog.product(product)
      let draft = EventDraft(
        .savingsTermsSet, product, try SavingsTermsTable.changes(db, product: changed.id, terms))
      if try isRepeated(draft, note) { return }
      try SavingsTermsRules(catalog: catalog).check(terms)
      try record(draft)
      try SavingsTermsRules(catalog: Catalog(db)).applyOverdraft(
        db, product, terms.overdraftLimit)
    }
  }

  func addLoanProduct(_ product: LoanProduct, _ terms: LoanTerms, note: EntryNote) throws {
    try act(note) {
      let draft = try LoanProductTable.adding(db, product, terms)
      if try isRepeated(draft, note) { return }
      guard !catalog.loanProducts.contains(where: { $0.product.code == product.code }) else {
        throw LedgerError.productInvalid(
          Phrase("kode atau namanya tidak bisa dipakai", "its code or name cannot be used"))
      }
      try LoanTermsRules(db: db, catalog: catalog).check(terms)
      try record(draft)
    }
  }

  func setLoanTerms(of product: String, _ terms: LoanTerms, note: EntryNote) throws {
    try act(note) {
      let changed = try catalog.loanProduct(product)
      let draft = EventDraft(
        .loanTermsSet, product, try LoanTermsTable.changes(db, product: changed.id, terms))
      if try isRepeated(draft, note) { return }
      try LoanTermsRules(db: db, catalog: catalog).check(terms)
      try record(draft)
    }
  }

  /// Enters the days that are not in the book yet.
  func addHolidays(_ holidays: [(day: BookDate, name: String)], note: EntryNote) throws {
    let known = Set(try Int32.fetchAll(db, sql: "SELECT day FROM holiday"))
    var seen = known
    let new = holidays.filter { seen.insert($0.day.dayNumber).inserted }
    if let unusable = new.first(where: { !$0.name.isUsableText }) {
      throw LedgerError.noteUnacceptable(unusable.name)
    }
    guard let first = new.first else { return }
    try act(note) {
      try record(
        EventDraft(
          .holidayAdded, first.day.description,
          [
            .insert(
              "holiday", columns: ["day", "name"],
              rows: new.map { [StoredValue($0.day), .text($0.name)] })
          ]))
    }
  }

  /// Changes what the book says of itself; what stays the same is no event.
  func changeSettings(to settings: BookSettings, note: EntryNote) throws -> BookSettings {
    let old = catalog.settings
    guard settings.firstMonth == old.firstMonth else {
      throw LedgerError.bookSettingFixed(Phrase("Bulan pertama", "The first month"))
    }
    guard settings.utcOffsetSeconds == old.utcOffsetSeconds else {
      throw LedgerError.bookSettingFixed(Phrase("Zona waktu", "The time zone"))
    }
    let known = Set(try String.fetchAll(db, sql: "SELECT name FROM setting"))
    let changes = SettingTable.changes(from: old, to: settings, known: known)
    return try act(note) {
      guard let reference = note.reference, let earlier = try recordedAct(reference) else {
        if !changes.isEmpty { try record(EventDraft(.settingChanged, "book", changes)) }
        return settings
      }
      // What the earlier act stored can be compared with it.
      let asked = try storedEvent(earlier.first)?.changes.map { stored in
        var asked = stored
        let name = stored["name"]?.text
        let value = SettingTable.values(settings).first { $0.name == name }?.value ?? .null
        if let index = stored.columns.firstIndex(of: "value") {
          asked.rows[0].values[index] = value
        }
        return asked
      }
      _ = try recordOnce(EventDraft(.settingChanged, "book", asked ?? []), ignoring: [])
      // What would change now and was not in the earlier act is more than it was.
      let names = { (changes: [RowChange]) in Set(changes.compactMap { $0["name"]?.text }) }
      if let more = names(changes).subtracting(names(asked ?? [])).min() {
        throw LedgerError.referenceReused(
          reference, by: earlier.name, differing: FieldWords.label(more))
      }
      return old
    }
  }

  private func isRepeated(_ draft: EventDraft, _ note: EntryNote) throws -> Bool {
    guard let reference = note.reference, let known = try recordedAct(reference) else {
      return false
    }
    // The row number of a product is not compared, so the product is.
    if let stored = try storedEvent(known.first), stored.kind == draft.kind.rawValue,
      stored.subject != draft.subject
    {
      throw LedgerError.referenceReused(
        reference, by: known.name, differing: Phrase("produk", "product"))
    }
    return try !recordOnce(draft, ignoring: Self.given)
  }
}
