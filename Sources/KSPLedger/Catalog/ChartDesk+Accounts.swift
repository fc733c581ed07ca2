import GRDB
import KSPCore

/// Accounts of the chart come, get another name, and are closed, in a running book.
extension ChartDesk {
  /// The event that adds an account with its roles.
  static func adding(_ account: ChartOfAccounts.Entry, id: Int64, parent: Int64?) -> EventDraft {
    let row = RowChange.insert(
      "account",
      [
        "id": .integer(id), "code": .text(account.code.text),
        "nameIndonesian": .text(account.name.indonesian),
        "nameEnglish": .text(account.name.english), "type": .text(account.type.rawValue),
        "parent": StoredValue(parent), "isPostable": StoredValue(account.isPostable),
        "statementLine": StoredValue(account.statementLine),
        "isContra": StoredValue(account.isContra), "isCash": StoredValue(account.isCash),
        "isBank": StoredValue(account.isBank),
        "mayBeNegative": StoredValue(account.mayBeNegative),
        "agreedLimit": StoredValue(account.agreedLimit),
        "healthCell": StoredValue(account.healthCell.map { Int64($0) }),
      ])
    let roles = account.roles.map { role in
      RowChange.insert(
        "accountRole",
        ["role": .text(role.rawValue), "account": .integer(id), "isHeld": .integer(1)])
    }
    return EventDraft(.accountAdded, account.code.text, [row] + roles)
  }

  func add(_ account: ChartOfAccounts.Entry, note: EntryNote) throws {
    try session.act(note) {
      let isRepeated = try session.recordedAct(note.reference) != nil
      if !isRepeated { try requireAddable(account) }
      let draft = Self.adding(
        account, id: try session.nextID(of: "SELECT max(id) FROM account"),
        parent: try parent(of: account)?.id.value)
      _ = try session.recordOnce(draft, ignoring: ["id"])
    }
  }

  func rename(_ code: AccountCode, _ name: Phrase, note: EntryNote) throws {
    let state = try chartAccount(code)
    let old = try Row.fetchOne(
      session.db, sql: "SELECT nameIndonesian, nameEnglish FROM account WHERE id = ?",
      arguments: [state.id.value])
    guard let old else { throw LedgerError.accountUnknown(code.text) }
    let change = RowChange.update(
      "account", key: ["id": .integer(state.id.value)],
      [
        ("nameIndonesian", .text(try old.value(0)), .text(name.indonesian)),
        ("nameEnglish", .text(try old.value(1)), .text(name.english)),
      ])
    try record(change, of: code, note)
  }

  /// - Throws: `account.inUse`.
  func close(_ code: AccountCode, on date: BookDate, note: EntryNote) throws {
    let state = try chartAccount(code)
    if state.closedOn == nil {
      try session.days.requireOpen(date, kind: .manual)
      try requireUnused(state, on: date)
    }
    let change = RowChange.update(
      "account", key: ["id": .integer(state.id.value)],
      [
        (
          "closedOn", StoredValue(state.closedOn.map { Int64($0.dayNumber) }),
          .integer(Int64(date.dayNumber))
        )
      ])
    try record(change, of: code, note)
  }

  /// Records what changes of an account; nothing where nothing does, unless a reference is to be
  /// kept with it.
  func record(_ change: RowChange?, of code: AccountCode, _ note: EntryNote) throws {
    let draft = EventDraft(.accountChanged, code.text, [change])
    try session.act(note) {
      if note.reference != nil {
        _ = try session.recordOnce(draft, ignoring: [])
      } else if !draft.changes.isEmpty {
        try session.record(draft)
      }
    }
  }

  // MARK: - What must hold

  private func chartAccount(_ code: AccountCode) throws -> AccountState {
    let state = try session.account(code)
    guard try !LoanProductTable.isOfMember(session.db, code) else {
      throw LedgerError.accountTermsUnfit(
        code, Phrase(id: "itu rekening anggota", en: "it is a member's account"))
    }
    return state
  }

