import GRDB
import KSPCore

/// The loans of the book as the desks need them: read as they are or were before a voucher, and the
/// steps and plans that are written to them.
struct LoanFiles {
  private let session: PostingSession
  private var db: Database { session.db }

  init(_ session: PostingSession) { self.session = session }

  func reader() throws -> LoanReader { try LoanReader(db, session.catalog, session.memory) }

  /// Does something to a loan as it is now; or, where the reference is in the book, once more to
  /// the loan as it was before that voucher, so that the same event gives the same receipt.
  ///
  /// The entry that `body` posts is compared with the voucher. What could not even be worked out
  /// then is another event.
  ///
  /// - Throws: `loan.unknown`, `reference.reused`, and what `body` throws.
  func withLoan<Value>(
    _ number: LoanNumber, for kind: EntryKind, on date: BookDate, under note: EntryNote,
    _ body: (_ record: LoanRecord, _ earlier: EntryNumber?) throws -> Value
  ) throws -> Value {
    let id = try reader().id(of: number)
    return try withReference(of: note) { earlier in
      try body(try record(id, before: earlier), earlier)
    } differing: { earlier in
      if let field = try replay.differing([kind], on: date, from: earlier) { return field }
      guard try self.number(ofEntry: earlier) == number else {
        return Phrase(id: "pinjaman", en: "loan")
      }
      return EntryReplay.amountOrChoice
    }
  }

  /// Does something under a reference that may be in the book. Where a rule refuses it and it was
  /// another event, `differing` says in what.
  func withReference<Value>(
    of note: EntryNote, _ body: (_ earlier: EntryNumber?) throws -> Value,
    differing: (_ earlier: EntryNumber) throws -> Phrase
  ) throws -> Value {
    try session.act(note) {
      guard let reference = note.reference, let known = try session.recordedAct(reference) else {
        return try body(nil)
      }
      let earlier = known.entries.first?.number
      do {
        return try body(earlier)
      } catch let error as LedgerError
        where error.isRefusal && ![.referenceReused, .referenceReversed].contains(error.code)
      {
        throw LedgerError.referenceReused(
          reference, by: known,
          differing: try earlier.map(differing) ?? EntryReplay.kindOfEvent)
      }
    }
  }

  private var replay: EntryReplay { EntryReplay(session: session) }

  // MARK: - Reading

  /// A loan as it is now, or as it was before a voucher. Who reads many of them brings the reader.
  func record(
    _ id: Int64, before entry: EntryNumber?, _ reader: LoanReader? = nil
  ) throws -> LoanRecord {
    let known = try entry.map { try LoanKnowledge.before($0, of: id, db) } ?? .all
    return try (reader ?? self.reader()).loan(id: id, known: known)
  }

  /// A loan as an event leaves it, or left it when it was booked.
  func record(_ id: Int64, after outcome: PostingSession.Outcome) throws -> LoanRecord {
    let known =
      outcome.isReplay ? try LoanKnowledge.after(outcome.number, of: id, db) : .all
    return try reader().loan(id: id, known: known)
  }

  /// The loans that a member owes, or owed before a voucher.
  func running(
    of member: MemberNumber, before entry: EntryNumber? = nil, _ reader: LoanReader? = nil
  ) throws -> [LoanRecord] {
    let ids = try Int64.fetchAll(
      db,
      sql:
        "SELECT l.id FROM loan l JOIN member m ON m.id = l.member WHERE m.number = ? ORDER BY l.id",
      arguments: [member.text])
    return try ids.map { try record($0, before: entry, reader) }
      .filter { $0.loan.status == .running }
  }

  /// The loan that an entry belongs to, if it belongs to one.
  func number(ofEntry entry: EntryNumber) throws -> LoanNumber? {
    try String.fetchOne(
      db,
      sql: """
        SELECT l.number FROM loanStep s JOIN loan l ON l.id = s.loan WHERE s.entry = ?
        UNION ALL
        SELECT l.number FROM posting p JOIN loanAccount c ON c.account = p.account
        JOIN loan l ON l.id = c.loan WHERE p.entry = ? LIMIT 1
        """, arguments: [entry.value, entry.value]
    ).map(LoanNumber.init)
  }

