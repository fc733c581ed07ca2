import GRDB
import KSPCore

/// The desk of the end of a year: what is adjusted, closed and ratified, and how a loss is covered.
struct YearDesk {
  let session: PostingSession
  let reader: YearReader

  // MARK: - Adjusting

  /// Adjusts a year in its closing period. After the closing voucher its part of the result goes on
  /// to the SHU of the year in the same act.
  func adjust(_ adjustment: YearAdjustment, note: EntryNote) throws -> Receipt {
    let year = try reader.year(adjustment.year)
    try requireExplained(year, adjustment.document, note)
    // Before its last day is looked at, which lies ahead while months are open.
    if try session.recordedAct(note.reference) == nil { try requireClosingPeriod(year) }
    let legs = try postings(adjustment.legs)
    return try book(
      JournalEntry(.yearAdjustment, on: year.lastDay, postings: legs, note: note), note,
      as: .yearAdjusted, year, adjustment.document,
      then: {
        try requireListed(legs)
        return try reader.closedAt(year) == nil ? nil : close(legs, of: year, note)
      }
    ) { try requireFit(legs, on: year.lastDay) }
  }

  private func postings(_ legs: [ManualEntry.Leg]) throws -> [Posting] {
    try legs.map { Posting(account: try session.account($0.account).id, amount: $0.amount) }
  }

  /// Refuses what does not say why, on which paper it stands, or who stands for it.
  private func requireExplained(_ year: BookYear, _ document: String, _ note: EntryNote) throws {
    guard document.isUsableText else { throw LedgerError.noteUnacceptable(document) }
    guard note.memo != nil, note.recordedBy != nil else {
      throw LedgerError.yearReasonMissing(year, reason: note.memo, author: note.recordedBy)
    }
  }

  /// Refuses a year that is not in its closing period.
  ///
  /// - Throws: `year.monthsOpen`, `year.ratified`.
  private func requireClosingPeriod(_ year: BookYear) throws {
    if let open = reader.openMonths(of: year).first {
      throw LedgerError.yearMonthsOpen(year, open: open, next: try session.catalog.openMonth())
    }
    if let decided = try reader.ratification(of: year) {
      throw LedgerError.yearRatified(year, on: decided.date, decision: decided.decision)
    }
  }

  /// Refuses money, what belongs to members, and what closing years keeps itself.
  private func requireFit(_ legs: [Posting], on date: BookDate) throws {
    try requireMovable(legs, on: date)
    for leg in legs { try requireNoCash(leg.account) }
  }

  /// Refuses what belongs to members, and what opening balances or closing years keep themselves.
  private func requireMovable(_ legs: [Posting], on date: BookDate) throws {
    try JournalDesk(session: session).requireNone(of: legs.map(\.account))
    try session.requireAcceptable(legs, on: date)
    try requireNone(
      of: [.openingClearing, .shuCurrent, .shuUndistributed], legs.map(\.account))
  }

  private func requireNoCash(_ account: AccountID) throws {
    guard try !CashMarks(session.db, of: account).isCash else {
      throw LedgerError.yearAccountUnfit(
        try session.account(account).code,
        Phrase(
          id: "kas dan bank tidak bergerak di bulan yang sudah ditutup",
          en: "cash and banks do not move in a month that is closed"))
    }
  }

  private func requireNone(of roles: [AccountRole], _ accounts: [AccountID]) throws {
    for account in accounts where roles.contains(where: { session.catalog.roles[$0] == account }) {
      throw LedgerError.yearAccountUnfit(
        try session.account(account).code,
        Phrase(
          id: "isinya mengikuti saldo awal atau SHU",
          en: "what it holds follows from opening balances or the SHU"))
    }
  }

  /// Moves what legs on income and expenses came to; nil where there are none.
  private func close(
    _ legs: [Posting], of year: BookYear, _ note: EntryNote
  ) throws -> EntryNumber? {
    var moved: [AccountID: Rupiah] = [:]
    for leg in legs
    where [.income, .expense].contains(try session.account(leg.account).type) {
      moved[leg.account] = try moved[leg.account, default: .zero] + leg.amount
    }
    let postings = moved.filter { !$0.value.isZero }.sorted { $0.key < $1.key }
      .map { Posting(account: $0.key, amount: $0.value) }
    guard !postings.isEmpty else { return nil }
    return try session.post(
      JournalEntry(
        .yearClosing, on: year.lastDay,
        postings: PostingRules.yearClosing(
          postings, shu: session.catalog.account(.shuCurrent)), note: note.under(nil))
    ).number
  }

  // MARK: - Closing

  /// Posts the closing voucher; a year that has one is left as it is.
  func close(_ number: Int, note: EntryNote) throws -> YearClosing {
    let year = try reader.year(number)
    let (found, legs) = try YearRun(reader: reader, year: year).find()
    guard found.outcome == .preview else { return found }
    try requireFree(note)
    return try session.act(note) {
      let entry =
        legs.isEmpty
        ? nil
        : try session.post(
          JournalEntry(.yearClosing, on: year.lastDay, postings: legs, note: note)
        ).number
      try recordClosing(of: year, entry.map { [($0, nil)] } ?? [])
      return try YearClosing(
        year: year, outcome: .done, closedAt: session.recordedAt, lines: found.lines,
        entries: entry.map { [$0] } ?? [])
    }
  }

