import GRDB
import KSPCore

/// The desk at which loans are paid, one by one or as a list.
struct RepaymentDesk {
  private let session: PostingSession
  private let files: LoanFiles

  init(_ session: PostingSession) {
    self.session = session
    files = LoanFiles(session)
  }

  /// One payment on one loan; without an amount, what is due.
  func repay(
    _ number: LoanNumber, _ amount: Rupiah?, saying said: LoanParts? = nil, _ way: RepaymentWay
  ) throws -> LoanReceipt {
    if way.choices.settles == true {
      return try SettlementDesk(session).settle(number, paying: amount, way)
    }
    return try files.withLoan(number, for: .repayment, on: way.date, under: way.note) {
      record, earlier in
      let payment = try repayment(
        of: record, amount, saying: said, on: way.date, way.choices, earlier)
      let outcome = try post(
        [payment], payer: payer(way.payer, way.note, on: way.date), of: record.loan.memberNumber,
        way)
      return try receipt(of: payment, outcome, from: payer(of: outcome, on: way.date))
    }
  }

  /// Works out a payment. A new plan stands on everything before it, so nothing may lie after it.
  func repayment(
    of record: LoanRecord, _ amount: Rupiah?, saying said: LoanParts? = nil, on date: BookDate,
    _ choices: RepaymentChoices, _ earlier: EntryNumber?, position: LoanPosition? = nil
  ) throws -> LoanRepayment {
    let repayment = try Repayment(
      record.state, amount: amount, on: date, said: said,
      choices: earlier == nil ? choices : .decided,
      books: books(of: record, on: date, before: earlier), position: position)
    if repayment.newPlan != nil, earlier == nil { try record.state.requireLast(date) }
    return try LoanRepayment(record: record, repayment)
  }

  /// What the books hold on a day of the interest and late fees of a loan that a month end makes
  /// income. A payment of a later day took of them what is this one's: it is divided again.
  private func books(
    of record: LoanRecord, on date: BookDate, before entry: EntryNumber?
  ) throws -> Repayment.Books? {
    guard !record.state.terms.earnsOnReceipt, let accounts = record.state.accounts else {
      return nil
    }
    return Repayment.Books(
      interest: try files.held(accounts.interest, on: date, before: entry),
      lateFee: record.state.mayOweLateFees
        ? try files.held(accounts.lateFee, on: date, before: entry) : .zero,
      unearned: record.product.accounts.unearnedInterest)
  }

  /// The account that pays, or receives: the one named, or the cash of the act.
  func payer(_ code: AccountCode?, _ note: EntryNote, on date: BookDate) throws -> AccountID {
    guard let code else { return try OtherSide(session: session).cash(note, on: date) }
    let account = try session.account(code)
    try LoanGuards(session).requireNone(of: [account.id])
    return account.id
  }

  /// Refuses accounts that may not pay a loan: savings other than the borrower's own, or in a way
  /// in which they cannot be withdrawn; and accounts of the book that hold neither money nor a
  /// claim, unless a memo says what the money is.
  ///
  /// Without a borrower it is a list of many members, which no member's savings pay.
  func requireMayPay(
    _ payer: AccountID, _ postings: [Posting], of borrower: MemberNumber?, on date: BookDate,
    _ note: EntryNote
  ) throws {
    let account = try session.account(payer)
    guard let owned = account.savings else {
      let isAllowance = session.catalog.loanProducts.contains { $0.accounts.allowance == payer }
      guard !isAllowance else {
        throw LedgerError.loanPayerUnfit(account.code, borrower: borrower)
      }
      // A claim, such as a payroll or an insurer's, explains itself as cash does.
      guard account.type != .asset else { return }
      return try OtherSide(session: session).requireFit(account.code, usually: .cash, note: note)
    }
    let product = try session.catalog.product(id: owned.product)
    let savings = SavingsDesk(session: session)
    guard let borrower,
      let own = try savings.holder(borrower, in: product).accounts.first(where: { $0.id == payer })
    else { throw LedgerError.loanPayerUnfit(account.code, borrower: borrower) }
    let terms = product.terms(in: date.month)
    try savings.requireWithdrawable(payer, product, terms, on: date)
    var taken = Rupiah.zero
    for posting in postings where posting.account == payer { try taken += posting.amount }
    try session.requireFunds(
      taken, in: own, on: date, under: terms, keepsMinimum: true)
  }

