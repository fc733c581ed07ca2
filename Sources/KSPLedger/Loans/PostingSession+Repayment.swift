import GRDB
import KSPCore

extension PostingSession {
  /// One payment on one loan; without an amount, what is due.
  func repay(_ number: String, _ amount: Rupiah?, _ way: RepaymentWay) throws -> LoanReceipt {
    let record = try loanReader().loan(number)
    if let reference = way.note.reference, let entry = try entryNumber(reference: reference) {
      let receipt = try replay(record, entry, reference, .repayment, way.date, amount)
      return try loanReceipt(record.id, receipt, parts: [], intoSavings: .zero)
    }
    let planned = try plan(record, amount, on: way.date)
    let outcome = try post([planned], payer: payer(way.payer), way)
    let paid = try planned.paid()
    let receipt = Receipt(
      entry: outcome.number, kind: .repayment, bookDate: way.date,
      account: try AccountCode(number), memberName: record.loan.memberName, amount: paid,
      balance: try loanReader().loan(id: record.id).outstanding, note: way.note, isReplay: false)
    return try loanReceipt(
      record.id, receipt, parts: planned.split.parts, intoSavings: planned.split.rest)
  }

  /// Works out a payment. A new plan stands on everything before it, so nothing may lie after it.
  func plan(
    _ record: LoanRecord, _ amount: Rupiah?, on date: BookDate
  ) throws -> PlannedRepayment {
    let planned = try PlannedRepayment(record, amount: amount, on: date)
    if planned.newPlan != nil { try requireLast(record, date) }
    return planned
  }

  /// The account that pays, or receives: the one named, or cash.
  func payer(_ code: AccountCode?) throws -> AccountID {
    guard let code else { return try catalog.account(.cash) }
    let account = try account(code)
    try requireNoLoanAccount([account.id])
    return account.id
  }

  /// Posts payments on any number of loans as one voucher, and the plans that follow from them.
  func post(
    _ payments: [PlannedRepayment], payer: AccountID, _ way: RepaymentWay
  ) throws -> Outcome {
    var total = Rupiah.zero
    var legs: [Posting] = []
    for payment in payments {
      try total += try payment.paid()
      legs += payment.postings
      if payment.split.rest.isPositive {
        let savings = try savingsForRest(payment.record)
        // From savings into the same savings is no payment.
        guard savings != payer || !payment.split.parts.isEmpty else {
          throw LedgerError.loanNothingDue(payment.record.loan.number)
        }
        legs.append(try .credit(savings, payment.split.rest))
      }
    }
    let postings = [.debit(payer, total)] + legs
    let entry = try JournalEntry(.repayment, on: way.date, postings: postings, note: way.note)
    let outcome = try post(entry) { try requireAcceptable(postings, on: way.date) }
    for payment in payments {
      guard let plan = payment.newPlan else { continue }
      try addPlan(
        plan.installments, to: payment.record.id, startedOn: way.date,
        periodStart: plan.disbursedOn, firstDue: plan.firstRowDue, principal: plan.principal,
        after: outcome.number.value, entry: outcome.number,
        advance: payment.advanceLeft(on: way.date))
    }
    return outcome
  }

  /// The savings that receive what is left over: those the product names, or sukarela.
  private func savingsForRest(_ record: LoanRecord) throws -> AccountID {
    var code = "sukarela"
    if case .savings(let product) = record.terms.prepayment { code = product }
    let product = try catalog.product(code)
    return try openAccount(try holder(record.loan.memberNumber, in: product), in: product).id
  }

