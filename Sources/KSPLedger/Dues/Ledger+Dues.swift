import GRDB
public import KSPCore

extension Ledger {
  /// Sets what a product of the kind wajib asks for each month, from a month on (besaran wajib).
  ///
  /// The most particular amount in force in a month holds: that of the member, else of how they
  /// belong, else of what they are, else of everybody. It may begin in a month that is closed, or
  /// before the book: nothing is booked, and what is owed is worked out anew.
  ///
  /// ```swift
  /// try ledger.setDues(20_000, from: BookMonth(parsing: "2026-01"))
  /// try ledger.setDues(50_000, for: .kind(.organization), from: BookMonth(parsing: "2026-01"))
  /// ```
  ///
  /// - Parameters:
  ///   - amount: How much a month; zero asks for nothing.
  ///   - product: The product's code.
  ///   - scope: Of whom.
  ///   - month: The first month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: What holds from then on.
  /// - Throws: `amount.notPositive`, `product.unknown`, `dues.notWajib`, `member.unknown`,
  ///   `reference.reused`.
  @discardableResult
  public func setDues(
    _ amount: Rupiah, product: ProductCode = "wajib", for scope: DueAmount.Scope = .everyone,
    from month: BookMonth, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> DueAmount {
    try post(dryRun: dryRun) { session in
      try DuesDesk(session: session).set(
        amount, product: product, scope: scope, from: month, note: note.keyed(by: reference))
    }
  }

  /// Exempts a member from dues for some months, with the reason (pembebasan); or takes an
  /// exemption back. Of two that speak of a month the later one holds.
  ///
  /// - Parameters:
  ///   - member: The member number.
  ///   - product: The product's code.
  ///   - first: The first month.
  ///   - last: The last month; nil for all that follow.
  ///   - reason: Why, such as the number of a decision.
  ///   - lifts: Whether the member owes for these months again.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The exemption.
  /// - Throws: `member.unknown`, `product.unknown`, `dues.notWajib`, `dues.exemptionBackwards`,
  ///   `entry.noteUnacceptable` for a reason that is blank, `reference.reused`.
  @discardableResult
  public func exemptFromDues(
    _ member: MemberNumber, product: ProductCode = "wajib", from first: BookMonth,
    until last: BookMonth? = nil, reason: String, lifts: Bool = false, reference: String? = nil,
    note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> DueExemption {
    let exemption = DueExemption(from: first, until: last, reason: reason, isLifted: lifts)
    try post(dryRun: dryRun) { session in
      try DuesDesk(session: session).exempt(
        member, product: product, exemption, note: note.keyed(by: reference))
    }
    return exemption
  }

  /// Says where a member stood with their dues when the book took them over (saldo awal wajib): the
  /// last month that was paid, or what was owed. Said again, the last one holds.
  ///
  /// - Throws: `member.unknown`, `product.unknown`, `dues.notWajib`, `amount.notPositive`,
  ///   `date.future`, `reference.reused`.
  public func takeOverDues(
    of member: MemberNumber, product: ProductCode = "wajib", _ takeover: DuesTakeover,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) {
    try post(dryRun: dryRun) { session in
      try DuesDesk(session: session).takeOver(
        member, product: product, takeover, note: note.keyed(by: reference))
    }
  }

  /// Who owes dues on a day, and who has paid them ahead (tunggakan wajib), by member number.
  ///
  /// ```swift
  /// for row in try ledger.dues(asOf: ledger.today()).members where row.owed.isPositive {
  ///   print(row.member, row.name, row.owed, row.months)
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - date: The day; months count that have begun by then.
  ///   - onlyUnpaid: Whether those who owe nothing are left out.
  ///   - group: The members of a group only; nil for all.
  ///   - includingLeft: Whether those who had left by then are listed too.
  /// - Returns: The members who owe or are ahead; empty where nothing was ever asked for.
  /// - Throws: `group.unknown`, and what reading the file can throw.
  public func dues(
    asOf date: BookDate, onlyUnpaid: Bool = false, group: String? = nil,
    includingLeft: Bool = false
  ) throws(LedgerError) -> DuesList {
    try store.read { db in
      var rows: [DuesList.Row] = []
      let group = try GroupNames.require(db, group)
      let reader = try DuesReader(db, catalog(db))
      let deaths = try MemberTable.deaths(db)
      try reader.forEach(
        group.map { .group($0) } ?? .all, asOf: date
      ) { member in
        if let left = member.leftOn, left <= date, !includingLeft { return }
        var row = try DuesList.Row(
          member: member.number, name: member.name, phone: member.phone, group: member.group,
          member.cards)
        row.diedOn = deaths[member.number]
        guard row.owed.isPositive || (!onlyUnpaid && row.ahead.isPositive) else { return }
        rows.append(row)
      }
      return try DuesList(
        asOf: date, isAsked: !reader.products.isEmpty,
        members: rows.sorted { $0.member < $1.member })
    }
  }

  /// How many members owe dues today and what, for the status of a book (`BookStatus.dues`).
  ///
  /// It works out the dues of every member. Books beyond `limit` members are not looked through: a
  /// status is asked for again and again.
  ///
  /// - Parameter limit: How many members are looked through at most.
  /// - Returns: Nil where nothing was ever asked for, and beyond the limit.
  /// - Throws: What reading the file can throw.
  public func duesOwed(upTo limit: Int = 5_000) throws(LedgerError) -> BookStatus.Dues? {
    let today = try today()
    return try store.read { db in
      let reader = try DuesReader(db, catalog(db))
      let members = try Int.fetchOne(db, sql: "SELECT count(*) FROM member WHERE leftOn IS NULL")
      guard !reader.products.isEmpty, let members, members <= limit else { return nil }
      let owed = try reader.owed(asOf: today)
      return BookStatus.Dues(members: owed.members, owed: owed.amount)
    }
  }

  /// The dues of one member, month by month (kartu wajib); a card for each product that ever asked
  /// for anything.
  ///
  /// - Throws: `member.unknown`.
  public func dues(of member: MemberNumber, asOf date: BookDate) throws(LedgerError) -> MemberDues {
    try store.read { db in
      let found = try MemberTable.requireMember(db, number: member)
      var cards: [DuesCard] = []
      try DuesReader(db, catalog(db)).forEach(
        .member(MemberTable.id(db, number: member)), asOf: date
      ) { cards = $0.cards }
      return MemberDues(member: member, name: found.profile.name, asOf: date, cards: cards)
    }
  }

  /// What members paid of pokok, and their dues month by month, in the order in which they were
  /// entered; those who had left are left out.
  ///
  /// - Throws: What `body` throws, or a `LedgerError`.
  public func savingsByPeriod(
    asOf date: BookDate, _ body: (SavingsByPeriod) throws -> Void
  ) throws {
    let error = CallersError()
    try error.comingOut {
      try store.read { db in
        let pokok = try MemberRows(
          db,
          """
          SELECT s.member, -sum(p.amount), max(p.bookDate) FILTER (WHERE p.amount < 0)
          FROM savingsAccount s JOIN savingsProduct d ON d.id = s.product
          JOIN posting p ON p.account = s.account
          WHERE d.kind = \(SavingsKind.pokok.sql) AND p.bookDate <= ?
          GROUP BY s.member ORDER BY s.member
          """, [Int64(date.dayNumber)])
        try DuesReader(db, catalog(db)).walk(.all, asOf: date) { member in
          var paid = Rupiah.zero
          var paidOn: BookDate?
          try pokok.take(member.id) { row in
            paid = Rupiah(sen: row.int64(1))
            paidOn = try row.optionalInt64(2).map { try BookDate(stored: $0) }
          }
          if let left = member.leftOn, left <= date { return }
          let savings = SavingsByPeriod(
            dues: MemberDues(
              member: member.number, name: member.name, asOf: date, cards: member.cards),
            joinedOn: member.joinedOn, pokok: paid, pokokPaidOn: paidOn)
          try error.noting { try body(savings) }
        }
      }
    }
  }

  /// What was set to be asked for, by product, in the order in which it was set; the amounts in the
  /// terms of the products stand there.
  ///
  /// - Throws: What reading the file can throw.
  public func dueAmounts() throws(LedgerError) -> [DueAmount] {
    try store.read { db in
      let catalog = try catalog(db)
      let amounts = try DuesReader.amounts(db, catalog)
      return catalog.products.flatMap { amounts[$0.id] ?? [] }
    }
  }
}