  private func parent(of account: ChartOfAccounts.Entry) throws -> AccountState? {
    try account.parent.map { try session.account($0) }
  }

  private func requireAddable(_ account: ChartOfAccounts.Entry) throws {
    try account.code.requireReadable()
    let db = session.db
    let taken = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE code = ?)",
      arguments: [account.code.text])
    guard taken != true else { throw LedgerError.accountCodeTaken(account.code) }
    // `SUK-0001` is what the account of a member would be called.
    let prefixes = try String.fetchAll(db, sql: "SELECT accountPrefix FROM savingsProduct")
    guard !prefixes.contains(where: { account.code.text.hasPrefix($0 + "-") }) else {
      throw LedgerError.accountTermsUnfit(
        account.code,
        Phrase(
          id: "kode seperti itu milik rekening anggota",
          en: "such a code belongs to members' accounts"))
    }
    if let parent = try parent(of: account) {
      guard !parent.isPostable, parent.type == account.type, parent.closedOn == nil else {
        throw LedgerError.accountTermsUnfit(
          account.code,
          Phrase(
            id: "induk \(parent.code) harus akun judul dari golongan yang sama dan belum ditutup",
            en: "its parent \(parent.code) must be a header of the same class that is not closed"))
      }
    }
    guard account.isCash || !(account.isBank || account.mayBeNegative) else {
      throw LedgerError.accountTermsUnfit(
        account.code, Phrase(id: "akun itu bukan kas", en: "the account is not cash"))
    }
    guard account.roles.isEmpty else {
      throw LedgerError.accountTermsUnfit(
        account.code, Phrase(id: "beri perannya sesudahnya", en: "give it its roles afterwards"))
    }
  }

  /// Refuses to close what holds something, serves for something, or has accounts below it.
  private func requireUnused(_ state: AccountState, on date: BookDate) throws {
    let db = session.db
    guard state.balance.isZero else {
      throw LedgerError.accountInUse(
        state.code,
        Phrase(id: "saldonya belum nol", en: "its balance is not zero"))
    }
    let last = try Int64.fetchOne(
      db, sql: "SELECT max(bookDate) FROM posting WHERE account = ? AND bookDate > ?",
      arguments: [state.id.value, date.dayNumber])
    if let last {
      let day = try BookDate(stored: last)
      throw LedgerError.accountInUse(
        state.code, Phrase(id: "masih ada jurnal tanggal \(day)", en: "it has entries of \(day)"))
    }
    let child = try String.fetchOne(
      db, sql: "SELECT code FROM account WHERE parent = ? AND closedOn IS NULL LIMIT 1",
      arguments: [state.id.value])
    if let child {
      throw LedgerError.accountInUse(
        state.code,
        Phrase(id: "di bawahnya ada akun \(child)", en: "account \(child) lies below it"))
    }
    let role = try String.fetchOne(
      db, sql: "SELECT role FROM accountRole WHERE account = ? AND isHeld = 1 LIMIT 1",
      arguments: [state.id.value])
    if let role {
      throw LedgerError.accountInUse(
        state.code, Phrase(id: "akun itu memegang peran \(role)", en: "it holds the role \(role)"))
    }
    for table in ["savingsProduct", "loanProduct"] {
      let columns = try db.foreignKeys(on: table).filter { $0.destinationTable == "account" }
        .flatMap { $0.mapping.map(\.origin) }
      let condition = columns.map { "\($0) = ?1" }.joined(separator: " OR ")
      let product = try String.fetchOne(
        db, sql: "SELECT code FROM \(table) WHERE \(condition) LIMIT 1",
        arguments: [state.id.value])
      if let product {
        throw LedgerError.accountInUse(
          state.code,
          Phrase(id: "produk \(product) memakainya", en: "product \(product) uses it"))
      }
    }
  }
}
