import GRDB
import KSPCore

/// The desk that divides later payments of a loan again when an earlier one was entered late or
/// taken back: one voucher for each payment that settles something else.
struct ReallocationDesk {
  private let session: PostingSession
  private let files: LoanFiles

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// Divides the payments of a loan from a day on again, in the order of their days.
  ///
  /// A change counts from the day of its payment, or where that month is closed from the first day
  /// that is open.
  ///
  /// - Throws: `loan.laterPlan` where that would begin a new plan, `account.overdraft` where
  ///   savings would have to give back more than they hold.
  func follow(
    _ loan: Int64, from date: BookDate, _ note: EntryNote
  ) throws -> [LoanReallocation] {
    let record = try files.record(loan, before: nil)
    return try PaymentOrder(record.state).changes(from: date).map { change in
      try post(change, record, note)
    }
  }

  /// What moves between a loan's receivables and where the rest of what was paid stands, when they
  /// change: interest and late fees are receivable or were received ahead, never both.
  private func settlingAhead(
    _ record: LoanRecord, _ accounts: PostingRules.LoanAccounts, crediting change: LoanParts
  ) throws -> [Posting] {
    guard !record.state.terms.earnsOnReceipt else { return [] }
    let reader = try LoanMonthReader(
      session.db, month: session.catalog.openMonth(), catalog: session.catalog)
    func settling(
      _ receivable: AccountID, _ change: Rupiah, ahead: Rupiah, in account: AccountID
    ) throws -> [Posting] {
      let held = try files.held(receivable, before: nil) - change
      return try PostingRules.receivedAhead(
        held - (held - ahead).orZero, in: account, receivable: receivable)
    }
    return try settling(
      accounts.interest, change.interest,
      ahead: reader.unearnedHeld(record, accounts.interest, through: .latest).prepaid,
      in: record.product.accounts.unearnedInterest)
      + settling(
        accounts.lateFee, change.lateFee, ahead: reader.lateFeesAhead(record, accounts.lateFee),
        in: accounts.lateFeeIncome)
  }

  /// After a payment was taken back, what a later one brought ahead may be receivable again, or the
  /// other way round: one is set against the other on the day of that payment.
  private func settleAhead(
    after reversed: EntryNumber, bookedOn day: BookDate, _ record: LoanRecord, _ note: EntryNote
  ) throws -> [LoanReallocation] {
    guard let accounts = record.state.accounts else { return [] }
    let postings = try settlingAhead(record, accounts, crediting: LoanParts())
    guard !postings.isEmpty else { return [] }
    let last = record.state.facts.credits
      .filter { [.interest, .lateFee].contains($0.component) && $0.kind == .repayment }
      .max { ($0.date, $0.entry) < ($1.date, $1.entry) }
    let change = PaymentOrder.Change(
      payment: last?.entry ?? reversed, date: last?.date ?? day, change: LoanParts(), savings: nil)
    return [try post(postings, change, record, note)]
  }

  /// Holds principals to their limits when all is divided again, not between.
  func withinLimits<Value>(_ principals: [AccountID], _ body: () throws -> Value) throws -> Value {
    for account in principals { try session.setLimits(of: account, lowest: nil, highest: nil) }
    let value = try body()
    for account in principals { try session.setLimits(of: account, lowest: .zero, highest: nil) }
    return value
  }

  /// After a payment was taken back: what it settled more or less of since it was entered goes with
  /// it, and the payments after it are divided again.
  func follow(
    reversalOf payment: EntryNumber, bookedOn day: BookDate, _ note: EntryNote
  ) throws -> [LoanReallocation] {
    let loans = try Int64.fetchAll(
      session.db,
      sql: """
        SELECT DISTINCT c.loan FROM posting p JOIN loanAccount c ON c.account = p.account
        WHERE p.entry = ?1
        UNION SELECT loan FROM loanSplit WHERE payment = ?1 ORDER BY 1
        """, arguments: [payment.value])
    var done: [LoanReallocation] = []
    for loan in loans {
      let record = try files.record(loan, before: nil)
      let principals = [record.state.accounts?.principal].compactMap(\.self)
      try withinLimits(principals) {
        if let change = try standingChange(of: payment, bookedOn: day, loan) {
          done.append(try post(change, record, note))
        }
        // A payment before a waiver that was given earlier was divided by it.
        if record.state.plan != nil { done += try follow(loan, from: .earliest, note) }
        done += try settleAhead(after: payment, bookedOn: day, record, note)
      }
    }
    return done
  }

  /// What takes the changes of a payment back; nil where it was never changed.
  private func standingChange(
    of payment: EntryNumber, bookedOn day: BookDate, _ loan: Int64
  ) throws -> PaymentOrder.Change? {
    let row = try Row.fetchOne(
      session.db,
      sql: """
        SELECT -sum(principal), -sum(interest), -sum(lateFee), -sum(rest), max(account),
          -sum(administration)
        FROM loanSplit WHERE loan = ? AND payment = ? AND entry <> payment
        """, arguments: [loan, payment.value])
    guard let row, let principal = try row.optional(0) as Int64? else { return nil }
    let change = try LoanParts(
      lateFee: Rupiah(sen: row.value(2) as Int64), interest: Rupiah(sen: row.value(1) as Int64),
      administration: Rupiah(sen: row.value(5) as Int64),
      principal: Rupiah(sen: principal), savings: Rupiah(sen: row.value(3) as Int64))
    guard !change.isNothing else { return nil }
    return PaymentOrder.Change(
      payment: payment, date: day, change: change,
      savings: (try row.optional(4) as Int64?).map { AccountID($0) })
  }

  private func post(
    _ change: PaymentOrder.Change, _ record: LoanRecord, _ note: EntryNote
  ) throws -> LoanReallocation {
    guard let accounts = record.state.accounts else {
      throw LedgerError.invariantBroken("\(record.loan.number): accounts")
    }
    let savings: AccountID? =
      change.change.savings.isZero
      ? nil : try change.savings ?? RepaymentDesk(session).savingsForRest(record.loan)
    let postings =
      try PostingRules.reallocation(
        change.change, isOnReceipt: record.loan.terms.earnsOnReceipt, loan: accounts,
        savings: savings) + settlingAhead(record, accounts, crediting: change.change)
    return try post(postings, change, savings: savings, record, note)
  }

  /// Posts what follows from an act, and for which payment; nobody looks at its day again.
  private func post(
    _ postings: [Posting], _ change: PaymentOrder.Change, savings: AccountID? = nil,
    _ record: LoanRecord, _ note: EntryNote
  ) throws -> LoanReallocation {
    let date = try max(change.date, session.catalog.openMonth().firstDay)
    // It is as late as the payment, which was looked at when it was entered.
    var own = EntryNote(
      memo: "\(EntryKind.reallocation.name.indonesian) \(change.payment)",
      recordedBy: note.recordedBy, exceptions: note.exceptions)
    own.exceptions.insert(.futureDate)
    let outcome = try session.post(
      JournalEntry(.reallocation, on: date, postings: postings, note: own)
    ) {
      try session.requireAcceptable(postings, on: date)
    }
    try session.record(
      EventDraft(
        .loanReallocated, record.loan.number,
        [
          files.split(
            change.change, of: change.payment, record.id, by: outcome.number, savings: savings)
        ]))
    return LoanReallocation(
      entry: outcome.number, date: date, payment: change.payment, paidOn: change.date,
      change: change.change)
  }
}