  /// Posts payments on any number of loans as one voucher, and the plans that follow from them.
  func post(
    _ payments: [LoanRepayment], payer: AccountID, of borrower: MemberNumber? = nil,
    _ way: RepaymentWay
  ) throws -> PostingSession.Outcome {
    var total = Rupiah.zero
    var legs: [Posting] = []
    var rests: [Int64: AccountID] = [:]
    for payment in payments {
      try total += payment.paid
      legs += payment.postings
      let split = payment.split
      if payment.returned.isPositive {
        legs += [
          .debit(payment.product.accounts.unearnedInterest, payment.returned),
          try .credit(savingsForRest(payment.loan), payment.returned),
        ]
      }
      if split.rest.isPositive {
        let savings = try savingsForRest(payment.loan)
        // From savings into the same savings is no payment.
        guard savings != payer || !split.parts.isEmpty else {
          throw LedgerError.loanNothingDue(payment.loan.number)
        }
        legs.append(try .credit(savings, split.rest))
        rests[payment.id] = savings
      }
    }
    let postings = [.debit(payer, total)] + legs
    let entry = try JournalEntry(.repayment, on: way.date, postings: postings, note: way.note)
    let late = payments.filter(\.isLate)
    let reallocation = ReallocationDesk(session)
    return try reallocation.withinLimits(late.compactMap(\.principal)) {
      let outcome = try session.post(entry) {
        try session.requireAcceptable(postings, on: way.date)
        try requireMayPay(payer, postings, of: borrower, on: way.date, way.note)
      }
      guard !outcome.isReplay else { return outcome }
      for payment in payments {
        try record(payment, outcome.number, rest: rests[payment.id])
      }
      for payment in late {
        _ = try reallocation.follow(payment.id, from: way.date, way.note)
      }
      return outcome
    }
  }

  /// What the legs of a payment do not tell: the plan that it begins, whether its parts were said,
  /// and what of it is in savings.
  private func record(
    _ payment: LoanRepayment, _ entry: EntryNumber, rest savings: AccountID?
  ) throws {
    if payment.isKept || savings != nil {
      try session.record(
        EventDraft(
          .loanSplit, payment.loan.number,
          [
            files.split(
              LoanParts(savings: payment.split.rest), of: entry, payment.id, by: entry,
              isKept: payment.isKept, savings: savings)
          ]))
    }
    guard let plan = payment.newPlan else { return }
    let rows = try files.plan(plan, of: payment.id, startedOn: payment.date, entry: entry)
    try session.record(EventDraft(.loanReplanned, payment.loan.number, rows))
  }

  /// The savings product for what is left over: the one that the loan names, or sukarela.
  func productForRest(_ loan: Loan) -> ProductCode {
    if case .savings(let product) = loan.terms.prepayment { product } else { "sukarela" }
  }

  /// The savings that receive what is left over.
  func savingsForRest(_ loan: Loan) throws -> AccountID {
    try LoanRegistration(session).savings(
      of: loan.memberNumber, in: session.catalog.product(productForRest(loan)))
  }

  /// Who paid what a voucher brought; nil for the usual cash. A list asks once for all its loans.
  func payer(
    of outcome: PostingSession.Outcome, on date: BookDate
  ) throws -> Receipt.Counterpart? {
    try CounterSide(
      session.db, cash: session.catalog.cashAccounts, .kept(session.db, session.memory)
    ).payer(of: outcome.number, on: date)
  }

  /// What the counter hands out for a payment.
  ///
  /// The loan as the payment leaves it follows from the one before. Only a plan that was begun
  /// earlier is read again: its due dates are kept, whatever holidays were entered since.
  func receipt(
    of payment: LoanRepayment, _ outcome: PostingSession.Outcome,
    from payer: Receipt.Counterpart?
  ) throws -> LoanReceipt {
    let isBegun = outcome.isReplay && payment.newPlan != nil
    let remainder =
      if let known = payment.remainder, !isBegun { known } else {
        try files.record(payment.id, after: outcome).state.remainder(on: payment.date)
      }
    var receipt = try receipt(
      remainder, payment.paid, outcome, from: payer, on: payment.date, parts: payment.split.parts,
      returned: payment.returned, intoSavings: payment.split.rest + payment.returned)
    if payment.isLate || outcome.isReplay {
      receipt.reallocations = try files.reader().reallocations(
        by: outcome.number, of: payment.id)
    }
    return receipt
  }

  /// What the counter hands out, with the loan as the payment leaves it.
  func receipt(
    _ left: LoanRemainder, _ amount: Rupiah, _ outcome: PostingSession.Outcome,
    from payer: Receipt.Counterpart?, on date: BookDate,
    parts: [RepaymentSplit.Part], penalty: Rupiah = .zero, returned: Rupiah = .zero,
    intoSavings: Rupiah = .zero
  ) throws -> LoanReceipt {
    try left.receipt(
      outcome.number, on: date, amount, from: payer, note: outcome.note,
      isReplay: outcome.isReplay, parts: parts, penalty: penalty, returned: returned,
      intoSavings: intoSavings)
  }
}
