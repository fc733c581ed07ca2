extension PostingRules {
  /// The accounts that a loan's events touch.
  package struct LoanAccounts: Hashable, Sendable {
    /// The loan's principal.
    package let principal: AccountID
    /// The loan's interest receivable.
    package let interest: AccountID
    /// The loan's late fees receivable.
    package let lateFee: AccountID
    /// Income from interest.
    package let interestIncome: AccountID
    /// Income from late fees.
    package let lateFeeIncome: AccountID
    /// The accounts of the administration; nil for a loan without one.
    package let administration: Administration?

    /// The accounts of the third part of a loan's installments.
    package struct Administration: Hashable, Sendable {
      /// The loan's own, which shows what was paid of it and stands at zero after every voucher.
      package let account: AccountID
      /// Where it becomes income.
      package let income: AccountID

      /// Names the accounts.
      package init(account: AccountID, income: AccountID) {
        self.account = account
        self.income = income
      }
    }

    /// Names the accounts.
    package init(
      principal: AccountID, interest: AccountID, lateFee: AccountID, interestIncome: AccountID,
      lateFeeIncome: AccountID, administration: Administration? = nil
    ) {
      self.principal = principal
      self.interest = interest
      self.lateFee = lateFee
      self.interestIncome = interestIncome
      self.lateFeeIncome = lateFeeIncome
      self.administration = administration
    }

    /// The loan's own account of the administration.
    ///
    /// - Throws: `invariant.broken` where the loan has none.
    func third() throws(LedgerError) -> Administration {
      guard let administration else { throw .invariantBroken("administration") }
      return administration
    }
  }

  /// Pencairan: Dr pinjaman / Cr every deduction, kas or simpanan (the rest). With kompensasi the
  /// loans that are paid off are credited as when they are settled, and the member takes the rest.
  ///
  /// - Throws: `loan.feesTooLarge`, `loan.topUpTooSmall` where the loan does not reach for what it
  ///   is to pay off, `amount.overflow`.
  package static func disbursement(
    _ principal: Rupiah, loan: AccountID, deductions: [(account: AccountID, amount: Rupiah)],
    settling: [(loan: LoanNumber, total: Rupiah, legs: [Posting])] = [], paidTo receiver: AccountID
  ) throws(LedgerError) -> [Posting] {
    var legs: [Posting] = [.debit(loan, principal)]
    var cut = Rupiah.zero
    for deduction in deductions where !deduction.amount.isZero {
      try cut += deduction.amount
      legs.append(try .credit(deduction.account, deduction.amount))
    }
    guard cut <= principal else { throw .loanFeesTooLarge(cut, principal: principal) }
    var rest = try principal - cut
    for old in settling {
      guard old.total <= rest else {
        throw .loanTopUpTooSmall(old.loan, needed: old.total, left: rest)
      }
      rest = try rest - old.total
      legs += old.legs
    }
    if !rest.isZero { legs.append(try .credit(receiver, rest)) }
    return legs
  }

  /// Saldo awal pinjaman: Dr pinjaman (what is still owed), jasa and denda yang akan diterima
  /// (where the product recognises them before they are received) / Cr pendapatan diterima di muka
  /// (what is not earned yet), saldo awal migrasi (the rest).
  package static func loanOpening(
    outstanding: Rupiah, receivable: (interest: Rupiah, lateFee: Rupiah), loan: LoanAccounts,
    unearned: (account: AccountID, amount: Rupiah), clearing: AccountID
  ) throws(LedgerError) -> [Posting] {
    let rest = try outstanding + receivable.interest + receivable.lateFee - unearned.amount
    return [
      .debit(loan.principal, outstanding),
      Posting(account: loan.interest, amount: receivable.interest),
      Posting(account: loan.lateFee, amount: receivable.lateFee),
      try .credit(unearned.account, unearned.amount), try .credit(clearing, rest),
    ].filter { !$0.amount.isZero }
  }

  /// Angsuran: Dr kas or simpanan / Cr denda, jasa, administrasi and pokok of the loan; what was
  /// not income before becomes it: Dr denda, jasa, administrasi of the loan / Cr pendapatan. Jasa
  /// that comes before it is income waits: Dr jasa of the loan / Cr pendapatan diterima di muka;
  /// denda that comes before a month end has booked it was owed already, and is income at once.
  ///
  /// - Parameters:
  ///   - parts: What the payment settles, by component.
  ///   - recognised: How much of interest and late fees becomes income with this payment;
  ///     administration always does.
  ///   - ahead: How much of the interest the loan's receivable does not hold, and where it waits;
  ///     nil where interest is income when it is received, or ends with the payment.
  ///   - loan: The loan's accounts.
  /// - Returns: The legs without the payer's, whose debit is the sum of the parts.
  /// - Throws: `amount.overflow`.
  package static func repayment(
    _ parts: LoanParts, recognised: LoanParts,
    ahead: (amount: Rupiah, unearned: AccountID)? = nil, loan: LoanAccounts
  ) throws(LedgerError) -> [Posting] {
    var legs: [Posting] = []
    func credit(_ account: AccountID, _ amount: Rupiah) throws(LedgerError) {
      if !amount.isZero { legs.append(try .credit(account, amount)) }
    }
    try credit(loan.lateFee, parts.lateFee)
    try credit(loan.interest, parts.interest)
    if !parts.administration.isZero {
      try credit(loan.third().account, parts.administration)
    }
    try credit(loan.principal, parts.principal)
    var recognising = [
      (loan.lateFee, recognised.lateFee, loan.lateFeeIncome),
      (loan.interest, recognised.interest, loan.interestIncome),
    ]
    if let third = loan.administration {
      recognising.append((third.account, parts.administration, third.income))
    }
    if let ahead { recognising.append((loan.interest, ahead.amount, ahead.unearned)) }
    for (receivable, amount, income) in recognising where !amount.isZero {
      legs.append(Posting(account: receivable, amount: amount))
      legs.append(try .credit(income, amount))
    }
    return legs
  }

  /// Alokasi ulang: what a payment settles less of is debited and what it settles more of is
  /// credited, among pokok, jasa and denda of the loan and the member's savings; income that is
  /// recognised with payments follows.
  ///
  /// - Parameters:
  ///   - change: What is to be added to the parts of the payment; adds up to zero.
  ///   - isOnReceipt: Whether interest and late fees become income with payments.
  ///   - loan: The loan's accounts.
  ///   - savings: The member's savings; only needed where what went into them changes.
  /// - Returns: The legs, which balance.
  /// - Throws: `amount.overflow`.
  package static func reallocation(
    _ change: LoanParts, isOnReceipt: Bool, loan: LoanAccounts, savings: AccountID?
  ) throws(LedgerError) -> [Posting] {
    var legs = try repayment(
      change, recognised: isOnReceipt ? change : LoanParts(), loan: loan)
    if let savings, !change.savings.isZero { legs.append(try .credit(savings, change.savings)) }
    return legs
  }

  /// When what was paid before a month end booked it is receivable again, or the other way round:
  /// Dr pendapatan diterima di muka (jasa), pendapatan denda / Cr jasa, denda of the loan, or the
  /// reverse for an amount below zero.
  ///
  /// - Throws: `amount.overflow`.
  package static func receivedAhead(
    _ amount: Rupiah, in account: AccountID, receivable: AccountID
  ) throws(LedgerError) -> [Posting] {
    amount.isZero
      ? [] : [Posting(account: account, amount: amount), try .credit(receivable, amount)]
  }

  /// Hapus buku: Dr penyisihan (as far as it reaches), beban penyisihan (the rest) / Cr pinjaman,
  /// jasa and denda yang akan diterima.
  package static func writeOff(
    principal: Rupiah, interest: Rupiah, lateFee: Rupiah, loan: LoanAccounts,
    allowance: (account: AccountID, available: Rupiah), expense: AccountID
  ) throws(LedgerError) -> [Posting] {
    let total = try principal + interest + lateFee
    let covered = min(allowance.available.orZero, total)
    var legs: [Posting] = []
    if !covered.isZero { legs.append(.debit(allowance.account, covered)) }
    let rest = try total - covered
    if !rest.isZero { legs.append(.debit(expense, rest)) }
    for (account, amount) in [
      (loan.principal, principal), (loan.interest, interest), (loan.lateFee, lateFee),
    ] where !amount.isZero {
      legs.append(try .credit(account, amount))
    }
    return legs
  }

  /// Hapus buku of a claim that the ledger does not hold, because its income is booked on receipt:
  /// Dr jasa and denda of the loan / Cr the same accounts.
  ///
  /// No balance changes; giving the claim up has its voucher, and can be reversed, all the same.
  package static func writeOffOfClaim(
    _ claim: LoanParts, loan: LoanAccounts
  ) throws(LedgerError) -> [Posting] {
    var legs: [Posting] = []
    var parts = [(loan.interest, claim.interest), (loan.lateFee, claim.lateFee)]
    if let third = loan.administration { parts.append((third.account, claim.administration)) }
    for (account, amount) in parts where !amount.isZero {
      legs += [try .credit(account, amount), .debit(account, amount)]
    }
    return legs
  }

  /// Keringanan: Dr pendapatan (what became income this year), beban penyisihan (in earlier years),
  /// jasa and denda of the loan (what is in no account) / Cr jasa and denda of the loan.
  ///
  /// What was never booked is debited and credited on the same account: giving it up changes no
  /// balance and has its voucher all the same.
  package static func waiver(
    _ parts: [(
      receivable: AccountID, bearing: (income: Rupiah, expense: Rupiah, nobody: Rupiah),
      income: AccountID
    )],
    expense: AccountID
  ) throws(LedgerError) -> [Posting] {
    var legs: [Posting] = []
    for part in parts {
      let bearing = part.bearing
      let whole = try bearing.income + bearing.expense + bearing.nobody
      guard !whole.isZero else { continue }
      legs.append(try .credit(part.receivable, whole))
      for (account, amount) in [
        (part.income, bearing.income), (expense, bearing.expense),
        (part.receivable, bearing.nobody),
      ] where !amount.isZero {
        legs.append(.debit(account, amount))
      }
    }
    return legs
  }

  /// Penerimaan hapus buku: Dr kas / Cr penerimaan pinjaman hapus buku.
  package static func recovery(
    _ amount: Rupiah, cash: AccountID, income: AccountID
  ) throws(LedgerError) -> [Posting] {
    [.debit(cash, amount), try .credit(income, amount)]
  }

  /// Penyisihan: Dr beban penyisihan / Cr penyisihan for a top-up, the reverse for a release.
  package static func provision(
    _ change: Rupiah, allowance: AccountID, expense: AccountID
  ) throws(LedgerError) -> [Posting] {
    [Posting(account: expense, amount: change), try .credit(allowance, change)]
  }
}
