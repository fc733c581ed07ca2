// What the examples of doc comments take as given: a program around them, with its book, its days
// and its lists. It is only type-checked, with them (`DocExampleTests`).

import Foundation
import KSPCore
import KSPLedger
import KSPStatements

struct Employee {
  let id: Int
  let member: MemberNumber
  let loan: LoanNumber
  let installment: Rupiah
}

struct Line {
  let name: String
  let amount: Rupiah
  let isRevenue: Bool
}

struct Queue: Sendable {
  func yield(_ events: ClosedRange<Int64>) {}
}

struct Response {
  func write(_ page: String) async throws {}
}

func page(of statement: AccountStatement) -> String { "" }

var ledger: Ledger {
  get { fatalError() }
  set {}
}
var reader: Ledger { fatalError() }

var today: BookDate { fatalError() }
var day: BookDate { fatalError() }
var later: BookDate { fatalError() }
var opened: BookDate { fatalError() }
var month: BookMonth { fatalError() }
var june: BookMonth { fatalError() }
var period: BookPeriod { fatalError() }
var january: BookPeriod { fatalError() }

var amount: Rupiah { fatalError() }
var note: EntryNote { fatalError() }
var error: LedgerError { fatalError() }
var payroll: AccountCode { fatalError() }
var insurer: AccountCode { fatalError() }
var wrong: EntryNumber { fatalError() }

var employees: [Employee] { fatalError() }
var events: [SavingsEvent] { fatalError() }
var accounts: [Account] { fatalError() }
var entries: [PostedEntry] { fatalError() }
var loans: [Loan] { fatalError() }
var members: [ShuBase] { fatalError() }
var shares: ShuShares { fatalError() }
var interest: InterestTerms { fatalError() }
var terms: SavingsTerms { fatalError() }
var plan: InstallmentPlan { fatalError() }
var cells: HealthCells { fatalError() }
var lastYear: HealthCells { fatalError() }
var statement: AccountStatement { fatalError() }
var trialBalance: TrialBalance { fatalError() }
var style: ReportStyle { fatalError() }
var output: TextOutput {
  get { fatalError() }
  set {}
}

var queue: Queue { fatalError() }
var response: Response { fatalError() }
var text: String { fatalError() }
var bytes: [UInt8] { fatalError() }
var data: Data { fatalError() }
