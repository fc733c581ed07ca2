import GRDB
import KSPCore

extension PostingSession {
  /// Settles a loan before its time (pelunasan), from cash or from savings.
  ///
  /// `payers` are savings that are set off when their member leaves. Even those that nobody may
  /// withdraw then pay, because they would be paid out anyway.
  func settle(
    _ number: String, _ amount: Rupiah?, payers: [(account: AccountID, amount: Rupiah)]?,
    _ way: RepaymentWay
  ) throws -> LoanReceipt {
    try withLoan(number, under: way.note) { record, earlier in
      try settle(record, amount, payers: payers, way, earlier)
    }
  }

  private func settle(
    _ record: LoanRecord, _ amount: Rupiah?, payers: [(account: AccountID, amount: Rupiah)]?,
    _ way: RepaymentWay, _ earlier: EntryNumber?
  ) throws -> LoanReceipt {
    let number = record.loan.number
    guard record.loan.status == .running, let accounts = record.postingAccounts else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    if earlier == nil { try requireLast(record, way.date) }
    let quote = try record.settlementQuote(asOf: way.date)
    if let amount, amount != quote.total {
      throw LedgerError.loanSettlementAmount(number, given: amount, needed: quote.total)
    }
    guard quote.total.isPositive else { throw LedgerError.loanNothingDue(number) }
    let debits = try (payers ?? [(payer(way.payer), quote.total)]).map {
      Posting.debit($0.account, $0.amount)
    }
    let held = try (
      interest: held(accounts.interest, before: earlier),
      lateFee: held(accounts.lateFee, before: earlier)
    )
    let postings = try debits + settlementLegs(quote, accounts, held: held)
    let entry = try JournalEntry(.repayment, on: way.date, postings: postings, note: way.note)
    let outcome = try post(entry) {
      try requireAcceptable(postings, on: way.date)
      guard payers == nil else { return }
      try requireMayPay(
        payer(way.payer), postings, of: record.loan.memberNumber, on: way.date)
    }
    if !outcome.isReplay {
      let step = try step(
        record.id, "settled", on: way.date, entry: outcome.number, by: way.note.recordedBy)
      try self.record(EventDraft(.loanSettled, number, [step]))
    }
    let parts: [(LoanComponent, Rupiah)] = [
      (.lateFee, quote.lateFee), (.interest, quote.interest), (.principal, quote.principal),
    ]
    return try receipt(
      record, quote.total, outcome, way,
      parts: parts.filter { !$0.1.isZero }.map {
        RepaymentSplit.Part(installment: 0, component: $0.0, amount: $0.1)
      }, penalty: quote.penalty)
  }

  /// What the settlement pays and was not income yet becomes it. What was income and is not to be
  /// paid stays receivable until the month end takes it back, so that every credit on the loan's
  /// accounts is money that came in.
  private func settlementLegs(
    _ quote: SettlementQuote, _ accounts: PostingRules.LoanAccounts,
    held: (interest: Rupiah, lateFee: Rupiah)
  ) throws -> [Posting] {
    var legs = try PostingRules.repayment(
      (lateFee: quote.lateFee, interest: quote.interest, principal: quote.principal),
      recognised: (
        lateFee: (quote.lateFee - held.lateFee).orZero,
        interest: (quote.interest - held.interest).orZero
      ),
      loan: accounts)
    if !quote.penalty.isZero { legs.append(try .credit(accounts.lateFeeIncome, quote.penalty)) }
    return legs
  }
}
