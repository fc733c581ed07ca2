extension MonthEndReport {
  /// What a month end finds out about one loan.
  public struct Loan: Hashable, Sendable, Codable {
    /// The loan.
    public let number: LoanNumber
    /// Its product's code.
    public let product: ProductCode
    /// Whether it is owed at the end of the month.
    public let isOwed: Bool
    /// Its class.
    public let loanClass: LoanClass
    /// The principal that is owed.
    public let outstanding: Rupiah
    /// The principal, interest and administration in arrears.
    public let arrears: Rupiah
    /// The interest that became income with this month end, what was earned of interest in advance
    /// included; interest that is income on receipt is not among it.
    public let interest: Rupiah
    /// The late fees that became income with this month end.
    public let lateFee: Rupiah
    /// What is set aside for it.
    public let allowance: Rupiah
    /// The class that it keeps since a new plan; nil for none.
    public let keptClass: LoanClass?
    /// Whether it kept a class a month before and no longer does, because enough installments in a
    /// row were paid on time: what was set aside for that class is released.
    public let isCured: Bool
    /// Whether its income waits until it is received.
    public let isStopped: Bool
    /// What was set aside of income of earlier years, as an expense.
    public let expensed: Rupiah

    /// Gathers a loan's figures.
    package init(
      number: LoanNumber, product: ProductCode, isOwed: Bool, loanClass: LoanClass,
      outstanding: Rupiah,
      arrears: Rupiah, interest: Rupiah, lateFee: Rupiah, allowance: Rupiah,
      keptClass: LoanClass? = nil, isCured: Bool = false, isStopped: Bool = false,
      expensed: Rupiah = .zero
    ) {
      self.keptClass = keptClass
      self.isCured = isCured
      self.isStopped = isStopped
      self.expensed = expensed
      self.number = number
      self.product = product
      self.isOwed = isOwed
      self.loanClass = loanClass
      self.outstanding = outstanding
      self.arrears = arrears
      self.interest = interest
      self.lateFee = lateFee
      self.allowance = allowance
    }
  }

  /// What a month end does for the loans of one product.
  public struct LoanProduct: Hashable, Sendable, Codable {
    /// The product's code.
    public let code: ProductCode
    /// The product's name.
    public let name: Phrase
    /// The loans that are owed at the end of the month, by class.
    public let loans: [LoanClass: Int]
    /// The principal that is owed.
    public let outstanding: Rupiah
    /// The principal, interest and administration in arrears.
    public let arrears: Rupiah
    /// The interest that became income with this month end.
    public let interest: Rupiah
    /// The late fees that became income with this month end.
    public let lateFee: Rupiah
    /// Interest and late fees together.
    public let recognised: Rupiah
    /// What is set aside for these loans.
    public let allowance: Rupiah
    /// What was set aside of income of earlier years, as an expense.
    public let expensed: Rupiah
    /// The voucher of the interest; nil in a preview and where nothing was recognised.
    public let entry: EntryNumber?

    /// Adds up the loans of a product.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      code: ProductCode, name: Phrase, of loans: some Sequence<Loan>, entry: EntryNumber?
    ) throws(LedgerError) {
      var classes: [LoanClass: Int] = [:]
      var sums = (
        outstanding: Rupiah.zero, arrears: Rupiah.zero, interest: Rupiah.zero,
        lateFee: Rupiah.zero, allowance: Rupiah.zero, expensed: Rupiah.zero
      )
      for loan in loans {
        if loan.isOwed { classes[loan.loanClass, default: 0] += 1 }
        try sums.outstanding += loan.outstanding
        try sums.arrears += loan.arrears
        try sums.interest += loan.interest
        try sums.lateFee += loan.lateFee
        try sums.allowance += loan.allowance
        try sums.expensed += loan.expensed
      }
      self.code = code
      self.name = name
      self.loans = classes
      outstanding = sums.outstanding
      arrears = sums.arrears
      interest = sums.interest
      lateFee = sums.lateFee
      recognised = try sums.interest + sums.lateFee
      allowance = sums.allowance
      expensed = sums.expensed
      self.entry = entry
    }
  }

  /// How the allowance for loan losses changes (penyisihan).
  public struct Provision: Hashable, Sendable, Codable {
    /// What is added, or released where it is negative.
    public let change: Rupiah
    /// The voucher; nil in a preview.
    public let entry: EntryNumber?

    /// Gathers a change.
    package init(change: Rupiah, entry: EntryNumber?) {
      self.change = change
      self.entry = entry
    }
  }
}