  /// What an account holds now, or held before a voucher; debit-positive.
  func held(_ account: AccountID, before entry: EntryNumber?) throws -> Rupiah {
    guard let entry else {
      let query = try session.statement("SELECT balance FROM accountBalance WHERE account = ?")
      query.bind(account.value, at: 1)
      defer { query.reset() }
      return try query.step() ? Rupiah(sen: query.int64(0)) : .zero
    }
    let query = try session.statement(
      "SELECT ifnull(sum(amount), 0) FROM posting WHERE account = ? AND entry < ?")
    query.bind(account.value, at: 1)
    query.bind(entry.value, at: 2)
    defer { query.reset() }
    return try query.step() ? Rupiah(sen: query.int64(0)) : .zero
  }

  /// What an account holds at the end of a day by what is booked now, or was before a voucher;
  /// debit-positive.
  func held(
    _ account: AccountID, on date: BookDate, before entry: EntryNumber? = nil
  ) throws -> Rupiah {
    guard let entry else {
      return try held(account, before: nil) - (session.movement(of: account, after: date) ?? .zero)
    }
    let query = try session.statement(
      """
      SELECT ifnull(sum(amount), 0) FROM posting
      WHERE account = ? AND bookDate <= ? AND entry < ?
      """)
    query.bind(account.value, at: 1)
    query.bind(Int64(date.dayNumber), at: 2)
    query.bind(entry.value, at: 3)
    defer { query.reset() }
    return try query.step() ? Rupiah(sen: query.int64(0)) : .zero
  }

  /// What a loan's receivables hold now, or held before a voucher; debit-positive.
  func held(
    _ accounts: PostingRules.LoanAccounts, before entry: EntryNumber?
  ) throws -> (interest: Rupiah, lateFee: Rupiah) {
    try (held(accounts.interest, before: entry), held(accounts.lateFee, before: entry))
  }

  /// What an account of a loan's interest or late fees holds now, or held before a voucher, and how
  /// much of it became income before the year of a day.
  func receivable(
    _ account: AccountID, in year: BookDate, before entry: EntryNumber?
  ) throws -> LoanReceivable {
    let year = try BookYear(of: year, startingIn: session.catalog.settings.yearStart)
    let row = try LoanFiles.yearSplit(
      db, account, from: year.firstDay, through: .latest, before: entry?.value ?? .max)
    return try LoanReceivable(
      held: held(account, before: entry), atYearStart: row.atStart, takenSince: row.taken)
  }

