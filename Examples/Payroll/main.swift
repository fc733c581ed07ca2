import Foundation
import KSPLedger

// The payroll bridge: an employer's list of deductions becomes deposits of the employees.
//
//     PayrollExample LIST.csv 2026-01-30

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  print("PayrollExample LIST.csv DATE")
  exit(64)
}

guard let text = try? String(contentsOfFile: arguments[1], encoding: .utf8) else {
  print("PayrollExample: \(arguments[1])?")
  exit(66)
}

do {
  let ledger = try Ledger.open(at: "koperasi.ksp")
  let list = try PayrollList(text, paidOn: BookDate(parsing: arguments[2]))
  // One transaction: a list with a mistake brings in nothing.
  for receipt in try ledger.perform(list.acts(members: ledger.members())).compactMap(\.receipt) {
    print(
      receipt.entry, receipt.account ?? "", receipt.amount.formatted, receipt.memberName ?? "",
      receipt.isReplay ? "(sudah ada)" : "")
  }
  try ledger.close()
} catch let refusal as PayrollList.Refusal {
  for problem in refusal.problems { print("\(arguments[1]):\(problem.line): \(problem.text)") }
  exit(65)
} catch {
  print((error as? LedgerError)?.message[.indonesian] ?? "\(error)")
  exit(65)
}
