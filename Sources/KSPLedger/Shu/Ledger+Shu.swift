import GRDB
public import KSPCore

extension Ledger {
  /// Records what the members' meeting decided about the SHU of a year (putusan pembagian SHU). A
  /// later decision takes the place of an earlier one until the SHU is divided.
  ///
  /// - Parameters:
  ///   - decision: Shares, accounts, bases, rounding.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The decision as it is kept.
  /// - Throws: `shu.posted`, `account.unknown`, `account.notPostable`, `account.closed`,
  ///   `account.ownAct`, `account.termsUnfit` for a fund on another class of account,
  ///   `product.unknown`, `reference.reused`, `year.meetingTooEarly` for a day within the year,
  ///   `date.future`.
  @discardableResult
  public func decideShu(
    _ decision: ShuDecision, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> ShuDecision {
    try post(dryRun: dryRun) { session in
      try ShuDesk(session: session).decide(decision, note.keyed(by: reference))
    }
  }

  /// The SHU of a year as it would be divided now, from the members' bases in the book. Before the
  /// year is ratified it is what income and expenses have come to.
  ///
  /// - Parameters:
  ///   - year: The book year.
  ///   - plan: The shares that are planned; nil for those of the decision.
  ///   - bases: The bases of members, for a year that began before the book; nil for those that the
  ///     book has.
  /// - Returns: Pots and parts; nothing is stored.
  /// - Throws: `shu.notDecided` without a plan, `shu.nothingToDivide`, `shu.basesUnfit`,
  ///   `member.unknown`, `year.beforeBook`.
  public func simulateShu(
    _ year: Int, by plan: ShuPlan? = nil, among bases: [ShuBase]? = nil
  ) throws(LedgerError) -> ShuYear {
    try store.read { db in
      let planning = try planning(db, bases)
      if let plan { return try planning.year(year, by: plan, nil) }
      let decision = try ShuReader(db: db).requireDecision(of: year).decision
      return try planning.year(year, by: decision.plan, decision)
    }
  }

  /// Divides the SHU of a year that the meeting ratified (bukukan pembagian SHU): the funds get
  /// their pots, and every member is owed a part, which is kept with its bases.
  ///
  /// It is done once. While nothing is paid, the voucher may be reversed, and the SHU divided anew.
  ///
  /// ```swift
  /// let shu = try ledger.postShu(2025, on: ledger.today())
  /// for recipient in shu.recipients { print(recipient.part.base.member, recipient.left) }
  /// ```
  ///
  /// - Parameters:
  ///   - year: The book year.
  ///   - bases: The bases of members, for a year that began before the book: needed where it ended
  ///     before it too. Nil for those that the book has.
  ///   - date: The day, in an open month: that of the meeting, or a later one.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The year with every member's part.
  /// - Throws: `shu.posted`, `shu.notDecided`, `year.notRatified`, `shu.nothingToDivide`,
  ///   `shu.tooEarly`, `shu.roleMissing`, `shu.basesUnfit`, `member.unknown`, `account.unknown`,
  ///   `period.closed`, `date.future`, `reference.reused`.
  @discardableResult
  public func postShu(
    _ year: Int, among bases: [ShuBase]? = nil, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> ShuYear {
    try post(dryRun: dryRun) { session in
      let years = try YearReader(session.db, session.catalog, knownState(session.db, at: nil))
      return try ShuDesk(session: session).post(
        year, of: years, by: bases, on: date, note.keyed(by: reference))
    }
  }

  /// Pays members what they are owed of the SHU of a year (bayar SHU).
  ///
  /// Each gets all that is left of the part: first dues and installments that are owed, where that
  /// is asked for, then the rest. It is no interest, so no tax is withheld. Members who have left
  /// are passed over where all are paid into savings; their part is handed over.
  ///
  /// - Parameters:
  ///   - year: The book year.
  ///   - members: Who is paid; nil for all who have something left.
  ///   - payee: Savings, or cash.
  ///   - deducting: What is settled before the rest is paid.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one for the same year and day is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: Who got what, with the vouchers.
  /// - Throws: `shu.notPosted`, `shu.tooEarly`, `shu.memberWithoutPart`, `shu.nothingLeft`,
  ///   `member.left` for savings of one who has left, `reference.reused`, and what deposits and
  ///   payments on loans can throw.
  @discardableResult
  public func payShu(
    _ year: Int, to members: [MemberNumber]? = nil, into payee: ShuPayee,
    deducting: ShuDeductions = [], on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> ShuPayment {
    try post(dryRun: dryRun, alone: members == nil) { session in
      try ShuPaymentDesk(session, year, on: date, note.keyed(by: reference)).pay(
        members, to: payee, deducting: deducting)
    }
  }

  /// Moves what nobody took of the SHU of a year to a fund (SHU tidak diambil), once the time that
  /// was decided has passed.
  ///
  /// - Parameters:
  ///   - year: The book year.
  ///   - fund: An account of equity or liabilities.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one for the same year and day is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: Whose parts went there, with the voucher.
  /// - Throws: `shu.notPosted`, `shu.tooEarly`, `shu.nothingLeft`, `account.termsUnfit`,
  ///   `reference.reused`.
  @discardableResult
  public func forfeitShu(
    _ year: Int, to fund: AccountCode, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> ShuPayment {
    try post(dryRun: dryRun, alone: true) { session in
      try ShuPaymentDesk(session, year, on: date, note.keyed(by: reference)).forfeit(to: fund)
    }
  }

  /// The SHU of a year as it stands: divided, with what was paid; or as the decision would divide
  /// it.
  ///
  /// - Throws: `shu.notDecided`, `shu.nothingToDivide`.
  public func shu(_ year: Int) throws(LedgerError) -> ShuYear {
    try store.read { db in
      let reader = ShuReader(db: db)
      if let division = try reader.division(of: year) { return try reader.year(division) }
      let decision = try reader.requireDecision(of: year).decision
      return try planning(db).year(year, by: decision.plan, decision)
    }
  }

  /// What a member got of the SHU of every year that was divided, the oldest first.
  ///
  /// - Parameters:
  ///   - member: The member.
  ///   - period: Only of years whose last day lies within it; nil for all.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The years, the oldest first.
  /// - Throws: `member.unknown`, `known.beyond`.
  public func shuReceived(
    by member: MemberNumber, ofYearsEndingIn period: BookPeriod? = nil,
    asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> [ShuReceived] {
    try store.read { db in
      let start = try catalog(db).settings.yearStart
      let known = try asRecordedThrough.map { try knownState(db, at: $0).entry } ?? .max
      let received = try ShuReader(db: db).received(
        by: MemberTable.id(db, number: member), known: known)
      guard let period else { return received }
      return try received.filter { shu in
        let last = try BookYear(shu.year, startingIn: start).lastDay
        return period.first <= last && last <= period.last
      }
    }
  }

  private func planning(_ db: Database, _ bases: [ShuBase]? = nil) throws -> ShuPlanning {
    try ShuPlanning(years: YearReader(db, catalog(db), knownState(db, at: nil)), given: bases)
  }
}
