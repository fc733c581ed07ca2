import KSPCore
import KSPTestSupport

/// Loans as a book might hold them, made without one.
struct LoanFactsSample {
  static let accounts = PostingRules.LoanAccounts(
    principal: AccountID(1), interest: AccountID(2), lateFee: AccountID(3),
    interestIncome: AccountID(4), lateFeeIncome: AccountID(5))

  /// A loan of random terms, just paid out; nil where they make no plan.
  static func draw(_ random: inout SplitMix64) throws -> LoanFacts? {
    let (plan, principal, start, first) = try PlanPropertyTests.draw(&random)
    guard
      let made = try? InstallmentPlan(
        plan, principal: principal, disbursedOn: start, firstDue: first)
    else { return nil }
    var terms = LoanTerms(effectiveFrom: start.month, plan: plan)
    terms.allocation = LoanComponent.allCases.shuffled(using: &random)
    terms.prepayment =
      [
        .nextInstallments, .fewerInstallments, .smallerInstallments, .interestFirst,
        .savings(product: "sukarela"),
      ]
      .randomElement(using: &random) ?? .nextInstallments
    terms.recognition = LoanTerms.Recognition.allCases.randomElement(using: &random) ?? .daily
    if Bool.random(using: &random) {
      terms.lateFee = LateFeeRule(
        base: .arrears,
        charge: .share(Share(unchecked: .random(in: 1...2_000_000, using: &random))), period: .day)
    }
    return try facts(
      NewPlan(plan: made, advance: made.interestInAdvance), under: terms, on: start)
  }

  /// A loan with a plan that began with voucher 1.
  static func facts(
    _ plan: NewPlan, under terms: LoanTerms, on day: BookDate
  ) throws -> LoanFacts {
    LoanFacts(
      contract: LoanFacts.Contract(
        number: "PJ-0001", memberNumber: "0001", memberName: "Siti Aminah", product: "umum",
        terms: terms, principal: plan.plan.principal, appliedOn: day),
      accounts: accounts,
      steps: [
        LoanFacts.Step(.applied, on: day), LoanFacts.Step(.disbursed, on: day, paidOutOn: day),
      ],
      plan: try LoanPlan(
        plan, version: 1, startedOn: day, entry: EntryNumber(1), afterEntry: 1))
  }

  /// What a book would read of a voucher again: the credits on the loan's accounts.
  static func credits(
    of legs: [Posting], on date: BookDate, entry: Int64
  ) -> [LoanFacts.Credit] {
    legs.compactMap { leg in
      let component: LoanComponent? =
        switch leg.account {
        case accounts.principal: .principal
        case accounts.interest: .interest
        case accounts.lateFee: .lateFee
        default: nil
        }
      guard let component, leg.amount.isNegative else { return nil }
      return LoanFacts.Credit(
        entry: EntryNumber(entry), date: date, component: component,
        amount: Rupiah(sen: -leg.amount.sen))
    }
  }
}
