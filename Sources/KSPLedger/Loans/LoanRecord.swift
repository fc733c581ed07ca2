import GRDB
import KSPCore

/// A loan with everything that decides where it stands: its terms, accounts, plan and payments.
struct LoanRecord {
  /// The leaf accounts of a loan that was paid out.
  struct Accounts {
    let principal, interest, lateFee: AccountID
  }

  /// The plan in force.
  struct Plan {
    let version: Int64
    /// The voucher that began it; nil when the loan was rescheduled.
    let entry: EntryNumber?
    let startedOn: BookDate
    /// The last entry before the plan; payments after it count.
    let afterEntry: Int64
    /// What was owed when the plan began.
    let principal: Rupiah
    /// The day on which the first period began.
    let periodStart: BookDate
    /// The first due date, before any shift off a day without business.
    let firstDue: BookDate
    let carriedFee: Rupiah
    /// Unpaid interest of the plan before, inside the first installment.
    let carriedInterest: Rupiah
    /// Interest that was cut in advance.
    let advance: Rupiah
    /// What had been paid under the plan before the loan was taken over.
    let paid: (principal: Rupiah, interest: Rupiah)
    let installments: [Installment]

    /// What had been paid before, as the first of the payments.
    var paidBefore: [LoanPayment] {
      guard paid.principal.isPositive || paid.interest.isPositive else { return [] }
      return [
        LoanPayment(
          date: startedOn, principal: paid.principal, interest: paid.interest, isOpening: true)
      ]
    }

    /// What is not earned yet of the interest that was cut in advance: one part is earned with
    /// every
    /// installment that falls due.
    func advanceLeft(asOf date: BookDate) throws(LedgerError) -> Rupiah {
      guard advance.isPositive else { return .zero }
      let due = installments.count { $0.due <= date }
      return try advance
        - Rounding.rupiah.round(
          Int128(advance.sen) * Int128(due), over: Int128(installments.count))
    }
  }

  let id: Int64
  let memberID: Int64
  let loan: Loan
  let product: LoanProductRecord
  let accounts: Accounts?
  let plan: Plan?
  /// Since the plan began, by date; payments that were reversed are not among them.
  let payments: [LoanPayment]
  /// The principal that is owed.
  let outstanding: Rupiah
  /// The day of the last thing that happened to it.
  let lastDate: BookDate

  var terms: LoanTerms { loan.terms }

  /// Where the loan stands on a day.
  func position(
    asOf date: BookDate, countingLater: Bool = false
  ) throws(LedgerError) -> LoanPosition {
    try LoanPosition(
      installments: plan?.installments ?? [], payments: payments,
      carriedFee: plan?.carriedFee ?? .zero, startedOn: plan?.startedOn, rule: terms.lateFee,
      asOf: date, countsLater: countingLater)
  }

  /// Where it stands as far as anything is owed: nothing is before it was paid out, and after it
  /// was
  /// paid back or written off.
  func owedPosition(asOf date: BookDate) throws(LedgerError) -> LoanPosition {
    guard loan.status == .running else {
      return try LoanPosition(installments: [], payments: [], rule: nil, asOf: date)
    }
    return try position(asOf: date)
  }

  /// The period of an installment before any shift off a day without business.
  func period(
    of number: Int, _ plan: Plan
  ) throws(LedgerError) -> (start: BookDate, due: BookDate) {
    let dates = try DueDates(
      disbursedOn: plan.periodStart, firstDue: plan.firstDue, interval: terms.plan.interval,
      count: number
    ).dates
    return (number > 1 ? dates[number - 2] : plan.periodStart, dates[number - 1])
  }

  /// The day on which the period began in which a day lies.
  func periodStart(asOf date: BookDate) -> BookDate {
    let before = plan?.installments.last { $0.due <= date }?.due
    return before ?? plan?.periodStart ?? loan.appliedOn
  }
}
