import GRDB
public import KSPCore

extension Ledger {
  /// Enters an application for a loan (permohonan pinjaman).
  ///
  /// Nothing is booked. The loan keeps the terms of its product that are in force on the day.
  ///
  /// - Returns: The loan, with the number it was given and what it goes beyond
  ///   (`Loan.warnings`): `rate.aboveCap`, `loan.aboveLimit`, `rounding.withoutPrincipal`,
  ///   `rounding.raisesRate`.
  /// - Throws: `loan.productUnknown`, `loan.outsideTerms`, `loan.planInvalid`,
  ///   `loan.planUnroundable`, `member.unknown`, `member.left`, `member.notYetJoined`.
  public func applyForLoan(
    _ application: LoanApplication, dryRun: Bool = false
  ) throws(LedgerError) -> Loan {
    try post(dryRun: dryRun) { session in try LoanDesk(session).apply(application).loan }
  }

  /// Grants a loan that was applied for.
  ///
  /// - Parameters:
  ///   - number: The loan.
  ///   - offer: What is granted instead of what was asked for: not more, for another term or rate.
  ///   - date: The day.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Why, and who decided it.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The loan as it is granted, with what it goes beyond.
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `loan.grantTooLarge`,
  ///   `loan.outsideTerms`, `loan.planInvalid`, `loan.planUnroundable`.
  public func approveLoan(
    _ number: LoanNumber, offer: LoanOffer = LoanOffer(), on date: BookDate,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> Loan {
    try post(dryRun: dryRun) { session in
      try LoanDesk(session).decide(
        number, .approve(offer), on: date, note: note.keyed(by: reference)
      ).loan
    }
  }

  /// Turns down a loan that was applied for.
  ///
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`.
  public func rejectLoan(
    _ number: LoanNumber, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Loan {
    try post(dryRun: dryRun) { session in
      try LoanDesk(session).decide(number, .reject, on: date, note: note.keyed(by: reference)).loan
    }
  }

  /// Changes what an application asks for, as long as nothing was decided about it.
  ///
  /// The loan keeps the terms of its product of the day on which it was applied for.
  ///
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `loan.changeEmpty` where
  ///   nothing would be other than it is, `loan.outsideTerms`, `loan.planInvalid`,
  ///   `loan.planUnroundable`.
  public func changeLoanApplication(
    _ number: LoanNumber, _ offer: LoanOffer, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Loan {
    try post(dryRun: dryRun) { session in
      try LoanDesk(session).decide(
        number, .change(offer), on: date, note: note.keyed(by: reference)
      ).loan
    }
  }

  /// Takes an application back, until the loan is paid out.
  ///
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`.
  public func withdrawLoanApplication(
    _ number: LoanNumber, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Loan {
    try post(dryRun: dryRun) { session in
      try LoanDesk(session).decide(number, .withdraw, on: date, note: note.keyed(by: reference))
        .loan
    }
  }

  /// Pays a loan out (pencairan), less the product's deductions.
  ///
  /// - Parameters:
  ///   - number: The loan: approved, or applied for where its product needs no approval.
  ///   - date: The day, in an open month.
  ///   - firstDue: The first due date; nil for one interval later.
  ///   - receiver: The savings account that receives the money; nil for cash.
  ///   - loans: The borrower's running loans that it pays off at what settling them takes on the
  ///     day (kompensasi); the member gets the rest, and all of it is one voucher.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The loan, and the receipt of what was paid out, which points out what the loan goes
  ///   beyond as ``applyForLoan(_:dryRun:)`` does; a loan that it pays off is not owed beside it.
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `loan.feesTooLarge`,
  ///   `loan.topUpTooSmall`, `loan.otherMember`, `period.closed`, `reference.reused`.
  public func disburse(
    _ number: LoanNumber, on date: BookDate, firstDue: BookDate? = nil,
    to receiver: AccountCode? = nil,
    payingOff loans: [LoanNumber] = [], reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> LoanDisbursement {
    try post(dryRun: dryRun) { session in
      let (record, receipt) = try LoanDesk(session).disburse(
        number,
        LoanDesk.Disbursement(
          date: date, firstDue: firstDue, receiver: receiver, payingOff: loans,
          note: note.keyed(by: reference)))
      return LoanDisbursement(loan: record.loan, receipt: receipt)
    }
  }

  /// Applies for a loan and pays it out in one step, for products that need no approval.
  ///
  /// - Throws: As ``applyForLoan(_:dryRun:)`` and
  ///   ``disburse(_:on:firstDue:to:payingOff:reference:note:dryRun:)``.
  public func disburse(
    _ application: LoanApplication, firstDue: BookDate? = nil, to receiver: AccountCode? = nil,
    payingOff loans: [LoanNumber] = [], reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> LoanDisbursement {
    try post(dryRun: dryRun) { session in
      let how = LoanDesk.Disbursement(
        date: application.date, firstDue: firstDue, receiver: receiver, payingOff: loans,
        note: note.keyed(by: reference)
      )
      let (record, receipt) = try LoanDesk(session).disburse(application, how)
      return LoanDisbursement(loan: record.loan, receipt: receipt)
    }
  }

  /// Takes a payment on a loan (angsuran).
  ///
  /// What it settles follows the product's order, the oldest installment first; what is paid ahead
  /// follows the product's rule. What is left over goes into the member's savings.
  ///
  /// - Parameters:
  ///   - amount: The amount; nil for what is due, or when nothing is for the installment whose
  ///     period has begun.
  ///   - number: The loan.
  ///   - date: The day, in an open month.
  ///   - payer: The savings account that pays; nil for cash.
  ///   - choices: What was decided about a payment that reaches what settling takes while an
  ///     installment still lies in the future, and about more than all that is owed.
  ///   - said: What is for late fees, interest and principal, where the payer says so; it stays as
  ///     said whatever is entered later.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt, with what each rupiah settled, and the payments of later days that
  ///   settle something else since.
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `loan.laterPlan`,
  ///   `loan.laterStep`, `loan.nothingDue`, `loan.partTooLarge`, `loan.partsDiffer`,
  ///   `loan.wouldSettle`, `loan.overpaid`, `loan.settlementAmount`, `loan.payerUnfit` unless the
  ///   savings are the borrower's own, `product.notWithdrawable`, `account.overdraft`,
  ///   `period.closed`, `reference.reused`, `reference.reversed`.
  public func repay(
    _ amount: Rupiah? = nil, loan number: LoanNumber, on date: BookDate,
    from payer: AccountCode? = nil,
    choices: RepaymentChoices = RepaymentChoices(), saying said: LoanParts? = nil,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> LoanReceipt {
    try post(dryRun: dryRun) { session in
      var receipt = try RepaymentDesk(session).repay(
        number, amount, saying: said,
        RepaymentWay(date: date, payer: payer, note: note.keyed(by: reference), choices: choices))
      // What a loan has no room for can go to simpanan wajib.
      if !receipt.intoSavings.isZero {
        receipt.receipt = try DuesDesk(session: session).telling(receipt.receipt)
      }
      return receipt
    }
  }

  /// What it takes to settle a loan on a day.
  ///
  /// - Throws: `loan.unknown`, `loan.notAtStep` unless the loan is running, `loan.dateTooEarly`
  ///   before the last thing that happened to it.
  public func settlementQuote(
    of number: LoanNumber, on date: BookDate
  ) throws(LedgerError) -> SettlementQuote {
    try store.read { db in
      let state = try LoanReader(db, try catalog(db), shared.memory).loan(number).state
      _ = try state.running()
      try state.requireLast(date)
      return try state.settlementQuote(asOf: date)
    }
  }

  /// Settles a loan before its time (pelunasan).
  ///
  /// - Parameters:
  ///   - amount: The amount of the quote; nil to pay whatever it is.
  ///   - number: The loan.
  ///   - date: The day, in an open month and not before the last payment.
  ///   - payer: The savings account that pays; nil for cash.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Memo and author.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The receipt.
  /// - Throws: As ``repay(_:loan:on:from:choices:saying:reference:note:dryRun:)``;
  ///   `loan.settlementAmount` for another amount than the quote's.
  public func settleLoan(
    _ amount: Rupiah? = nil, loan number: LoanNumber, on date: BookDate,
    from payer: AccountCode? = nil,
    reference: String? = nil, note: EntryNote = EntryNote(), dryRun: Bool = false
  ) throws(LedgerError) -> LoanReceipt {
    try post(dryRun: dryRun) { session in
      try SettlementDesk(session).settle(
        number, amount, payers: nil,
        RepaymentWay(date: date, payer: payer, note: note.keyed(by: reference)))
    }
  }

  /// Gives a loan a new plan from a day on (penjadwalan ulang).
  ///
  /// No rupiah is forgiven or charged twice: interest that is earned by the day and unpaid is due
  /// with the first installment, and interest that was paid ahead or cut in advance settles the
  /// interest of the first installments. Late fees go on as they are owed.
  ///
  /// - Parameters:
  ///   - number: The loan.
  ///   - date: The day, in an open month and not before the last payment.
  ///   - count: The number of installments from then on.
  ///   - rate: A new rate; nil to keep it.
  ///   - method: Another method; nil to keep it.
  ///   - firstDue: The first due date; nil for one interval later.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Why, and who decided it.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: Where the loan stands on the day under its new plan; a rehearsal says what would
  ///   be.
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `loan.planInvalid`,
  ///   `loan.planUnroundable`, `loan.interestPaidAhead` when the new plan asks for less interest
  ///   than was paid ahead, `period.closed`.
  public func rescheduleLoan(
    _ number: LoanNumber, on date: BookDate, count: Int, rate: Rate? = nil,
    method: LoanMethod? = nil,
    firstDue: BookDate? = nil, reference: String? = nil, note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> LoanCard {
    try post(dryRun: dryRun) { session in
      try LoanChangeDesk(session).reschedule(
        number,
        Rescheduling(
          date: date, count: count, rate: rate, method: method, firstDue: firstDue,
          note: note.keyed(by: reference)))
    }
  }

  /// Gives a loan up against the allowance (hapus buku). The claim stays in memory: what comes in
  /// later is booked with ``recoverLoan(_:loan:on:reference:note:dryRun:)``.
  ///
  /// A claim that is in no account, such as a late fee that would be income on receipt, is given up
  /// by a voucher that changes no balance.
  ///
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `period.closed`,
  ///   `reference.reused`, `reference.reversed`.
  public func writeOffLoan(
    _ number: LoanNumber, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try LoanChangeDesk(session).writeOff(number, on: date, note: note.keyed(by: reference))
    }
  }

  /// Lets a borrower off late fees and interest (keringanan): late fees that are owed, and the
  /// interest that settling the loan on the day would ask for. Principal is not waived.
  ///
  /// Income that was recognised this year is taken back; what became income in earlier years is an
  /// expense; what was never booked changes no balance.
  ///
  /// - Parameters:
  ///   - amount: How much: late fees first, then the interest of the oldest installments.
  ///   - number: The loan.
  ///   - date: The day, in an open month.
  ///   - reference: The caller's key: the same one with the same content is done once.
  ///   - note: Why, and who decided it; the memo must be given.
  ///   - dryRun: Checks everything and stores nothing.
  /// - Returns: The slip, with what was waived.
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `loan.reasonMissing` without
  ///   a memo, `loan.waiverTooLarge`, `amount.notPositive`, `period.closed`, `reference.reused`,
  ///   `reference.reversed`.
  public func waiveLoan(
    _ amount: Rupiah, loan number: LoanNumber, on date: BookDate, reference: String? = nil,
    note: EntryNote, dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try WaiverDesk(session).waive(
        number, .amount(amount), on: date, note: note.keyed(by: reference))
    }
  }

  /// Lets a borrower off so much of the late fees, of the interest and of the administration.
  ///
  /// - Throws: As `waiveLoan(_:loan:on:reference:note:dryRun:)`.
  public func waiveLoan(
    _ parts: LoanParts, loan number: LoanNumber, on date: BookDate, reference: String? = nil,
    note: EntryNote,
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try WaiverDesk(session).waive(
        number, .parts(parts), on: date, note: note.keyed(by: reference))
    }
  }

  /// Books money that comes in for a loan given up.
  ///
  /// - Throws: `loan.unknown`, `loan.notAtStep`, `loan.dateTooEarly`, `amount.notPositive`,
  ///   `period.closed`, `reference.reused`, `reference.reversed`.
  public func recoverLoan(
    _ amount: Rupiah, loan number: LoanNumber, on date: BookDate, reference: String? = nil,
    note: EntryNote = EntryNote(),
    dryRun: Bool = false
  ) throws(LedgerError) -> Receipt {
    try post(dryRun: dryRun) { session in
      try LoanChangeDesk(session).recover(number, amount, on: date, note: note.keyed(by: reference))
    }
  }
}
