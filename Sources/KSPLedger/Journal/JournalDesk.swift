import GRDB
import KSPCore

/// The desk for entries by hand, and for taking entries back.
struct JournalDesk {
  let session: PostingSession

  func post(_ manual: ManualEntry) throws -> Receipt {
    var postings: [Posting] = []
    var debits = Rupiah.zero
    var nets: [AccountID: Rupiah] = [:]
    for leg in manual.legs {
      let account = try session.account(leg.account).id
      postings.append(Posting(account: account, amount: leg.amount))
      try nets[account, default: .zero] += leg.amount
      try debits += leg.amount.orZero
    }
    let entry = try JournalEntry(
      .manual, on: manual.bookDate, postings: postings, note: manual.note)
    let outcome = try session.post(entry) {
      guard nets.values.contains(where: { !$0.isZero }) else {
        throw LedgerError.entryMovesNothing()
      }
      try requireNone(of: postings.map(\.account))
      try session.requireAcceptable(postings, on: manual.bookDate)
    }
    return Receipt(
      entry: outcome.number, kind: .manual, bookDate: manual.bookDate, account: nil,
      member: nil, memberName: nil, amount: debits,
      parts: try EntryContent(session, outcome.number, .manual).parts, balance: nil,
      note: outcome.note, isReplay: outcome.isReplay)
  }

  /// Reverses an entry; without a day, on its own day, or where that month is closed on the first
  /// day that is open.
  func reverse(
    _ number: EntryNumber, on date: BookDate?, note: EntryNote
  ) throws -> Receipt {
    try session.act(note) { try reversed(number, on: date, note: note) }
  }

  /// Reverses an entry on its own day, as if it had never been.
  func takeBack(_ number: EntryNumber, note: EntryNote) throws {
    let query = try session.statement("SELECT bookDate FROM entryStanding WHERE id = ?")
    query.bind(number.value, at: 1)
    guard try query.step() else { throw LedgerError.entryUnknown(number) }
    let day = try BookDate(stored: query.int64(0))
    query.reset()
    _ = try reverse(number, on: day, note: note)
  }

  private func reversed(
    _ number: EntryNumber, on date: BookDate?, note: EntryNote
  ) throws -> Receipt {
    let query = try session.statement(
      "SELECT kind, reversedBy, bookDate, reversedOn FROM entryStanding WHERE id = ?")
    query.bind(number.value, at: 1)
    guard try query.step(), let kind = EntryKind(rawValue: query.text(0) ?? "") else {
      query.reset()
      throw LedgerError.entryUnknown(number)
    }
    let reversal = query.optionalInt64(1).map { EntryNumber($0) }
    let bookedOn = try BookDate(stored: query.int64(2))
    let reversedOn = try query.optionalInt64(3).map { try BookDate(stored: $0) }
    query.reset()
    guard kind.is(.reversible) else {
      throw LedgerError.entryNotReversible(
        number, kind: kind, on: bookedOn, account: try savings(in: number),
        year: try year(of: number, on: bookedOn),
        adjusting: kind == .yearAdjustment ? try adjusting(number) : nil)
    }
    let guarded = try guards.first { try $0.answers(for: number, kind) }
    let known = try note.reference.flatMap { try session.entryNumber(reference: $0) }
    let usual = try session.days.reversal(of: bookedOn)
    let date = date ?? (known != nil && known == reversal ? reversedOn : nil) ?? usual
    let postings = try PostingRules.reversal(of: session.postings(of: number))
    let entry = try JournalEntry(
      .reversal, on: date, postings: postings, note: note, reverses: number)
    let outcome = try session.post(entry, reversed: kind) {
      if let reversal { throw LedgerError.entryAlreadyReversed(number, by: reversal) }
      try guarded?.requireReversible(number, bookedOn: bookedOn, on: date)
      guard date >= bookedOn else {
        throw LedgerError.reversalBeforeEntry(number, date, bookedOn: bookedOn)
      }
      try session.days.requireNotAhead(date, note, original: usual)
      do {
        try session.requireAcceptable(postings, on: date)
      } catch let error as LedgerError where error.code == .overdraft {
        // What is taken back has its amount: nobody can type a smaller one.
        throw error.advising(
          Phrase(
            id: "Uangnya sudah dipakai: balik dulu bukti sesudahnya, atau setor dulu.",
            en: "It was used since: reverse what came after it first, or make a deposit."))
      }
    }
    let following =
      outcome.isReplay
      ? [] : try guarded?.follow(reversalOf: number, bookedOn: bookedOn, on: date, note) ?? []
    let content =
      try guarded?.content(of: number, kind, reversedBy: outcome.number)
      ?? EntryContent(session, number, kind)
    let balance = try content.account.map {
      try session.balance(of: $0.id, on: date, upTo: outcome.number)
    }
    var receipt = Receipt(
      entry: outcome.number, kind: .reversal, bookDate: date, account: content.account?.code,
      member: content.member, memberName: content.memberName, amount: content.amount,
      deductions: content.deductions,
      parts: content.parts.map(\.mirrored),
      reversed: Receipt.Reversed(
        entry: number, kind: kind, bookDate: bookedOn, loan: content.loan),
      balance: content.balance ?? balance?.onDay,
      laterBalance: content.balance == nil ? balance?.overall : nil, following: following,
      note: outcome.note, isReplay: outcome.isReplay)
    if let others = try others(beside: number) { receipt.warnings.append(others) }
    return receipt
  }

