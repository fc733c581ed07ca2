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
    return try post(
      PaymentOrder(record.state).changes(from: date), record, settlingFrom: date, note)
  }

  /// Posts what changes, day by day from the first one on which something is different.
  ///
  /// What a payment takes of the receivables, later ones no longer find there, even where they
  /// settle as much as before: on each day on which the receivables move, what is receivable and
  /// what was received ahead are settled by what the books hold on that day.
  private func post(
    _ changes: [PaymentOrder.Change], _ record: LoanRecord, settlingFrom first: BookDate,
    beside reversed: EntryNumber? = nil, _ note: EntryNote
  ) throws -> [LoanReallocation] {
    let days = try Set(changes.map { try booked($0.date) }).union(moved(record, from: first))
    var done: [LoanReallocation] = []
    for day in days.sorted() {
      let own = try changes.filter { try booked($0.date) == day }
      for change in own { done.append(try post(change, record, note)) }
      if own.isEmpty, let settled = try settle(on: day, record, beside: reversed, note) {
        done.append(settled)
      }
    }
    return done
  }

  /// The day on which a change of a day is booked: that day, or the first that is open.
  private func booked(_ day: BookDate) throws -> BookDate {
    max(day, try session.catalog.openMonth().firstDay)
  }

  /// The open days from one on, on which the receivables of a loan move.
  private func moved(_ record: LoanRecord, from first: BookDate) throws -> Set<BookDate> {
    guard !record.state.terms.earnsOnReceipt, let accounts = record.state.accounts else {
      return []
    }
    let days = try Int64.fetchAll(
      session.db,
      sql: "SELECT DISTINCT bookDate FROM posting WHERE account IN (?, ?) AND bookDate >= ?",
      arguments: [
        accounts.interest.value, accounts.lateFee.value, try booked(first).dayNumber,
      ])
    return try Set(days.map { try BookDate(stored: $0) })
  }

  /// What moves between a loan's receivables and where the rest of what was paid stands, when they
  /// change on a day: interest and late fees are receivable or were received ahead, never both.
  private func settlingAhead(
    _ record: LoanRecord, _ accounts: PostingRules.LoanAccounts, crediting change: LoanParts,
    on day: BookDate
  ) throws -> [Posting] {
    guard !record.state.terms.earnsOnReceipt else { return [] }
    let reader = try LoanMonthReader(
      session.db, month: session.catalog.openMonth(), catalog: session.catalog)
    func settling(
      _ receivable: AccountID, _ change: Rupiah, ahead: Rupiah, in account: AccountID
    ) throws -> [Posting] {
      let held = try files.held(receivable, on: day) - change
      return try PostingRules.receivedAhead(
        held - (held - ahead).orZero, in: account, receivable: receivable)
    }
    return try settling(
      accounts.interest, change.interest,
      ahead: reader.unearnedHeld(record, accounts.interest, through: day).prepaid,
      in: record.product.accounts.unearnedInterest)
      + settling(
        accounts.lateFee, change.lateFee,
        ahead: reader.lateFeesAhead(record, accounts.lateFee, through: day),
        in: accounts.lateFeeIncome)
  }

  /// Sets what is receivable on a day against what was received ahead, beside the last payment
  /// before it, or one that was taken back; nil where nothing is to be set off.
  private func settle(
    on day: BookDate, _ record: LoanRecord, beside reversed: EntryNumber?, _ note: EntryNote
  ) throws -> LoanReallocation? {
    guard let accounts = record.state.accounts else { return nil }
    let postings = try settlingAhead(record, accounts, crediting: LoanParts(), on: day)
    let last = record.state.facts.credits
      .filter {
        [.interest, .lateFee].contains($0.component) && $0.kind == .repayment && $0.date <= day
      }
      .max { ($0.date, $0.entry) < ($1.date, $1.entry) }
    guard !postings.isEmpty, let payment = last?.entry ?? reversed else { return nil }
    let change = PaymentOrder.Change(
      payment: payment, date: day, change: LoanParts(), savings: nil)
    return try post(postings, change, record, note)
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
        let left = try files.record(loan, before: nil)
        // A payment before a waiver that was given earlier was divided by it.
        let changes = left.state.plan == nil ? [] : try PaymentOrder(left.state).changes()
        done += try post(changes, left, settlingFrom: day, beside: payment, note)
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
        savings: savings)
      + settlingAhead(record, accounts, crediting: change.change, on: booked(change.date))
    return try post(postings, change, savings: savings, record, note)
  }

  /// Posts what follows from an act, and for which payment; nobody looks at its day again.
  private func post(
    _ postings: [Posting], _ change: PaymentOrder.Change, savings: AccountID? = nil,
    _ record: LoanRecord, _ note: EntryNote
  ) throws -> LoanReallocation {
    let date = try booked(change.date)
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
