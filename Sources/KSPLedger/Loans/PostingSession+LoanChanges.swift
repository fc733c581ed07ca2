import GRDB
import KSPCore

/// A new plan for a loan that cannot be paid as agreed.
struct Rescheduling {
  var date: BookDate
  var count: Int
  var rate: Rate?
  var method: LoanMethod?
  var firstDue: BookDate?
  var note: String?
  var recordedBy: String?
}

extension PostingSession {
  /// Gives a loan a new plan from a day on (penjadwalan ulang); the class it had is kept.
  ///
  /// Interest that is earned by the day and unpaid is due with the first installment, interest that
  /// was paid ahead or cut in advance settles the first installments, late fees go on.
  func reschedule(_ number: String, _ change: Rescheduling) throws -> LoanStatus {
    let record = try loanReader().loan(number)
    guard record.loan.status == .running, let old = record.plan else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireLast(record, change.date)
    try requireOpen(change.date, kind: .repayment)
    var terms = old.terms
    terms.count = change.count
    terms.principalGrace = 0
    terms.rate = change.rate ?? terms.rate
    terms.method = change.method ?? terms.method
    // Nothing is paid out from which interest could be cut.
    let isAtEnd = terms.interestDue == .atEnd && terms.method == .bullet
    terms.interestDue = isAtEnd ? .atEnd : .eachInstallment
    let plan = try InstallmentPlan(
      terms, principal: record.outstanding, disbursedOn: change.date, firstDue: change.firstDue)
    let position = try record.position(asOf: change.date)
    let new = try record.rescheduled(as: plan, position)
    guard new.carried.paidAhead <= plan.interest else {
      throw LedgerError.loanInterestPaidAhead(
        number, new.carried.paidAhead, interest: plan.interest)
    }
    try addStep(
      record.id, "rescheduled", on: change.date,
      loanClass: try loanClass(of: record, position), note: change.note,
      by: change.recordedBy)
    try addPlan(new, to: record.id, startedOn: change.date)
    return try loanReader().status(of: number, asOf: change.date, db)
  }

  /// Gives a loan up against the allowance (hapus buku); the claim stays in memory.
  func writeOff(_ number: String, on date: BookDate, note: EntryNote) throws -> Receipt {
    try withLoan(number, under: note) { record, earlier in
      try writeOff(record, on: date, note: note, earlier)
    }
  }

  private func writeOff(
    _ record: LoanRecord, on date: BookDate, note: EntryNote, _ earlier: EntryNumber?
  ) throws -> Receipt {
    guard record.loan.status == .running, let accounts = record.postingAccounts else {
      throw LedgerError.loanNotAtStep(record.loan.number, is: record.loan.status)
    }
    if earlier == nil { try requireLast(record, date) }
    let position = try record.position(asOf: date)
    let interest = try held(accounts.interest, before: earlier).orZero
    let lateFee = try held(accounts.lateFee, before: earlier).orZero
    var amount = try record.outstanding + interest + lateFee
    let postings: [Posting]
    if amount.isZero {
      let claim = (interest: try position.openInterest(), lateFee: position.lateFee)
      amount = try claim.interest + claim.lateFee
      postings = try PostingRules.writeOffOfClaim(claim, loan: accounts)
    } else {
      let allowance = record.product.accounts.allowance
      postings = try PostingRules.writeOff(
        principal: record.outstanding, interest: interest, lateFee: lateFee, loan: accounts,
        allowance: (allowance, try held(allowance, before: earlier).negated()),
        expense: record.product.accounts.allowanceExpense)
    }
    let entry = try JournalEntry(.writeOff, on: date, postings: postings, note: note)
    let outcome = try post(entry) { try requireAcceptable(postings, on: date) }
    if !outcome.isReplay {
      try addStep(
        record.id, "written-off", on: date, entry: outcome.number,
        loanClass: try loanClass(of: record, position), note: note.memo,
        by: note.recordedBy)
    }
    return Receipt(
      entry: outcome.number, kind: .writeOff, bookDate: date,
      account: try AccountCode(record.loan.number), memberName: record.loan.memberName,
      amount: amount, balance: .zero, note: note, isReplay: outcome.isReplay)
  }

  /// Books money that comes in for a loan given up.
  func recover(
    _ number: String, _ amount: Rupiah, on date: BookDate, note: EntryNote
  ) throws -> Receipt {
    try requirePositive(amount)
    return try withLoan(number, under: note) { record, earlier in
      guard record.loan.status == .writtenOff else {
        throw LedgerError.loanNotAtStep(number, is: record.loan.status)
      }
      if earlier == nil { try requireNotBefore(record, date) }
      let postings = try PostingRules.recovery(
        amount, cash: catalog.account(.cash), income: record.product.accounts.recoveryIncome)
      let outcome = try post(
        JournalEntry(.recovery, on: date, postings: postings, note: note))
      if !outcome.isReplay {
        try addStep(
          record.id, "recovered", on: date, entry: outcome.number, note: note.memo,
          by: note.recordedBy)
      }
      return Receipt(
        entry: outcome.number, kind: .recovery, bookDate: date, account: try AccountCode(number),
        memberName: record.loan.memberName, amount: amount, balance: nil, note: note,
        isReplay: outcome.isReplay)
    }
  }

  /// The class of a loan by its product's profile.
  func loanClass(
    of record: LoanRecord, _ position: LoanPosition
  ) throws -> LoanClass {
    try LoanGrade(record, position, collaterals: try collaterals(of: record.id)).loanClass
  }

  func collaterals(of loan: Int64) throws -> [Collateral] {
    try LoanReader.collaterals(db, loan)
  }
}
