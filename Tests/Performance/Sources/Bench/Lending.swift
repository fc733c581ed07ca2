import Foundation
import KSPLedger

/// How a borrower pays, drawn once for each loan.
private enum Habit {
  case onTime, double, half, untilOctober, never

  init(_ draw: UInt64) {
    switch (draw >> 48) % 100 {
    case 0..<88: self = .onTime
    case 88..<90: self = .double
    case 90..<94: self = .half
    case 94..<97: self = .untilOctober
    default: self = .never
    }
  }

  /// What of an installment is paid in a month of 2025.
  func payment(of due: Int64, month: Int) -> Int64 {
    switch self {
    case .onTime: due
    case .double: due * 2
    case .half: due / 200 * 100
    case .untilOctober: month <= 10 ? due : 0
    case .never: 0
    }
  }
}

/// A book of borrowers, one loan each, of four products, paid out from July to September 2025 and
/// due on the 25th of each month; paid by payroll, one list a month; month ends through November.
///
/// What December's list will hold goes to `list`.
func lendToMembers(_ task: Task) throws {
  let count = task.number("loans", otherwise: 1_000)
  let ledger = try Ledger.create(
    at: try task.text("db"),
    settings: BookSettings(
      name: "Koperasi Ukur", firstMonth: try BookMonth(year: 2025, month: 7)),
    chart: .withOpenCash(), clock: Task.clock)
  try addMembers(count, ledger)
  try addProducts(ledger)
  var draw = Draw(state: 23)
  let draws = (0..<count).map { _ in draw.next() }
  for month in 7...11 {
    for index in stride(from: month - 7, to: month < 10 ? count : 0, by: 3) {
      try lend(index, draws[index], month: month, ledger)
    }
    if month > 7 {
      let list = try paymentList(draws, month: month, ledger)
      _ = try repay(csv: list, month: month, ledger)
    }
    _ = try ledger.runMonthEnd(BookMonth(year: 2025, month: month))
  }
  try paymentList(draws, month: 12, ledger)
    .write(toFile: try task.text("list"), atomically: true, encoding: .utf8)
  try ledger.close()
}

private func addMembers(_ count: Int, _ ledger: Ledger) throws {
  let rows = (1...count).map { index in
    let number = memberNumber(index)
    return "\(number),Anggota \(number),2025-07-01"
  }
  let csv = (["number,name,joined"] + rows).joined(separator: "\n")
  _ = try ledger.importMembers(SheetText(csv, file: "members.csv"))
  // What the till lends.
  let money = try Rupiah(rupiah: Int64(count) * 60_000_000)
  _ = try ledger.post(
    ManualEntry(
      on: BookDate(year: 2025, month: 7, day: 1),
      legs: [
        .init(account: AccountCode("1-1000"), amount: money),
        .init(account: AccountCode("3-1300"), amount: money.negated()),
      ]))
}

/// Every way of recognising interest, two ways of charging for lateness, two scales of classes.
private func addProducts(_ ledger: Ledger) throws {
  guard let standard = try ledger.loanProducts().first else { throw TaskError.missing("products") }
  let first = try BookMonth(year: 2025, month: 7)
  func add(_ code: ProductCode, _ terms: LoanTerms) throws {
    try ledger.addLoanProduct(
      LoanProduct(
        code: code, name: Phrase(id: code.text, en: code.text), accounts: standard.accounts),
      terms: terms)
  }
  try add(
    "ukur-flat",
    LoanTerms(
      effectiveFrom: first,
      plan: PlanTerms(
        method: .flat, rate: Rate(parsing: "1.5%/month"), count: 12,
        installmentRounding: Rounding(.halfUp, to: 100)),
      lateFee: LateFeeRule(
        base: .arrears, charge: .share(.percent("0.05")), period: .day, graceDays: 3,
        cap: .percent("20"))))
  try add(
    "ukur-menurun",
    LoanTerms(
      effectiveFrom: first,
      plan: PlanTerms(
        method: .declining, rate: Rate(parsing: "18%/year"), count: 12, dayCount: .actual365),
      lateFee: LateFeeRule(base: .installment, charge: .fixed(1_000), period: .day),
      recognition: .onDueDate))
  try add(
    "ukur-anuitas",
    LoanTerms(
      effectiveFrom: first,
      plan: PlanTerms(method: .annuity, rate: Rate(parsing: "16.5%/year"), count: 12),
      recognition: .daily, collectibility: "lkm", provision: "lkm"))
  try add(
    "ukur-musiman",
    LoanTerms(
      effectiveFrom: first,
      plan: PlanTerms(method: .bullet, rate: Rate(parsing: "2%/month"), count: 12)))
}

private func lend(_ index: Int, _ draw: UInt64, month: Int, _ ledger: Ledger) throws {
  let products: [ProductCode] = ["ukur-flat", "ukur-menurun", "ukur-anuitas", "ukur-musiman"]
  let amount = try Rupiah(rupiah: Int64(2 + (draw >> 8) % 100) * 500_000)
  let car = Collateral(kind: .vehicle, description: "BPKB \(index)", value: amount)
  _ = try ledger.disburse(
    LoanApplication(
      member: memberNumber(index + 1), product: products[Int(draw % 4)], amount: amount,
      count: [12, 18, 24, 36][Int((draw >> 16) % 4)],
      date: BookDate(year: 2025, month: month, day: 1 + Int((draw >> 24) % 28)),
      collaterals: (draw >> 32) % 3 == 0 ? [car] : []),
    firstDue: BookDate(year: 2025, month: month + 1, day: 25))
}

/// What borrowers pay in a month, by their habits.
private func paymentList(_ draws: [UInt64], month: Int, _ ledger: Ledger) throws -> String {
  let period = BookPeriod(try BookMonth(year: 2025, month: month))
  let rows = try ledger.dueInstallments(in: period).rows.compactMap { row -> String? in
    guard let number = Int(row.loan.number.text.dropFirst(3)) else {
      throw TaskError.unknown("number")
    }
    let due = try row.open.principal + row.open.interest
    let paid = Habit(draws[number - 1]).payment(of: due.sen, month: month)
    return paid > 0 ? "\(row.loan.number),\(paid / 100)" : nil
  }
  return (["loan,amount"] + rows).joined(separator: "\n") + "\n"
}

private func repay(csv: String, month: Int, _ ledger: Ledger) throws -> RepaymentListReport {
  try ledger.importPayroll(
    SheetText(csv, file: "payroll.csv"), on: BookDate(year: 2025, month: month, day: 25),
    PayrollTerms(), ImportWay(reference: "gaji/2025-\(month)"))
}

/// December's list in one voucher, from its text on the disk to the commit.
func takePayrollList(_ task: Task) throws {
  let path = try task.text("csv")
  let ledger = try task.openBook()
  let start = now()
  let text = try String(contentsOfFile: path, encoding: .utf8)
  _ = try repay(csv: text, month: 12, ledger)
  let seconds = now() - start
  try report(seconds, check: lastHash(ledger, task), ledger)
}