  /// Settles a loan before its time (pelunasan), from cash or from savings.
  func settle(
    _ number: String, _ amount: Rupiah?, payers: [(account: AccountID, amount: Rupiah)]?,
    _ way: RepaymentWay
  ) throws -> LoanReceipt {
    let record = try loanReader().loan(number)
    if let reference = way.note.reference, let entry = try entryNumber(reference: reference) {
      let receipt = try replay(record, entry, reference, .repayment, way.date, amount)
      return try loanReceipt(record.id, receipt, parts: [], intoSavings: .zero)
    }
    guard record.loan.status == .running, let accounts = record.postingAccounts else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireLast(record, way.date)
    let quote = try record.settlementQuote(asOf: way.date)
    if let amount, amount != quote.total {
      throw LedgerError.loanSettlementAmount(number, given: amount, needed: quote.total)
    }
    let debits = try (payers ?? [(payer(way.payer), quote.total)]).map {
      Posting.debit($0.account, $0.amount)
    }
    let postings = try debits + settlementLegs(quote, accounts)
    let entry = try JournalEntry(.repayment, on: way.date, postings: postings, note: way.note)
    let outcome = try post(entry) { try requireAcceptable(postings, on: way.date) }
    try addStep(
      record.id, "settled", on: way.date, entry: outcome.number, by: way.note.recordedBy)
    let receipt = Receipt(
      entry: outcome.number, kind: .repayment, bookDate: way.date,
      account: try AccountCode(number), memberName: record.loan.memberName, amount: quote.total,
      balance: .zero, note: way.note, isReplay: false)
    let parts: [(LoanComponent, Rupiah)] = [
      (.lateFee, quote.lateFee), (.interest, quote.interest), (.principal, quote.principal),
    ]
    return try loanReceipt(
      record.id, receipt,
      parts: parts.filter { !$0.1.isZero }.map {
        RepaymentSplit.Part(installment: 0, component: $0.0, amount: $0.1)
      }, penalty: quote.penalty, intoSavings: .zero)
  }

  /// What the settlement pays and was not income yet becomes it. What was income and is not to be
  /// paid stays receivable until the month end takes it back, so that every credit on the loan's
  /// accounts is money that came in.
  private func settlementLegs(
    _ quote: SettlementQuote, _ accounts: PostingRules.LoanAccounts
  ) throws -> [Posting] {
    let receivable = try (
      interest: account(accounts.interest).balance, lateFee: account(accounts.lateFee).balance
    )
    var legs = try PostingRules.repayment(
      (lateFee: quote.lateFee, interest: quote.interest, principal: quote.principal),
      recognised: (
        lateFee: (quote.lateFee - receivable.lateFee).orZero,
        interest: (quote.interest - receivable.interest).orZero
      ),
      loan: accounts)
    if !quote.penalty.isZero { legs.append(try .credit(accounts.lateFeeIncome, quote.penalty)) }
    return legs
  }

  /// The receipt of an event that its reference names already; refused when it was another one.
  func replay(
    _ record: LoanRecord, _ entry: EntryNumber, _ reference: String, _ kind: EntryKind,
    _ date: BookDate, _ amount: Rupiah?
  ) throws -> Receipt {
    let stored = try JournalReader(db).entry(entry)
    let touched = Set(try postings(of: entry).map(\.account))
    let paid = try (stored?.legs ?? []).reduce(Rupiah.zero) { sum, leg in
      let isOther = !leg.account.text.hasPrefix(record.loan.number)
      return isOther && leg.amount.isPositive ? try sum + leg.amount : sum
    }
    guard let stored, stored.kind == kind, stored.bookDate == date,
      let accounts = record.accounts,
      touched.contains(accounts.principal) || touched.contains(accounts.interest)
        || touched.contains(accounts.lateFee),
      amount == nil || amount == paid
    else { throw LedgerError.referenceReused(reference, by: entry) }
    return Receipt(
      entry: entry, kind: kind, bookDate: date, account: try AccountCode(record.loan.number),
      memberName: record.loan.memberName, amount: paid, balance: record.outstanding,
      note: stored.note, isReplay: true)
  }

  private func loanReceipt(
    _ id: Int64, _ receipt: Receipt, parts: [RepaymentSplit.Part], penalty: Rupiah = .zero,
    intoSavings: Rupiah
  ) throws -> LoanReceipt {
    let record = try loanReader().loan(id: id)
    let isRunning = record.loan.status == .running
    return LoanReceipt(
      receipt: receipt, loan: record.loan.number, parts: parts, penalty: penalty,
      intoSavings: intoSavings, outstanding: record.outstanding,
      next: isRunning
        ? try record.position(asOf: receipt.bookDate, countingLater: true).open.first : nil)
  }
}

extension PlannedRepayment {
  /// What the payer pays.
  func paid() throws(LedgerError) -> Rupiah {
    var sum = split.rest
    for part in split.parts { try sum += part.amount }
    return sum
  }
}