  // MARK: - Ratifying

  /// Records that the meeting ratified a year; the same decision once more changes nothing. Of a
  /// meeting in a month that is closed the voucher stands on the first day that is open.
  ///
  /// A year that ended before the book is closed by it: the opening balances hold its SHU.
  func ratify(
    _ number: Int, on date: BookDate, decision: String, shu said: Rupiah?, note: EntryNote
  ) throws -> YearEnd {
    let year =
      try said == nil
      ? reader.year(number)
      : BookYear(number, startingIn: session.catalog.settings.yearStart)
    guard decision.isUsableText else { throw LedgerError.noteUnacceptable(decision) }
    if let known = try reader.ratification(of: year) {
      guard known.date == date, known.decision == decision, said ?? known.shu == known.shu else {
        throw LedgerError.yearRatified(year, on: known.date, decision: known.decision)
      }
      return try reader.yearEnd(year)
    }
    if !reader.isFormer(year) { try requireRatifiable(year) }
    try requireMeeting(year, on: date, note)
    try requireFree(note)
    let (shu, moved) = try ratified(year, said)
    return try session.act(note) {
      if reader.isFormer(year) { try recordClosing(of: year, []) }
      let legs = try PostingRules.yearRatification(
        moved, current: session.catalog.account(.shuCurrent),
        undistributed: session.catalog.account(.shuUndistributed))
      let entry =
        legs.isEmpty
        ? nil
        : try session.post(
          JournalEntry(
            .yearRatification, on: max(date, session.catalog.openMonth().firstDay),
            postings: legs, note: note)
        ).number
      try record(
        .yearRatified, year, entry.map { [($0, decision)] } ?? [],
        also: .insert(
          "yearRatification",
          [
            "year": StoredValue(year.number), "lastDay": StoredValue(year.lastDay),
            "ratifiedOn": StoredValue(date), "decision": .text(decision),
            "shu": StoredValue(shu),
          ]))
      return try reader.yearEnd(year)
    }
  }

  /// The SHU that is ratified, and how much of it the voucher moves.
  ///
  /// - Throws: `year.shuUnfit` where somebody said another one than the book has.
  private func ratified(
    _ year: BookYear, _ said: Rupiah?
  ) throws -> (shu: Rupiah, moved: Rupiah) {
    if let said, reader.isFormer(year) {
      let former = FormerYears(db: session.db, catalog: session.catalog)
      return (said, try former.part(ofCurrent: said, year))
    }
    let shu = try reader.shu(of: year)
    guard said ?? shu == shu else {
      throw LedgerError.yearShuUnfit(year, said ?? shu, held: shu, isFormer: false)
    }
    return (shu, shu)
  }

  private func recordClosing(
    of year: BookYear, _ entries: [(EntryNumber, String?)]
  ) throws {
    try record(
      .yearClosed, year, entries,
      also: .insert(
        "yearClosing",
        [
          "year": StoredValue(year.number), "firstDay": StoredValue(year.firstDay),
          "lastDay": StoredValue(year.lastDay), "closedAt": .integer(session.recordedAt.seconds),
        ]))
  }

  private func requireRatifiable(_ year: BookYear) throws {
    try requireClosingPeriod(year)
    guard try reader.closedAt(year) != nil else { throw LedgerError.yearNotClosed(year) }
    if let earlier = try reader.earlier(year), try reader.ratification(of: earlier) == nil {
      throw LedgerError.yearEarlierOpen(year, earlier: earlier)
    }
  }

  private func requireMeeting(_ year: BookYear, on date: BookDate, _ note: EntryNote) throws {
    guard date > year.lastDay else { throw LedgerError.yearMeetingTooEarly(year, date) }
    try session.days.requireNotAhead(date, note)
    if let role = reader.missingRole { throw LedgerError.yearRoleMissing(role) }
  }

  // MARK: - Correcting

  /// Sets a ratified year right in the open one.
  func correct(_ correction: YearCorrection, note: EntryNote) throws -> Receipt {
    let year = try reader.year(correction.year)
    try requireExplained(year, correction.document, note)
    let legs = try postings(correction.legs)
    return try book(
      JournalEntry(.yearCorrection, on: correction.bookDate, postings: legs, note: note), note,
      as: .yearCorrected, year, correction.document,
      then: {
        try requireListed(legs)
        return nil
      }
    ) {
      guard try reader.ratification(of: year) != nil else {
        throw LedgerError.yearNotRatified(year, isClosed: try reader.closedAt(year) != nil)
      }
      try requireMovable(legs, on: correction.bookDate)
    }
  }

  // MARK: - A loss

