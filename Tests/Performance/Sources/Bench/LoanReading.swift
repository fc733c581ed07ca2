import Foundation
import KSPLedger

/// All loans with arrears, late fees, classes and allowances, beside their control accounts: what
/// the list of loans, the collectibility report and the nominative list are drawn from.
func readLoanRegister(_ task: Task) throws {
  let ledger = try task.openBook()
  let date = try BookDate(parsing: try task.text("date"))
  let start = now()
  var count = 0
  var sums = [Rupiah](repeating: .zero, count: 4)
  let controls = try ledger.loanRegister(asOf: date) { row in
    guard row.loan.status == .running else { return }
    count += 1
    for (index, amount) in [row.outstanding, row.arrears, row.lateFee, row.allowance].enumerated() {
      try sums[index] += amount
    }
  }
  let seconds = now() - start
  guard controls.allSatisfy(\.agrees) else { throw TaskError.unknown("control account") }
  let check = sums.map { "\($0.sen)" }.joined(separator: "/")
  try report(seconds, check: "\(count)/" + check, ledger)
}

/// The installments that fall due in a month.
func readDueList(_ task: Task) throws {
  let ledger = try task.openBook()
  let month = try BookMonth(parsing: try task.text("month"))
  let start = now()
  let list = try ledger.dueInstallments(in: BookPeriod(month))
  let seconds = now() - start
  var sum = Rupiah.zero
  for row in list.rows { try sum += row.open.principal + row.open.interest }
  try report(seconds, check: "\(list.rows.count)/\(sum.sen)", ledger)
}

/// The number of a loan of the benchmark's books, which are counted from 1.
func loanNumber(_ index: Int) -> LoanNumber {
  "PJ-\(index < 10_000 ? String(format: "%04d", index) : "\(index)")"
}

/// Cards of loans drawn at random, each by itself.
func readSomeLoans(_ task: Task) throws {
  let ledger = try task.openBook()
  let date = try BookDate(parsing: try task.text("date"))
  let runs = task.number("runs", otherwise: 5_000)
  let numbers = (1...task.number("loans", otherwise: 1_000)).map(loanNumber)
  var draw = Draw(state: 7)
  var times: [Double] = []
  var sum: Int64 = 0
  for index in -(runs / 10)..<runs {
    let number = numbers[Int(draw.next() % UInt64(numbers.count))]
    let start = now()
    let status = try ledger.loan(number, asOf: date)
    guard index >= 0 else { continue }
    times.append(now() - start)
    sum += status.position.outstanding.sen + status.position.lateFee.sen
  }
  try report(times: &times, check: "\(sum)", ledger)
}
