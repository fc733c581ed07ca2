import GRDB
import KSPCore

/// The interest of closed months, set right.
extension SavingsDesk {
  /// The account that is corrected.
  private struct Corrected {
    let id: AccountID
    let member: Int64
    let number: MemberNumber
    let product: Catalog.Product
    let closedOn: BookDate?
    let heading: AccountStatement.Heading
  }

  /// Works the interest of a closed month out again and posts the difference, with its tax.
  ///
  /// - Throws: `interest.monthOpen`, `interest.nothingToCorrect`, `interest.valueDate`,
  ///   `account.closed`, `account.overdraft`.
  func correctInterest(
    _ code: AccountCode, _ month: BookMonth, valued: [EntryNumber: BookDate], on date: BookDate,
    note: EntryNote
  ) throws -> InterestCorrection {
    let account = try corrected(code)
    guard let last = session.catalog.lastClosedMonth, month <= last else {
      throw LedgerError.interestMonthOpen(month)
    }
    return try session.act(note) {
      if let reference = note.reference, let known = try session.recordedAct(reference) {
        return try replay(account, month, known, reference)
      }
      if let closed = account.closedOn { throw LedgerError.accountClosed(code, on: closed) }
      try requireValueDates(valued, of: account.id)
      return try correct(account, month, valued, on: date, note)
    }
  }

  private func correct(
    _ account: Corrected, _ month: BookMonth, _ valued: [EntryNumber: BookDate],
    on date: BookDate, _ note: EntryNote
  ) throws -> InterestCorrection {
    let reader = ValuedInterest(session.db, catalog: session.catalog)
    let added = Dictionary(uniqueKeysWithValues: valued.map { ($0.key.value, $0.value) })
    let after = try reader.working(
      of: account.id, product: account.product, in: month, adding: added)
    let (paid, last) = try reader.paid(for: account.id, in: month)
    let right = after?.gross ?? .zero
    let difference = try right - paid
    let target = try receiving(account, in: month)
    // What was paid too much never was income of its month; what was missed is paid now, unless the
    // cooperative decides otherwise.
    let isOfPayment =
      difference.isPositive && session.catalog.settings.interestTax.missedInterest == .payment
    let desk = TaxDesk(session: session)
    // Interest is income of the month that credits it.
    guard let credited = try reader.credited(account.id, in: month) else {
      throw LedgerError.interestUncredited(account.heading.account, month)
    }
    let taxedIn = isOfPayment ? date.month : credited
    let settlement = try desk.recomputed(
      account.member, in: credited, adding: isOfPayment ? .zero : difference, account: target.id,
      extra: difference, on: date)
    guard !difference.isZero || settlement != nil else {
      throw LedgerError.interestNothingToCorrect(account.heading.account, month, last: last)
    }
    let legs =
      try PostingRules.interestCorrection(
        difference, on: target.id, expense: account.product.interestExpenseAccount)
      + (settlement?.postings ?? [])
    let entry = try post(legs, target, on: date, note)
    if let entry, !difference.isZero {
      try session.record(
        EventDraft(
          .interestCorrected, account.heading.account.text,
          [
            .insert(
              "interestCorrection",
              [
                "account": .integer(account.id.value), "month": StoredValue(month),
                "entry": .integer(entry.value), "paid": StoredValue(paid),
                "right": StoredValue(right),
              ]),
            desk.rows(
              [(month, taxedIn, difference)], entry: entry, account: target.id,
              member: account.member),
            .insert(
              "entryValue", columns: ["account", "voucher", "valueDate"],
              rows: valued.sorted { $0.key < $1.key }.map {
                [
                  .integer(account.id.value), .integer($0.key.value), StoredValue($0.value),
                ]
              }),
          ].filter { !$0.rows.isEmpty }))
    }
    if let settlement {
      try session.record(
        desk.draft(settlement, of: account.member, number: account.number, entry: entry))
    }
    return try InterestCorrection(
      heading: account.heading, month: month, before: asClosed(account, month), after: after,
      paid: paid, difference: difference, taxedIn: taxedIn,
      tax: settlement.map {
        try InterestCorrection.Tax(
          monthlyGross: $0.gross, monthlyTax: $0.monthTax, change: $0.tax, withheld: $0.withheld)
      }, entry: entry, bookDate: date, isReplay: false)
  }

  private func post(
    _ legs: [Posting], _ target: SavingsAccountState, on date: BookDate, _ note: EntryNote
  ) throws -> EntryNumber? {
    guard !legs.isEmpty else { return nil }
    var taken = Rupiah.zero
    for leg in legs where leg.account == target.id { try taken += leg.amount }
    let entry = try JournalEntry(.interestCorrection, on: date, postings: legs, note: note)
    return try session.post(entry) {
      guard taken.isPositive,
        let product = session.catalog.savingsProduct(id: target.product)
      else { return }
      try session.requireFunds(
        taken, in: target, on: date, under: product.terms(in: date.month), keepsMinimum: false)
    }.number
  }

