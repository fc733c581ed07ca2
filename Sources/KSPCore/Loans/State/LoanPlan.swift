/// A plan of installments that came into force in a book, as it is kept there.
package struct LoanPlan: Hashable, Sendable {
  /// Its place among the plans of its loan, from 1.
  package let version: Int64
  /// The voucher that began it; nil when the loan was rescheduled.
  package let entry: EntryNumber?
  /// The day on which it began in the book.
  package let startedOn: BookDate
  /// The last entry before the plan; payments after it count.
  package let afterEntry: Int64
  /// What its rows were computed from, with what was owed, and the dates below.
  package let terms: PlanTerms
  /// What was owed when the plan began.
  package let principal: Rupiah
  /// The day on which the first period began.
  package let periodStart: BookDate
  /// The first due date, before any shift off a day without business.
  package let firstDue: BookDate
  /// What it took over from the plan before it.
  package let carried: CarriedOver
  /// Interest that was cut in advance and not earned when the plan began.
  package let advance: Rupiah
  /// What had been paid under the plan before the loan was taken over.
  package let paid: PaidBefore
  /// Interest cut in advance that came back to the borrower as it began.
  package let returned: Rupiah
  /// Its rows, with the interest that was carried over in the first; of a plan that is not whole,
  /// those that fall due by the day for which it was read, and the one after them.
  package let installments: [Installment]
  /// How many rows it has, read or not.
  package let rowCount: Int

  /// What had been paid under a plan before its loan was taken over from an earlier book.
  package struct PaidBefore: Hashable, Sendable {
    package let principal, interest, administration: Rupiah

    package init(
      principal: Rupiah = .zero, interest: Rupiah = .zero, administration: Rupiah = .zero
    ) {
      self.principal = principal
      self.interest = interest
      self.administration = administration
    }

    /// The same as parts of a payment.
    package var parts: LoanParts {
      LoanParts(interest: interest, administration: administration, principal: principal)
    }
  }

  /// Whether all of its rows are there.
  package var isWhole: Bool { installments.count == rowCount }

  /// A plan as a book has it; `rowCount` is told where not all of its rows are there.
  package init(
    version: Int64, entry: EntryNumber?, startedOn: BookDate, afterEntry: Int64, terms: PlanTerms,
    principal: Rupiah, periodStart: BookDate, firstDue: BookDate, carried: CarriedOver,
    advance: Rupiah, returned: Rupiah = .zero, paid: PaidBefore, installments: [Installment],
    rowCount: Int? = nil
  ) {
    self.version = version
    self.entry = entry
    self.startedOn = startedOn
    self.afterEntry = afterEntry
    self.terms = terms
    self.principal = principal
    self.periodStart = periodStart
    self.firstDue = firstDue
    self.carried = carried
    self.advance = advance
    self.paid = paid
    self.returned = returned
    self.installments = installments
    self.rowCount = rowCount ?? installments.count
  }

  /// A plan as a book will have it once it has begun.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    _ new: NewPlan, version: Int64, startedOn: BookDate, entry: EntryNumber?, afterEntry: Int64
  ) throws(LedgerError) {
    self.init(
      version: version, entry: entry, startedOn: startedOn, afterEntry: afterEntry,
      terms: new.plan.terms, principal: new.plan.principal, periodStart: new.plan.disbursedOn,
      firstDue: new.plan.firstDue, carried: new.carried, advance: new.advance,
      returned: new.returned, paid: new.paid,
      installments: try new.rows())
  }

  /// What had been paid before, as the first of the payments.
  package var paidBefore: [LoanPayment] {
    guard paid.parts.isAnyPositive else { return [] }
    return [LoanPayment(date: startedOn, paid.parts, isOpening: true)]
  }
}
