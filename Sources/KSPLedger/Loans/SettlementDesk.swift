import GRDB
import KSPCore

/// The desk at which loans are settled before their time, by their borrowers or as a member leaves.
struct SettlementDesk {
  private let session: PostingSession
  private let files: LoanFiles
  private var counter: RepaymentDesk { RepaymentDesk(session) }

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// Settles a loan before its time (pelunasan), from cash or from savings.
  ///
  /// `payers` are savings that are set off when their member leaves. Even those that nobody may
  /// withdraw then pay, because they would be paid out anyway.
  func settle(
    _ number: LoanNumber, _ amount: Rupiah?, payers: [(account: AccountID, amount: Rupiah)]?,
    _ way: RepaymentWay
  ) throws -> LoanReceipt {
    try files.withLoan(number, for: .repayment, on: way.date, under: way.note) { record, earlier in
      try settle(record, amount, payers: payers, way, earlier)
    }
  }

  /// Settles a loan with a payment that may be more than it takes; nil for what it takes.
  func settle(
    _ number: LoanNumber, paying amount: Rupiah?, _ way: RepaymentWay
  ) throws -> LoanReceipt {
    try files.withLoan(number, for: .repayment, on: way.date, under: way.note) { record, earlier in
      _ = try record.state.running()
      if earlier == nil { try record.state.requireLast(way.date) }
      let quote = try record.state.settlementQuote(asOf: way.date).total
      let rest = try amount.map { try $0 - quote } ?? .zero
      guard !rest.isNegative else {
        throw LedgerError.loanSettlementAmount(
          number, given: try quote + rest, needed: quote, on: way.date)
      }
      guard rest.isZero || way.choices.overpayment == .savings || earlier != nil else {
        throw LedgerError.loanOverpaid(number, left: rest)
      }
      return try settle(record, nil, rest: rest, payers: nil, way, earlier)
    }
  }

  private func settle(
    _ record: LoanRecord, _ amount: Rupiah?, rest: Rupiah = .zero,
    payers: [(account: AccountID, amount: Rupiah)]?, _ way: RepaymentWay, _ earlier: EntryNumber?
  ) throws -> LoanReceipt {
    let accounts = try record.state.running().accounts
    if earlier == nil { try record.state.requireLast(way.date) }
    if try isOwedNothing(record, amount, on: way.date) { return try close(record, way, earlier) }
    let settlement = try Settlement(
      record.state, amount: amount, on: way.date, held: files.held(accounts, before: earlier),
      unearned: record.product.accounts.unearnedInterest)
    let quote = settlement.quote
    let paid = try quote.total + rest
    let debits = try (payers ?? [(counter.payer(way.payer, way.note, on: way.date), paid)])
      .filter { !$0.amount.isZero }.map { Posting.debit($0.account, $0.amount) }
    let leftOver =
      rest.isZero ? [] : [try Posting.credit(counter.savingsForRest(record.loan), rest)]
    let postings = debits + settlement.postings + leftOver
    let entry = try JournalEntry(.repayment, on: way.date, postings: postings, note: way.note)
    let outcome = try session.post(entry) {
      try session.requireAcceptable(postings, on: way.date)
      guard payers == nil else { return }
      try counter.requireMayPay(
        counter.payer(way.payer, way.note, on: way.date), postings, of: record.loan.memberNumber,
        on: way.date,
        way.note)
    }
    if !outcome.isReplay {
      let step = try files.step(
        record.id, .settled, on: way.date, entry: outcome.number, returned: quote.returned,
        by: way.note.recordedBy)
      try session.record(EventDraft(.loanSettled, record.loan.number, [step]))
    }
    return try counter.receipt(
      try settlement.after(outcome.number).remainder(on: way.date), paid, outcome,
      from: counter.payer(of: outcome, on: way.date),
      on: way.date,
      parts: quote.settled, penalty: quote.penalty, returned: quote.returned, intoSavings: rest)
  }

  /// Whether the loan runs on though nothing has to be paid to settle it: the principal is back,
  /// and the product asks for no more interest.
  private func isOwedNothing(
    _ record: LoanRecord, _ amount: Rupiah?, on date: BookDate
  ) throws -> Bool {
    guard amount ?? .zero == .zero else { return false }
    let quote = try record.state.settlementQuote(asOf: date)
    let owed = try record.state.position(asOf: date).owed
    return quote.total.isZero && quote.returned.isZero
      && (owed.interest.isPositive || owed.administration.isPositive)
  }

  /// Ends such a loan: what its plan still asks for is waived, and no money moves.
  private func close(
    _ record: LoanRecord, _ way: RepaymentWay, _ earlier: EntryNumber?
  ) throws -> LoanReceipt {
    let (waiver, outcome) = try WaiverDesk(session).waive(
      record, .rest, on: way.date, way.note, earlier)
    let now = try waiver.after(outcome.number)
    return LoanReceipt(
      receipt: Receipt(
        entry: outcome.number, kind: .waiver, bookDate: way.date,
        account: try AccountCode(now.loan.number.text), member: now.loan.memberNumber,
        memberName: now.loan.memberName,
        amount: .zero, balance: now.outstanding, note: outcome.note, isReplay: outcome.isReplay),
      loan: now.loan.number, parts: [], intoSavings: .zero, outstanding: now.outstanding, next: nil)
  }

  /// Before a member leaves: refuses while a loan is owed, or sets it off against the savings.
  ///
  /// Sukarela is used up first, then wajib, then pokok.
  func settleAll(
    of member: MemberNumber, on date: BookDate, setsOff: Bool, _ note: EntryNote
  ) throws {
    let note = EntryNote(recordedBy: note.recordedBy, exceptions: note.exceptions)
    for record in try files.running(of: member) {
      let quote = try record.state.settlementQuote(asOf: date)
      // A loan on which nothing has to be paid keeps nobody.
      guard setsOff || quote.total.isZero else {
        throw LedgerError.memberHasLoan(
          member, record.loan.number, owed: quote.total, on: date)
      }
      var left = quote.total
      var payers: [(account: AccountID, amount: Rupiah)] = []
      for kind in [SavingsKind.sukarela, .wajib, .pokok] {
        for product in session.catalog.products where product.product.kind == kind {
          for account in try SavingsDesk(session: session).holder(member, in: product).open {
            let part = min(account.balance.orZero, left)
            guard part.isPositive else { continue }
            payers.append((account.id, part))
            left = try left - part
          }
        }
      }
      guard left.isZero else {
        throw LedgerError.memberSavingsShort(
          record.loan.number, owed: quote.total, lacking: left, on: date)
      }
      _ = try settle(
        record.loan.number, nil, payers: payers,
        RepaymentWay(date: date, payer: nil, note: note))
    }
  }
}