  /// Covers a loss, or a part of it, from reserves.
  func cover(_ cover: LossCover, note: EntryNote) throws -> Receipt {
    let year = try reader.year(cover.year)
    guard cover.decision.isUsableText else { throw LedgerError.noteUnacceptable(cover.decision) }
    if let role = reader.missingRole { throw LedgerError.yearRoleMissing(role) }
    let reserves = try cover.parts.map { part in
      try session.requirePositive(part.amount)
      return Posting(account: try session.account(part.account).id, amount: part.amount)
    }
    return try book(
      JournalEntry(
        .lossCover, on: cover.bookDate,
        postings: PostingRules.lossCover(
          reserves, undistributed: session.catalog.account(.shuUndistributed)), note: note), note,
      as: .lossCovered, year, cover.decision
    ) { try requireCoverable(year, reserves, on: cover.bookDate) }
  }

  private func requireCoverable(
    _ year: BookYear, _ reserves: [Posting], on date: BookDate
  ) throws {
    let end = try reader.yearEnd(year)
    guard let ratification = end.ratification, date >= ratification.date else {
      throw LedgerError.yearNotRatified(
        year, isClosed: end.isClosed, until: end.ratification?.date)
    }
    let (asked, left) = (try reserves.map(\.amount).sum(), try end.lossLeft())
    guard asked <= left else { throw LedgerError.yearCoverTooLarge(asked, of: left) }
    try JournalDesk(session: session).requireNone(of: reserves.map(\.account))
    try session.requireAcceptable(reserves, on: date)
    try requireNone(
      of: [.openingClearing, .shuCurrent, .shuUndistributed, .participation],
      reserves.map(\.account))
    for reserve in reserves { try requireHeld(reserve, on: date) }
  }

  /// Refuses what is no reserve, and more than one holds on the day and on every day after it.
  private func requireHeld(_ reserve: Posting, on date: BookDate) throws {
    let account = try session.account(reserve.account)
    guard account.type == .equity else {
      throw LedgerError.yearAccountUnfit(
        account.code,
        Phrase(id: "cadangan bergolongan ekuitas", en: "a reserve is of the class of equity"))
    }
    let onDay = try account.balance - (session.movement(of: account.id, after: date) ?? .zero)
    let held = min(try account.balance.negated(), try onDay.negated())
    guard reserve.amount <= held else {
      throw LedgerError.yearCoverTooLarge(reserve.amount, of: held.orZero, in: account.code)
    }
  }

  // MARK: - In common

  /// Books a voucher of a year with the paper that it stands on, and what follows from it in the
  /// same act; once more it must be of the same year, on the same paper.
  private func book(
    _ entry: @autoclosure () throws -> JournalEntry, _ note: EntryNote, as event: EventKind,
    _ year: BookYear, _ paper: String, then follow: () throws -> EntryNumber? = { nil },
    guards: () throws -> Void
  ) throws -> Receipt {
    try session.act(note) {
      let entry = try entry()
      let outcome = try session.post(entry, guards: guards)
      if outcome.isReplay {
        try requireSame(year, paper, as: outcome)
      } else {
        let following = try follow()
        try record(event, year, [(outcome.number, paper)] + (following.map { [($0, nil)] } ?? []))
      }
      return try receipt(outcome, entry)
    }
  }

  /// Records an act of a year's end with its vouchers, each with the paper that it stands on.
  private func record(
    _ kind: EventKind, _ year: BookYear, _ entries: [(EntryNumber, String?)],
    also change: RowChange? = nil
  ) throws {
    let rows = entries.map { entry, document in
      RowChange.insert(
        "yearEntry",
        [
          "entry": .integer(entry.value), "year": StoredValue(year.number),
          "document": StoredValue(document),
        ])
    }
    try session.record(EventDraft(kind, "\(year.number)", [change] + rows))
  }

  /// Refuses a reference that stands under another act.
  private func requireFree(_ note: EntryNote) throws {
    guard let reference = note.reference, let known = try session.recordedAct(reference) else {
      return
    }
    throw LedgerError.referenceReused(
      reference, by: known, differing: EntryReplay.kindOfEvent)
  }

  /// Refuses the same entry once more for another year, or with another paper.
  private func requireSame(
    _ year: BookYear, _ document: String, as outcome: PostingSession.Outcome
  ) throws {
    let known = try Row.fetchOne(
      session.db, sql: "SELECT year, document FROM yearEntry WHERE entry = ?",
      arguments: [outcome.number.value])
    let differing =
      try known?.value(0) != year.number
      ? "year" : known?.optional(1) != document ? "document" : nil
    guard let differing else { return }
    throw LedgerError.referenceReused(
      outcome.note.reference ?? "",
      by: outcome.number,
      differing: FieldWords.label(differing))
  }

  private func receipt(
    _ outcome: PostingSession.Outcome, _ entry: JournalEntry
  ) throws -> Receipt {
    let content = try EntryContent(session, outcome.number, entry.kind)
    return Receipt(
      entry: outcome.number, kind: entry.kind, bookDate: entry.bookDate, account: nil,
      member: nil, memberName: nil,
      amount: try content.parts.filter { $0.side == .debit }.map(\.amount).sum(),
      parts: content.parts, balance: nil, note: outcome.note, isReplay: outcome.isReplay)
  }
}
