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

do throws(LedgerError) {
  let ledger = try Ledger.open(
    at: "koperasi.ksp",
    clock: { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) })
  let list = try PayrollList(
    text, file: arguments[1], paidOn: BookDate(parsing: arguments[2]))
  let deposits = try list.deposits(members: ledger.members())
  // Rehearsed as a whole first, so that a list with a mistake brings in nothing.
  for deposit in deposits { _ = try deposit.post(to: ledger, dryRun: true) }
  for deposit in deposits {
    let receipt = try deposit.post(to: ledger, dryRun: false)
    print(
      receipt.entry, receipt.account ?? "", receipt.amount.formatted, receipt.memberName ?? "",
      receipt.isReplay ? "(sudah ada)" : "")
  }
  try ledger.close()
} catch {
  for problem in error.details.isEmpty ? [error] : error.details {
    print(problem.place.map { "\($0): " } ?? "", problem.message[.indonesian], separator: "")
  }
  exit(65)
}