  /// What an account held when a year began, and what vouchers have taken from it since; legs of
  /// one voucher that cancel each other took nothing, and what was taken back, or divided again,
  /// gives back what it had taken.
  static func yearSplit(
    _ db: Database, _ account: AccountID, from first: BookDate, through last: BookDate,
    before entry: Int64 = .max, without kind: EntryKind? = nil
  ) throws -> (atStart: Rupiah, taken: Rupiah) {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT ifnull(sum(amount) FILTER (WHERE bookDate < :first), 0),
            ifnull((SELECT sum(iif(isGivingBack, -net, max(0, -net)))
              FROM (SELECT sum(p.amount) AS net,
                e.kind IN \(EntryKind.sqlList([.reversal, .reallocation])) AS isGivingBack
              FROM posting p JOIN entry e ON e.id = p.entry
              WHERE p.account = :account AND p.bookDate BETWEEN :first AND :last
                AND p.entry < :entry AND NOT (e.kind IS :kind AND p.bookDate = :last)
              GROUP BY p.entry)), 0)
          FROM posting WHERE account = :account AND entry < :entry
          """),
      arguments: [
        "account": account.value, "first": first.dayNumber, "last": last.dayNumber, "entry": entry,
        "kind": kind?.rawValue,
      ])
    return (
      Rupiah(sen: try row?.value(0) ?? 0), Rupiah(sen: try row?.value(1) ?? 0)
    )
  }

  /// The class of a loan by its product's profile.
  func loanClass(of record: LoanRecord, _ position: LoanPosition) throws -> LoanClass {
    try LoanGrade(
      record.state, LoanDues(position),
      collaterals: reader().collaterals(of: record.id, asOf: position.asOf)
    ).loanClass
  }

  // MARK: - Writing

  /// A step in the life of a loan.
  func step(
    _ loan: Int64, _ kind: Loan.Step, on date: BookDate, entry: EntryNumber? = nil,
    loanClass: LoanClass? = nil, returned: Rupiah = .zero, note: String? = nil,
    by recordedBy: String?
  ) throws -> RowChange {
    .insert(
      "loanStep",
      [
        "id": .integer(try session.nextID(of: "SELECT max(id) FROM loanStep")),
        "loan": .integer(loan), "kind": .text(kind.rawValue), "bookDate": StoredValue(date),
        "entry": StoredValue(entry?.value),
        "class": StoredValue(loanClass.map { Int64($0.rawValue) }),
        "returned": StoredValue(returned.isZero ? nil : returned), "note": StoredValue(note),
        "recordedBy": StoredValue(recordedBy),
      ])
  }

  /// What is known of a payment, or is changed about it by another voucher.
  func split(
    _ parts: LoanParts, of payment: EntryNumber, _ loan: Int64, by entry: EntryNumber,
    isKept: Bool = false, savings: AccountID?
  ) -> RowChange {
    .insert(
      "loanSplit",
      [
        "entry": .integer(entry.value), "loan": .integer(loan),
        "payment": .integer(payment.value), "isKept": .integer(isKept ? 1 : 0),
        "principal": StoredValue(parts.principal), "interest": StoredValue(parts.interest),
        "lateFee": StoredValue(parts.lateFee),
        "administration": StoredValue(parts.administration), "rest": StoredValue(parts.savings),
        "account": StoredValue(savings?.value),
      ])
  }

  /// A plan: its rows, then its header, which seals them.
  ///
  /// The voucher that begins it is nil for a rescheduling, which follows what is booked.
  func plan(
    _ new: NewPlan, of loan: Int64, startedOn: BookDate, entry: EntryNumber? = nil
  ) throws -> [RowChange] {
    let version =
      (try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT max(version) FROM loanPlan WHERE loan = ?"),
        arguments: [loan]) ?? 0) + 1
    let installments = try new.rows().map { row -> [StoredValue] in
      [
        .integer(loan), .integer(version), StoredValue(row.number), StoredValue(row.due),
        StoredValue(row.principal), StoredValue(row.interest), StoredValue(row.administration),
      ]
    }
    let (plan, terms) = (new.plan, new.plan.terms)
    return [
      .insert(
        "loanInstallment",
        columns: [
          "loan", "version", "number", "due", "principal", "interest", "administration",
        ],
        rows: installments),
      .insert(
        "loanPlan",
        [
          "loan": .integer(loan), "version": .integer(version),
          "startedOn": StoredValue(startedOn),
          "afterEntry": .integer(entry?.value ?? session.journal.next.value - 1),
          "entry": StoredValue(entry?.value), "periodStart": StoredValue(plan.disbursedOn),
          "firstDue": StoredValue(plan.firstDue), "principal": StoredValue(plan.principal),
          "method": .text(terms.method.rawValue),
          "rateBillionths": .integer(terms.rate.billionths),
          "rateBasis": .text(terms.rate.basis.rawValue), "count": StoredValue(terms.count),
          "interestDue": .text(terms.interestDue.rawValue),
          "principalGrace": StoredValue(terms.principalGrace),
          "installment": StoredValue(terms.installment),
          "carriedFee": StoredValue(new.carried.lateFee),
          "carriedInterest": StoredValue(new.carried.interest),
          "paidAhead": StoredValue(new.carried.paidAhead),
          "carriedAdministration": StoredValue(new.carried.administration),
          "administrationAhead": StoredValue(new.carried.administrationAhead),
          "onTime": StoredValue(new.carried.onTime), "advance": StoredValue(new.advance),
          "returned": StoredValue(new.returned),
          "paidPrincipal": StoredValue(new.paid.principal),
          "paidInterest": StoredValue(new.paid.interest),
          "paidAdministration": StoredValue(new.paid.administration),
        ]),
    ]
  }
}