  /// That vouchers which were booked in the same act as one that was taken back still stand; nil
  /// where none does.
  private func others(beside number: EntryNumber) throws -> LedgerWarning? {
    guard let act = try RecordedAct(session.db, session.memory, of: number) else { return nil }
    let standing = try EntryReplay(session: session).standing(of: act).filter { $0 != number }
    return standing.isEmpty ? nil : .actPartlyReversed(standing)
  }

  /// The savings account that an entry moves, beside term deposits; nil where it moves several.
  private func savings(in number: EntryNumber) throws -> AccountCode? {
    let codes = try String.fetchAll(
      session.db,
      sql: """
        SELECT DISTINCT a.code FROM posting p JOIN savingsAccount s ON s.account = p.account
        JOIN account a ON a.id = p.account
        WHERE p.entry = ? AND NOT EXISTS (SELECT 1 FROM termDeposit t WHERE t.account = p.account)
        LIMIT 2
        """, arguments: [number.value])
    return codes.count == 1 ? AccountCode(stored: codes[0]) : nil
  }

  /// The book year that an entry belongs to: the one whose end it serves, or that of its day.
  private func year(of number: EntryNumber, on date: BookDate) throws -> Int {
    try Int.fetchOne(
      session.db, sql: "SELECT year FROM yearEntry WHERE entry = ?", arguments: [number.value])
      ?? BookYear(of: date, startingIn: session.catalog.settings.yearStart).number
  }

  /// The year of an adjustment in its closing period, and the adjustment that takes it back where
  /// it has two legs; nil where the meeting has ratified the year.
  private func adjusting(_ number: EntryNumber) throws -> (year: Int, remedy: Remedy?)? {
    let year = try Int.fetchOne(
      session.db,
      sql: """
        SELECT y.year FROM yearEntry y JOIN entry e ON e.id = y.entry
        WHERE y.entry = ? AND NOT EXISTS
          (SELECT 1 FROM yearRatification r WHERE r.lastDay >= e.bookDate)
        """, arguments: [number.value])
    guard let year else { return nil }
    let legs = try session.postings(of: number).sorted { $0.amount < $1.amount }
    guard legs.count == 2, let credit = legs.first, let debit = legs.last else {
      return (year, nil)
    }
    let (back, forth) = (
      try session.account(credit.account).code, try session.account(debit.account).code
    )
    return (year, .month(.adjustYear(year, debit: back, credit: forth, debit.amount)))
  }
}
