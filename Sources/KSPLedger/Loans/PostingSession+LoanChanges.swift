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
  /// Gives a loan a new plan from a day on (penjadwalan ulang). Interest that is due and unpaid is
  /// added to the first installment, late fees are carried over; the class it had is kept.
  func reschedule(_ number: String, _ change: Rescheduling) throws -> LoanRecord {
    let record = try loanReader().loan(number)
    guard record.loan.status == .running else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireLast(record, change.date)
    try requireOpen(change.date, kind: .repayment)
    let position = try record.position(asOf: change.date)
    var terms = record.terms.plan
    terms.count = change.count
    terms.principalGrace = 0
    terms.rate = change.rate ?? terms.rate
    terms.method = change.method ?? terms.method
    terms.interestDue = .eachInstallment
    let plan = try InstallmentPlan(
      terms, principal: record.outstanding, disbursedOn: change.date, firstDue: change.firstDue)
    let unpaid = try position.dueAmounts().interest
    var rows = plan.installments
    rows[0] = try Installment(
      number: 1, due: rows[0].due, principal: rows[0].principal,
      interest: rows[0].interest + unpaid, balance: rows[0].balance)
    let loanClass = try loanClass(of: record, position)
    try addStep(
      record.id, "rescheduled", on: change.date, loanClass: loanClass, note: change.note,
      by: change.recordedBy)
    try addPlan(
      rows, to: record.id, startedOn: change.date, periodStart: change.date,
      firstDue: plan.firstRowDue, principal: record.outstanding, after: journal.next.value - 1,
      entry: nil,
      carried: (fee: position.lateFee, interest: unpaid))
    return try loanReader().loan(id: record.id)
  }

  /// Gives a loan up against the allowance (hapus buku); the claim stays in memory.
  func writeOff(_ number: String, on date: BookDate, note: EntryNote) throws -> Receipt {
    let record = try loanReader().loan(number)
    if let reference = note.reference, let entry = try entryNumber(reference: reference) {
      return try replay(record, entry, reference, .writeOff, date, nil)
    }
    guard record.loan.status == .running, let accounts = record.postingAccounts else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireLast(record, date)
    let interest = try account(accounts.interest).balance.orZero
    let lateFee = try account(accounts.lateFee).balance.orZero
    let allowance = try account(record.product.accounts.allowance)
    let postings = try PostingRules.writeOff(
      principal: record.outstanding, interest: interest, lateFee: lateFee, loan: accounts,
      allowance: (allowance.id, try allowance.balance.negated()),
      expense: record.product.accounts.allowanceExpense)
    let entry = try JournalEntry(.writeOff, on: date, postings: postings, note: note)
    let outcome = try post(entry) { try requireAcceptable(postings, on: date) }
    let position = try record.position(asOf: date)
    try addStep(
      record.id, "written-off", on: date, entry: outcome.number,
      loanClass: try loanClass(of: record, position), note: note.memo,
      by: note.recordedBy)
    return Receipt(
      entry: outcome.number, kind: .writeOff, bookDate: date, account: try AccountCode(number),
      memberName: record.loan.memberName, amount: try record.outstanding + interest + lateFee,
      balance: .zero, note: note, isReplay: false)
  }

  /// Books money that comes in for a loan given up.
  func recover(
    _ number: String, _ amount: Rupiah, on date: BookDate, note: EntryNote
  ) throws -> Receipt {
    try requirePositive(amount)
    let record = try loanReader().loan(number)
    guard record.loan.status == .writtenOff else {
      throw LedgerError.loanNotAtStep(number, is: record.loan.status)
    }
    try requireNotBefore(record, date)
    let postings = try PostingRules.recovery(
      amount, cash: catalog.account(.cash), income: record.product.accounts.recoveryIncome)
    let entry = try JournalEntry(.recovery, on: date, postings: postings, note: note)
    let outcome = try post(entry)
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
