import GRDB
import KSPCore

/// The desk of tills: they are made, opened, counted and closed, and cash goes between them.
struct TillDesk {
  let session: PostingSession

  private var tills: TillAccounts { session.catalog.tills }
  private var reader: TillReader { TillReader(db: session.db, tills: tills) }

  // MARK: - Tills

  /// Makes a till, on an account of the chart or on a new one beside the usual cash.
  func add(
    _ text: String, _ kind: Till.Kind, keeper: String?, account code: AccountCode?,
    _ note: EntryNote
  ) throws -> Till {
    let name = Till.kept(text)
    for case let text? in [name, keeper] where !text.isUsableText {
      throw LedgerError.noteUnacceptable(text)
    }
    return try session.act(note) {
      if let reference = note.reference, try session.recordedAct(reference) != nil {
        return try repeated(name, kind, under: reference)
      }
      if let known = tills.all.first(where: { $0.name == name }) {
        throw LedgerError.tillUnfit(
          name,
          Phrase(
            id: "sudah ada, di akun \(known.code)", en: "it is there, on account \(known.code)"))
      }
      let isCode = try Bool.fetchOne(
        session.db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE code IN (?1, upper(?1)))",
        arguments: [name])
      if isCode == true {
        throw LedgerError.tillUnfit(
          name, Phrase(id: "itu kode sebuah akun", en: "it is the code of an account"))
      }
      let account = try code.map { try cash($0, for: name) } ?? newAccount(name, kind)
      try session.record(
        EventDraft(
          .tillAdded, name,
          [
            .insert(
              "till",
              [
                "account": .integer(account.id.value), "name": .text(name),
                "kind": .text(kind.rawValue), "keeper": StoredValue(keeper),
              ])
          ]))
      return try reader.till(TillAccounts(session.db).named(name))
    }
  }

  private func repeated(_ name: String, _ kind: Till.Kind, under reference: String) throws -> Till {
    guard let known = tills.all.first(where: { $0.name == name }), known.kind == kind else {
      throw LedgerError.referenceReused(
        reference, by: try session.recordedAct(reference)?.name ?? Phrase(id: "", en: ""),
        differing: Phrase(id: "kas", en: "till"))
    }
    return try reader.till(known)
  }

  /// An account of the chart that may be a till: cash that is no bank and no till yet.
  private func cash(_ code: AccountCode, for name: String) throws -> AccountState {
    let state = try session.account(code)
    if let closed = state.closedOn { throw LedgerError.accountClosed(code, on: closed) }
    let isCash = try Bool.fetchOne(
      session.db,
      sql: "SELECT isCash = 1 AND isBank = 0 AND isPostable = 1 FROM account WHERE id = ?",
      arguments: [state.id.value])
    guard isCash == true, tills[state.id] == nil else {
      throw LedgerError.tillUnfit(
        name,
        Phrase(
          id: "akun \(code) bukan kas, atau sudah dipakai kas lain",
          en: "account \(code) is no cash, or another till has it"))
    }
    return state
  }

  /// A new account beside the usual cash, with the next code that is free.
  private func newAccount(_ name: String, _ kind: Till.Kind) throws -> AccountState {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT a.code, p.code, p.id, a.healthCell
        FROM account a LEFT JOIN account p ON p.id = a.parent
        WHERE a.id = ?
        """, arguments: [session.catalog.account(.cash).value])
    guard let row else { throw LedgerError.accountUnknown(AccountRole.cash.rawValue) }
    let code = try freeCode(after: row.value(0))
    var entry = ChartOfAccounts.Entry(
      code: code, name: Till.title(kind, name), type: .asset,
      parent: (try row.optional(1) as String?).map { AccountCode(stored: $0) }, isPostable: true,
      roles: kind == .till ? [.till] : [])
    entry.isCash = true
    entry.healthCell = (try row.optional(3) as Int64?).map { Int($0) }
    try session.record(
      ChartDesk.adding(
        entry, id: session.nextID(of: "SELECT max(id) FROM account"), parent: row.optional(2)))
    return try session.account(code)
  }

  private func freeCode(after code: String) throws -> AccountCode {
    let digits = String(code.reversed().prefix { $0.isNumber }.reversed())
    let head = String(code.dropLast(digits.count))
    let first = Int(digits)
    for step in 1...999 {
      let number = first.map { String($0 + step) } ?? "-\(step)"
      let padding = String(repeating: "0", count: max(0, digits.count - number.count))
      let candidate = head + padding + number
      let isTaken = try Bool.fetchOne(
        session.db, sql: "SELECT EXISTS (SELECT 1 FROM account WHERE code = ?)",
        arguments: [candidate])
      if isTaken != true { return try AccountCode(candidate) }
    }
    throw LedgerError.accountCodeTaken(AccountCode(stored: code))
  }

  /// Says who answers for a till from now on; nil for nobody in particular.
  func setKeeper(_ name: String, _ keeper: String?, _ note: EntryNote) throws -> Till {
    let till = try tills.named(name)
    if let keeper, !keeper.isUsableText { throw LedgerError.noteUnacceptable(keeper) }
    if let since = till.openSince {
      throw LedgerError.tillOpen(till.name, since: since, by: till.keeper)
    }
    let old = try String.fetchOne(
      session.db, sql: "SELECT keeper FROM till WHERE account = ?", arguments: [till.id.value])
    let draft = EventDraft(
      .tillChanged, till.name,
      [
        .update(
          "till", key: ["account": .integer(till.id.value)],
          [("keeper", StoredValue(old), StoredValue(keeper))])
      ])
    return try session.act(note) {
      if note.reference != nil {
        _ = try session.recordOnce(draft, ignoring: [])
      } else if !draft.changes.isEmpty {
        try session.record(draft)
      }
      return try reader.till(TillAccounts(session.db).named(name))
    }
  }

  // MARK: - The day of a till

  /// Opens a till for its keeper, with cash that is handed over, and what was counted in it.
  func open(_ name: String, _ opening: TillOpening, on date: BookDate, _ note: EntryNote) throws
    -> TillCount
  {
    let till = try tills.named(name)
    let keeper = opening.keeper ?? note.recordedBy ?? till.keeper
    if let keeper, !keeper.isUsableText { throw LedgerError.noteUnacceptable(keeper) }
    return try once(till, .open, opening.counted, note) {
      guard till.kind.needsOpening else {
        throw LedgerError.tillUnfit(
          till.name, Phrase(id: "brankas tidak perlu dibuka", en: "a safe needs no opening"))
      }
      if let since = till.openSince {
        throw LedgerError.tillOpen(till.name, since: since, by: till.keeper)
      }
      if let other = tills.all.first(where: { $0.openSince != nil && $0.keeper == keeper }),
        keeper != nil, other.kind == till.kind
      {
        throw LedgerError.tillUnfit(
          till.name,
          Phrase(
            id: "\(keeper ?? "") masih membuka kas \(other.name)",
            en: "\(keeper ?? "") has till \(other.name) open"))
      }
      let handover = try opening.handed.flatMap { handed in
        try hand(
          handed.amount ?? opening.counted?.amount ?? .zero, from: handed.account, to: till.code,
          on: date, note)
      }
      return try count(
        till, .open, opening.counted, keeper: keeper, handover: handover, on: date, note)
    }
  }

  /// Counts what is in a till in between.
  func count(_ name: String, _ content: TillContent, on date: BookDate, _ note: EntryNote) throws
    -> TillCount
  {
    let till = try tills.named(name)
    return try once(till, .count, content, note) {
      guard till.isOpen else { throw LedgerError.tillClosed(till.name) }
      return try count(till, .count, content, keeper: till.keeper, on: date, note)
    }
  }

  /// Counts what is in a till, closes it, and hands over what goes elsewhere.
  func close(_ name: String, _ closing: TillClosing, on date: BookDate, _ note: EntryNote) throws
    -> TillCount
  {
    let till = try tills.named(name)
    return try once(till, .close, closing.content, note) {
      guard till.openSince != nil else { throw LedgerError.tillClosed(till.name) }
      return try count(
        till, .close, closing.content, keeper: till.keeper,
        keepsDifference: till.kind == .field && !closing.booksDifference,
        handingOver: closing.handed, on: date, note)
    }
  }

  /// Moves cash between tills, safe, bank and the usual cash.
  func move(
    _ amount: Rupiah, from giver: AccountCode, to receiver: AccountCode, on date: BookDate,
    _ note: EntryNote
  ) throws -> Receipt {
    try session.act(note) {
      let outcome = try moved(amount, from: giver, to: receiver, on: date, note)
      return Receipt(
        entry: outcome.number, kind: .cashMove, bookDate: date, account: nil, member: nil,
        memberName: nil,
        amount: amount, parts: try EntryContent(session, outcome.number, .cashMove).parts,
        balance: nil, note: outcome.note, isReplay: outcome.isReplay)
    }
  }

  // MARK: - Parts

  /// Does what was not done before under the reference.
  private func once(
    _ till: TillAccounts.Account, _ occasion: TillCount.Occasion, _ content: TillContent?,
    _ note: EntryNote, _ body: () throws -> TillCount
  ) throws -> TillCount {
    try session.act(note) {
      guard let reference = note.reference, let known = try session.recordedAct(reference) else {
        return try body()
      }
      guard var count = try reader.counts(ofAct: known.first, till).first,
        count.occasion == occasion, content.map({ $0.amount == count.counted }) ?? true
      else {
        throw LedgerError.referenceReused(
          reference, by: known, differing: Phrase(id: "hitungan", en: "count"))
      }
      count.isReplay = true
      return count
    }
  }

  private func count(
    _ till: TillAccounts.Account, _ occasion: TillCount.Occasion, _ content: TillContent?,
    keeper: String?, handover given: EntryNumber? = nil, keepsDifference: Bool = false,
    handingOver handed: TillHandover? = nil, on date: BookDate, _ note: EntryNote
  ) throws -> TillCount {
    try requireDay(date, of: till, note)
    let expected = try session.account(till.id).balance
    let counted = content?.amount ?? expected
    guard !counted.isNegative else { throw LedgerError.amountNotPositive(counted) }
    let known = try session.nextID(of: "SELECT max(id) FROM entry") - 1
    let difference = try counted - expected
    let isBooked = !difference.isZero && !keepsDifference
    let entry = try isBooked ? book(difference, of: till, keeper, on: date, note) : nil
    let handover =
      try given
      ?? handed.flatMap { handed in
        // What a collector has too much stays with the till, as what is missing does.
        let most = keepsDifference ? min(counted, expected) : counted
        return try hand(
          handed.amount ?? most, from: till.code, to: handed.account, on: date, note)
      }
    let number = try Int64.fetchOne(
      session.db, sql: "SELECT ifnull(max(number), 0) + 1 FROM tillCount WHERE account = ?",
      arguments: [till.id.value])
    let key: [(String, StoredValue)] = [
      ("account", .integer(till.id.value)), ("number", StoredValue(number ?? 1)),
    ]
    let row = RowChange.insert(
      "tillCount",
      key + [
        ("event", .integer(session.lastEvent + 1)), ("occasion", .text(occasion.rawValue)),
        ("day", StoredValue(date)), ("keeper", StoredValue(keeper)),
        ("expected", StoredValue(expected)), ("counted", StoredValue(counted)),
        ("known", .integer(known)), ("difference", StoredValue(entry?.value)),
        ("handover", StoredValue(handover?.value)),
      ])
    let pieces = content?.pieces?.pieces ?? []
    let rows: RowChange? =
      pieces.isEmpty
      ? nil
      : .insert(
        "tillPiece", columns: ["account", "number", "denomination", "pieces"],
        rows: pieces.map { key.map(\.1) + [StoredValue($0.value), StoredValue($0.count)] })
    try session.record(EventDraft(.tillCounted, till.name, [row, rows]))
    guard let done = try reader.counts(of: till).last else {
      throw LedgerError.invariantBroken("tillCount \(till.name)")
    }
    return done
  }

  /// A count belongs to a day that is open, after everything that went through the till.
  private func requireDay(_ date: BookDate, of till: TillAccounts.Account, _ note: EntryNote) throws
  {
    try session.days.requireOpen(date, kind: .tillDifference)
    try session.days.requireNotAhead(date, note)
    let last = try Int32.fetchOne(
      session.db, sql: "SELECT max(bookDate) FROM posting WHERE account = ?",
      arguments: [till.id.value]
    ).map { try BookDate(stored: Int64($0)) }
    if let last, last > date {
      throw LedgerError.tillMovedLater(till.name, on: last, asked: date)
    }
    if let day = till.countedOn, day > date {
      throw LedgerError.tillCounted(till.name, on: day, asked: date)
    }
  }

  /// Books what was found beyond the book, or what is missing, with the name of who answers for it.
  private func book(
    _ difference: Rupiah, of till: TillAccounts.Account, _ keeper: String?, on date: BookDate,
    _ note: EntryNote
  ) throws -> EntryNumber {
    let account = try session.catalog.account(difference.isPositive ? .cashOver : .cashShort)
    var told = note
    told.memo = [till.name, keeper, note.memo].compactMap(\.self).joined(separator: ", ")
    let entry = try JournalEntry(
      .tillDifference, on: date,
      postings: PostingRules.tillDifference(difference, of: till.id, on: account), note: told)
    return try session.post(entry).number
  }

  private func hand(
    _ amount: Rupiah, from giver: AccountCode, to receiver: AccountCode, on date: BookDate,
    _ note: EntryNote
  ) throws -> EntryNumber? {
    guard !amount.isZero else { return nil }
    return try moved(amount, from: giver, to: receiver, on: date, note).number
  }

  private func moved(
    _ amount: Rupiah, from giver: AccountCode, to receiver: AccountCode, on date: BookDate,
    _ note: EntryNote
  ) throws -> PostingSession.Outcome {
    try session.requirePositive(amount)
    let accounts = try [giver, receiver].map { code in
      let state = try session.account(code)
      if let closed = state.closedOn { throw LedgerError.accountClosed(code, on: closed) }
      guard session.catalog.cash[state.id] != nil || tills[state.id] != nil || isCash(state.id)
      else {
        throw LedgerError.accountTermsUnfit(
          code, Phrase(id: "akun itu bukan kas", en: "the account is not cash"))
      }
      return state
    }
    guard giver != receiver else {
      throw LedgerError.accountTermsUnfit(
        receiver, Phrase(id: "itu kas yang sama", en: "it is the same cash"))
    }
    return try session.post(
      JournalEntry(
        .cashMove, on: date,
        postings: PostingRules.cashMove(amount, from: accounts[0].id, to: accounts[1].id),
        note: note))
  }

  private func isCash(_ id: AccountID) -> Bool {
    let found = try? Bool.fetchOne(
      session.db, sql: "SELECT isCash = 1 AND isPostable = 1 FROM account WHERE id = ?",
      arguments: [id.value])
    return found == true
  }
}