  // MARK: - What is corrected

  private func corrected(_ code: AccountCode) throws -> Corrected {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT a.id, m.id, m.number, m.name, s.product, a.closedOn
        FROM account a JOIN savingsAccount s ON s.account = a.id
        JOIN member m ON m.id = s.member WHERE a.code = ?
        """, arguments: [code.text])
    guard let row else { throw try MemberTable.unknownAccount(session.db, code.text) }
    let product = try session.catalog.product(id: row.value(4))
    return try Corrected(
      id: AccountID(row.value(0)), member: row.value(1), number: row.value(2), product: product,
      closedOn: (row.optional(5) as Int64?).map { try BookDate(stored: $0) },
      heading: AccountStatement.Heading(
        account: code, title: product.product.name, normalSide: product.type.normalSide,
        memberNumber: row.value(2), memberName: row.value(3)))
  }

  /// The account that received the interest of a month.
  private func receiving(
    _ account: Corrected, in month: BookMonth
  ) throws -> SavingsAccountState {
    let code =
      account.product.terms(in: month).interestCreditedTo ?? account.product.product.code
    let product = try session.catalog.product(code)
    let holder = try holder(account.number, in: product)
    if let same = holder.accounts.first(where: { $0.id == account.id }) { return same }
    return try openAccount(holder, in: product)
  }

  /// Refuses value dates of vouchers that do not move the account, on days that are not earlier,
  /// and of those that have one.
  private func requireValueDates(
    _ valued: [EntryNumber: BookDate], of account: AccountID
  ) throws {
    for (entry, day) in valued.sorted(by: { $0.key < $1.key }) {
      let row = try Row.fetchOne(
        session.db,
        sql: """
          SELECT e.bookDate, e.kind, EXISTS (SELECT 1 FROM entryValue v WHERE v.account = ?2
            AND v.voucher = e.id)
          FROM entry e WHERE e.id = ?1 AND EXISTS (SELECT 1 FROM posting p
            WHERE p.entry = e.id AND p.account = ?2)
          """, arguments: [entry.value, account.value])
      guard let row, Int64(day.dayNumber) < (try row.value(0) as Int64),
        let kind = EntryKind(rawValue: try row.value(1)), kind.is([.reversible, .movesSavings]),
        !(try row.value(2) as Bool)
      else { throw LedgerError.interestValueDateRefused(entry, day) }
    }
  }

  /// The working of a month as its month end took it.
  private func asClosed(_ account: Corrected, _ month: BookMonth) throws -> InterestWorking? {
    guard
      let index = session.catalog.products.firstIndex(where: { $0.id == account.product.id })
    else { return nil }
    return try InterestReader(
      session.db, known: session.db, month: month, catalog: session.catalog
    ).interest(
      of: account.id, product: index,
      for: MemberMonth.member(account.member, in: month, session.db).standing
    )?.working
  }

  /// The correction that an act under a known reference made.
  private func replay(
    _ account: Corrected, _ month: BookMonth, _ known: RecordedAct, _ reference: String
  ) throws -> InterestCorrection {
    let entry = known.entries.first { $0.kind == EntryKind.interestCorrection.rawValue }?.number
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT c.paid, c.right, e.bookDate, p.taxedIn FROM interestCorrection c
        JOIN entry e ON e.id = c.entry JOIN interestPart p ON p.entry = c.entry
        WHERE c.entry = ? AND c.account = ? AND c.month = ?
        """, arguments: [entry?.value ?? 0, account.id.value, month.ordinal])
    guard let row, let entry else {
      throw LedgerError.referenceReused(
        reference, by: known, differing: Phrase(id: "jenis", en: "kind"))
    }
    let paid = Rupiah(sen: try row.value(0) as Int64)
    let right = Rupiah(sen: try row.value(1) as Int64)
    let reader = ValuedInterest(
      session.db, catalog: session.catalog, through: EntryNumber(entry.value - 1))
    let tax = try Row.fetchOne(
      session.db, sql: "SELECT gross, monthTax, tax, withheld FROM taxSettled WHERE voucher = ?",
      arguments: [entry.value])
    return try InterestCorrection(
      heading: account.heading, month: month, before: asClosed(account, month),
      after: try reader.working(of: account.id, product: account.product, in: month), paid: paid,
      difference: try right - paid, taxedIn: try BookMonth(ordinal: row.value(3)),
      tax: tax.map {
        try InterestCorrection.Tax(
          monthlyGross: Rupiah(sen: try $0.value(0) as Int64),
          monthlyTax: Rupiah(sen: try $0.value(1) as Int64),
          change: Rupiah(sen: try $0.value(2) as Int64),
          withheld: Rupiah(sen: try $0.value(3) as Int64))
      }, entry: entry, bookDate: try BookDate(stored: row.value(2)), isReplay: true)
  }
}
