/// Every rupiah that a month end finds out about one loan, recomputed and compared with the book.
public struct LoanExplanation: Hashable, Sendable, Codable {
  /// An installment whose period touches the month, or that fell due in it.
  public struct Row: Hashable, Sendable, Codable {
    /// The installment as the plan has it.
    public let installment: Installment
    /// Unpaid interest of a plan before, which is part of this installment's.
    public let carried: Rupiah
    /// Where its own interest comes from.
    public let working: InstallmentWorking

    /// Pairs an installment with its working.
    package init(installment: Installment, carried: Rupiah, working: InstallmentWorking) {
      self.installment = installment
      self.carried = carried
      self.working = working
    }

    /// Whether the plan asks for the interest that was recomputed.
    public var agrees: Bool {
      (try? working.interest + carried) == installment.interest
    }
  }

  /// What became income in the month with a payment; less than zero where one was reversed.
  public struct Receipt: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// The day on which it counts.
    public let date: BookDate
    /// The interest that became income with it.
    public let interest: Rupiah
    /// The late fees that became income with it.
    public let lateFee: Rupiah
    /// The administration.
    public let administration: Rupiah

    /// Gathers what a voucher made income.
    package init(
      entry: EntryNumber, date: BookDate, interest: Rupiah, lateFee: Rupiah,
      administration: Rupiah = .zero
    ) {
      self.administration = administration
      self.entry = entry
      self.date = date
      self.interest = interest
      self.lateFee = lateFee
    }
  }

  /// The late fees of the plan in force.
  public struct LateFees: Hashable, Sendable, Codable {
    /// The rule.
    public let rule: LateFeeRule
    /// What was owed when the plan began.
    public let carried: Rupiah
    /// The installments that were late in the month.
    public let workings: [LateFeeWorking]
    /// What installments were charged that had been paid before the month.
    public let earlier: Rupiah
    /// All of it up to the end of the month.
    public let charged: Rupiah
    /// What was paid of it by then.
    public let paid: Rupiah
    /// What is still owed of it.
    public let owed: Rupiah

    /// What was paid beyond what is charged, as a payer said: it serves the next late fees.
    public var beyond: Rupiah { (try? paid - charged)?.orZero ?? .zero }

    /// Gathers late fees.
    package init(
      rule: LateFeeRule, carried: Rupiah, workings: [LateFeeWorking], earlier: Rupiah,
      charged: Rupiah, paid: Rupiah, owed: Rupiah
    ) {
      self.rule = rule
      self.carried = carried
      self.workings = workings
      self.earlier = earlier
      self.charged = charged
      self.paid = paid
      self.owed = owed
    }
  }

  /// What the month end posted on the loan's own accounts.
  public struct Posted: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// What it added to the interest receivable.
    public let interest: Rupiah
    /// What it added to the late fees receivable.
    public let lateFee: Rupiah

    /// Gathers what was posted.
    package init(entry: EntryNumber, interest: Rupiah, lateFee: Rupiah) {
      self.entry = entry
      self.interest = interest
      self.lateFee = lateFee
    }
  }

  /// How the month end changed the allowance account that the loan shares with others.
  public struct Provision: Hashable, Sendable, Codable {
    /// The voucher; nil where nothing was posted.
    public let entry: EntryNumber?
    /// What the account held for loans before.
    public let before: Rupiah
    /// What the month end kept for all of its loans.
    public let required: Rupiah
    /// What the voucher added.
    public let posted: Rupiah
    /// What it should add.
    public let change: Rupiah

    /// Gathers a change.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      entry: EntryNumber?, before: Rupiah, required: Rupiah, posted: Rupiah
    ) throws(LedgerError) {
      self.entry = entry
      self.before = before
      self.required = required
      self.posted = posted
      change = try required - before
    }

    /// Whether the voucher brought the account to what its loans need.
    public var agrees: Bool { posted == change }
  }

  /// A charge that becomes income over the life of the loan.
  public struct Fee: Hashable, Sendable, Codable {
    /// What the month makes of it, recomputed.
    public let working: LoanFeeWorking
    /// What the month end kept: what waits, and what became income; nil where it kept nothing.
    public let kept: Kept?

    /// What a month end kept of a charge.
    public struct Kept: Hashable, Sendable, Codable {
      /// What waits.
      public let unearned: Rupiah
      /// What became income.
      public let earned: Rupiah

      /// Pairs what was kept.
      package init(unearned: Rupiah, earned: Rupiah) {
        self.unearned = unearned
        self.earned = earned
      }
    }

    /// Pairs a working with what was kept.
    package init(working: LoanFeeWorking, kept: Kept?) {
      self.working = working
      self.kept = kept
    }

    /// Whether the month end kept what was recomputed.
    public var agrees: Bool {
      kept?.unearned == working.unearned && kept?.earned == working.earned
    }
  }

  /// The loan as it was at the end of the month.
  public let loan: Loan
  /// The month.
  public let month: BookMonth
  /// Where it stood at the end of the month.
  public let position: LoanPosition
  /// The installments of the month; empty once the loan has ended.
  public let installments: [Row]
  /// What became income with payments in the month.
  public let receipts: [Receipt]
  /// What the borrower was let off in the month.
  public let waivers: [Receipt]
  /// How the month end makes income; nil where it has nothing to say of the loan.
  public let income: LoanIncome?
  /// Interest cut in advance that came back in the month; less than zero where that was reversed.
  public let returned: Rupiah
  /// The late fees; nil where the product charges none.
  public let lateFees: LateFees?
  /// Its class and allowance; nil where the month end has nothing to say of it.
  public let grade: LoanGrade?
  /// What had been set aside for it a month before.
  public let allowanceBefore: Rupiah
  /// How what is set aside for it changes; nil where the month end has nothing to say of it.
  public let allowanceChange: Rupiah?
  /// The charges that become income over its life; empty where it has none.
  public let fees: [Fee]
  /// What a month end keeps of it, recomputed; nil where it has nothing to say of the loan.
  public let recomputed: LoanEvidence?
  /// What the month end kept of it; nil while the month has not been run, or when it kept nothing.
  public let kept: LoanEvidence?
  /// What the month end posted on its accounts; nil when it posted nothing.
  public let posted: Posted?
  /// The change of the allowance of all loans; nil while the month has not been run.
  public let provision: Provision?
  /// Whether the month end of the month was run.
  public let isMonthClosed: Bool

  /// Gathers an explanation.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    loan: Loan, month: BookMonth, position: LoanPosition, installments: [Row],
    receipts: [Receipt], waivers: [Receipt] = [], income: LoanIncome?,
    returned: Rupiah = .zero, lateFees: LateFees?,
    grade: LoanGrade?,
    allowanceBefore: Rupiah, fees: [Fee] = [], recomputed: LoanEvidence?, kept: LoanEvidence?,
    posted: Posted?,
    provision: Provision?, isMonthClosed: Bool
  ) throws(LedgerError) {
    self.loan = loan
    self.month = month
    self.position = position
    self.installments = installments
    self.receipts = receipts
    self.waivers = waivers
    self.income = income
    self.returned = returned
    self.lateFees = lateFees
    self.grade = grade
    self.allowanceBefore = allowanceBefore
    allowanceChange = try grade.map { grade throws(LedgerError) in
      try grade.allowance - allowanceBefore
    }
    self.fees = fees
    self.recomputed = recomputed
    self.kept = kept
    self.posted = posted
    self.provision = provision
    self.isMonthClosed = isMonthClosed
  }

  /// Whether the book has what plan, payments and terms give; of a month that is not closed only
  /// the plan can differ.
  public var agrees: Bool {
    guard installments.allSatisfy(\.agrees) else { return false }
    guard isMonthClosed else { return true }
    return kept == recomputed
      && (posted?.interest ?? .zero) == (income?.receivable.amount ?? .zero)
      && (posted?.lateFee ?? .zero) == (income?.lateFee.amount ?? .zero)
      && provision?.agrees ?? true && fees.allSatisfy(\.agrees)
  }
}
