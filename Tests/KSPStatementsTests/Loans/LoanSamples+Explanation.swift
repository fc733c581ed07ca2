import KSPStatements
import Testing

extension LoanSamples {
  /// A month of a late loan that the book has otherwise than it is recomputed, with every part that
  /// an explanation can have.
  static func explanation() throws -> LoanExplanation {
    let status = try status()
    let month = try BookMonth(year: 2026, month: 4)
    let rule = try #require(status.loan.terms.lateFee)
    let workings = try rule.workings(
      installments: status.installments, payments: status.payments, to: month.lastDay)
    let evidence = try evidence(.dalamPerhatianKhusus, 100_000)
    return try LoanExplanation(
      loan: status.loan, month: month, position: status.position, installments: try rows(),
      receipts: [
        .init(
          entry: EntryNumber(38), date: try Samples.date("2026-04-02"), interest: 150_000,
          lateFee: 6_540),
        .init(
          entry: EntryNumber(39), date: try Samples.date("2026-04-03"), interest: -150_000,
          lateFee: .zero),
      ],
      income: LoanIncome(
        interest: try .init(before: 300_000, after: 417_000),
        lateFee: try .init(before: 6_540, after: 52_345),
        advance: try .init(before: 90_000, after: 60_000),
        running: .init(number: 4, days: 16, of: 30, interest: 90_000, earned: 48_000)),
      lateFees: .init(
        rule: rule, carried: 5_000, workings: Array(workings.dropFirst()),
        earlier: workings[0].fee, charged: try status.position.lateFeeCharged + 5_000,
        paid: .zero, owed: 52_345),
      grade: try grade(status), allowanceBefore: 47_500, recomputed: evidence,
      kept: try self.evidence(.lancar, .zero),
      posted: .init(entry: EntryNumber(50), interest: 117_000, lateFee: 45_805),
      provision: .init(entry: EntryNumber(51), before: 50_000, required: 200_000, posted: 150_000),
      isMonthClosed: true)
  }

  /// A month that is not closed, of a loan that owes nothing else.
  static func openExplanation() throws -> LoanExplanation {
    let rows = try plan().installments
    let position = try LoanPosition(
      installments: rows, payments: [], rule: nil, asOf: Samples.date("2026-01-31"))
    let grade = try LoanGrade(
      LoanDues(position), profile: .fiveClasses, table: .microfinance, interval: .monthly,
      collaterals: [])
    return try LoanExplanation(
      loan: try loan(), month: try BookMonth(year: 2026, month: 1), position: position,
      installments: [
        .init(installment: rows[0], carried: .zero, working: try plan().workings()[0])
      ], receipts: [],
      income: LoanIncome(
        interest: try .init(before: .zero, after: .zero),
        lateFee: try .init(before: .zero, after: .zero),
        advance: try .init(before: .zero, after: .zero), running: nil),
      lateFees: nil, grade: grade, allowanceBefore: .zero, recomputed: nil, kept: nil, posted: nil,
      provision: nil, isMonthClosed: false)
  }

  /// A period over New Year, and one whose interest the plan has otherwise.
  private static func rows() throws -> [LoanExplanation.Row] {
    var terms = try terms().plan
    terms.dayCount = .actualActual
    let split = try InstallmentPlan(
      terms, principal: 12_000_000, disbursedOn: Samples.date("2027-12-15"))
    let plan = try plan()
    let workings = try plan.workings()
    let differing = try Installment(
      number: 2, due: plan.installments[1].due, principal: plan.installments[1].principal,
      interest: 150_100, balance: plan.installments[1].balance)
    let carried = try Installment(
      number: 1, due: split.installments[0].due, principal: 2_000_000,
      interest: split.installments[0].interest + 25_000, balance: 10_000_000)
    return [
      .init(installment: carried, carried: 25_000, working: try split.workings()[0]),
      .init(installment: differing, carried: .zero, working: workings[1]),
    ]
  }

  private static func grade(_ status: LoanCard) throws -> LoanGrade {
    try LoanGrade(
      LoanDues(status.position), profile: .fiveClasses, table: .microfinance, interval: .monthly,
      collaterals: status.collaterals)
  }

  private static func evidence(
    _ loanClass: LoanClass, _ allowance: Rupiah
  ) throws -> LoanEvidence {
    LoanEvidence(
      principal: 9_500_000, principalDue: 3_500_000, interestDue: 120_000, lateFeeCharged: 52_345,
      recognised: 192_805, unearned: 60_000, oldestDue: try Samples.date("2026-03-15"),
      loanClass: loanClass, collateral: 7_500_000, allowance: allowance, isOwed: true)
  }
}
