import GRDB
import KSPCore

/// The desk of the treasurer's words: what they mean, said by somebody or learned from an answer.
struct CashWordDesk {
  let session: PostingSession

  /// Says what a word means from now on; nil for nothing any more.
  func set(_ text: String, to meaning: CashMeaning?, _ note: EntryNote) throws -> [CashWord] {
    let word = CashText.kept(text)
    guard word.isUsableText else { throw LedgerError.noteUnacceptable(text) }
    let kept = try Self.kept(session.db).first { $0.word == word }
    guard kept != nil || meaning != nil else { throw LedgerError.cashWordUnknown(text) }
    guard kept?.meaning != meaning else { return try Self.kept(session.db) }
    var product: Int64?
    var account: Int64?
    switch meaning {
    case .product(let code): product = try session.catalog.counterProduct(code).id
    case .account(let code): account = try requireUsable(code).id.value
    // Which loan a row is about is told by its member.
    case .loan: throw LedgerError.cashWordUnknown(meaning?.text ?? text)
    case nil: break
    }
    let version = try Int64.fetchOne(
      session.db, sql: "SELECT max(version) FROM cashWord WHERE word = ?", arguments: [word])
    try session.act(note) {
      try session.record(
        EventDraft(
          .cashWordSet, word,
          [
            .insert(
              "cashWord",
              [
                "word": .text(word), "version": .integer((version ?? 0) + 1),
                "product": StoredValue(product), "account": StoredValue(account),
              ])
          ]))
    }
    return try Self.kept(session.db)
  }

  /// An account that rows of a cash book may be booked to.
  private func requireUsable(_ code: AccountCode) throws -> AccountState {
    let state = try session.account(code)
    if let closed = state.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    guard state.isPostable else { throw LedgerError.accountNotPostable(code) }
    try JournalDesk(session: session).requireNone(of: [state.id])
    return state
  }

  // MARK: - Words

  /// The words that are kept, in their order.
  static func kept(_ db: Database) throws -> [CashWord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT w.word, p.code, a.code, coalesce(p.nameIndonesian, a.nameIndonesian),
          coalesce(p.nameEnglish, a.nameEnglish)
        FROM cashWord w LEFT JOIN savingsProduct p ON p.id = w.product
        LEFT JOIN account a ON a.id = w.account
        WHERE w.version = (SELECT max(version) FROM cashWord WHERE word = w.word)
          AND (w.product IS NOT NULL OR w.account IS NOT NULL)
        ORDER BY w.word
        """
    ).map { row in
      let product: String? = try row.optional(1)
      let meaning: CashMeaning =
        if let product {
          .product(ProductCode(product))
        } else {
          .account(AccountCode(stored: try row.value(2)))
        }
      return try CashWord(
        word: row.value(0), meaning: meaning, name: Phrase(id: row.value(3), en: row.value(4)),
        origin: .kept)
    }
  }

  /// Every word of a book: those that are kept, the names of accounts, of products and of banks.
  static func words(_ db: Database, _ catalog: Catalog) throws -> [CashWord] {
    var words = try kept(db)
    words += try CashDesk.names(db).map {
      CashWord(
        word: CashText.kept($0.name), meaning: .account($0.account), name: $0.accountName,
        origin: .accountName)
    }
    for product in catalog.products.map(\.product) where product.kind != .berjangka {
      for text in [product.code.text, product.name.indonesian, product.name.english] {
        words.append(
          CashWord(
            word: CashText.kept(text), meaning: .product(product.code), name: product.name,
            origin: .product))
      }
    }
    words += CashWord.loans.map {
      CashWord(word: $0, meaning: .loan(nil), name: CashWord.nameOfLoans, origin: .loan)
    }
    return words + (try banks(db))
  }

  private static func banks(_ db: Database) throws -> [CashWord] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT code, nameIndonesian, nameEnglish FROM account INDEXED BY accountCash
        WHERE isCash = 1 AND isBank = 1 AND isPostable = 1 AND closedOn IS NULL ORDER BY code
        """)
    return try rows.flatMap { row in
      let name = try Phrase(id: row.value(1), en: row.value(2))
      let texts = [name.indonesian, name.english] + (rows.count == 1 ? ["bank"] : [])
      return try texts.map {
        CashWord(
          word: CashText.kept($0), meaning: .account(AccountCode(stored: try row.value(0))),
          name: name, origin: .bank)
      }
    }
  }

  /// What a word, the code of a product, the number of a loan, or the code or name of an account
  /// means.
  ///
  /// - Throws: `cashBook.wordUnknown`.
  static func meaning(
    _ text: String, _ db: Database, _ words: CashWordTable
  ) throws -> CashMeaning {
    let isLoan = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM loan WHERE number = ?)", arguments: [text])
    if isLoan == true { return .loan(LoanNumber(text)) }
    if let word = words[text] { return word.meaning }
    do {
      if case .chart(let code) = try AccountWords(db).meaning(text) { return .account(code) }
    } catch let error where error.isRefusal {
      throw LedgerError.cashWordUnknown(text)
    }
    throw LedgerError.cashWordUnknown(text)
  }
}
