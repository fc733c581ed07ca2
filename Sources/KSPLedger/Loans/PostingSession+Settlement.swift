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
    let accounts = try record.state.running().accounts
    if earlier == nil { try record.state.requireLast(way.date) }
    let settlement = try Settlement(
      record.state, amount: amount, on: way.date, held: held(accounts, before: earlier))
    let quote = settlement.quote
    let debits = try (payers ?? [(payer(way.payer), quote.total)]).map {
      Posting.debit($0.account, $0.amount)
    }
    let postings = debits + settlement.postings
    let entry = try JournalEntry(.repayment, on: way.date, postings: postings, note: way.note)
    let outcome = try post(entry) {
      try requireAcceptable(postings, on: way.date)
      guard payers == nil else { return }
      try requireMayPay(
        payer(way.payer), postings, of: record.loan.memberNumber, on: way.date)
    }
    if !outcome.isReplay {
      let step = try step(
        record.id, .settled, on: way.date, entry: outcome.number, by: way.note.recordedBy)
      try self.record(EventDraft(.loanSettled, record.loan.number, [step]))
    }
    return try receipt(
      try settlement.after(outcome.number), quote.total, outcome, on: way.date,
      parts: settlement.parts, penalty: quote.penalty)
  }
}
