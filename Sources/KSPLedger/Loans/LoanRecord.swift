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
    /// What its rows were computed from, with what was owed, and the dates below.
    let terms: PlanTerms
    /// What was owed when the plan began.
    let principal: Rupiah
    /// The day on which the first period began.
    let periodStart: BookDate
    /// The first due date, before any shift off a day without business.
    let firstDue: BookDate
    let carried: CarriedOver
    /// Interest that was cut in advance and not earned when the plan began.
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
  }

  let id: Int64
  let memberID: Int64
  let loan: Loan
  let product: LoanProductRecord
  /// The plan that was agreed on when the loan was applied for.
  let agreed: PlanTerms
  let accounts: Accounts?
  let plan: Plan?
  /// Since the plan began, by date; payments that were reversed are not among them.
  let payments: [LoanPayment]
  /// The principal that is owed.
  let outstanding: Rupiah
  /// The day of the last step or plan.
  let lastDate: BookDate

  var terms: LoanTerms { loan.terms }

  /// The day of the last thing that happened to it, payments included.
  var lastEvent: BookDate { max(lastDate, payments.last?.date ?? lastDate) }

  /// Where the loan stands on a day.
  func position(
    asOf date: BookDate, countingLater: Bool = false
  ) throws(LedgerError) -> LoanPosition {
    try LoanPosition(
      installments: plan?.installments ?? [], payments: payments,
      carried: plan?.carried ?? .nothing, startedOn: plan?.startedOn, rule: terms.lateFee,
      asOf: date, countsLater: countingLater)
  }

  /// Where it stands as far as anything is owed: nothing is before it was paid out, and after it
  /// was paid back or written off.
  func owedPosition(asOf date: BookDate) throws(LedgerError) -> LoanPosition {
    guard loan.status == .running else {
      return try LoanPosition(installments: [], payments: [], rule: nil, asOf: date)
    }
    return try position(asOf: date)
  }

  /// What it takes to settle the loan on a day.
  func settlementQuote(asOf date: BookDate) throws(LedgerError) -> SettlementQuote {
    try SettlementQuote(
      position(asOf: date, countingLater: true),
      earned: plan?.progress(asOf: date, daysUpTo: date).running() ?? SettlementQuote.Earned(),
      rule: terms.settlement)
  }

  /// The accounts that the posting rules touch; nil before the loan was paid out.
  var postingAccounts: PostingRules.LoanAccounts? {
    accounts.map { accounts in
      PostingRules.LoanAccounts(
        principal: accounts.principal, interest: accounts.interest, lateFee: accounts.lateFee,
        interestIncome: product.accounts.interestIncome,
        lateFeeIncome: product.accounts.lateFeeIncome)
    }
  }
}
