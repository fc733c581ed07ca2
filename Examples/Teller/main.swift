// A teller program in miniature: a book that is there, a deposit, a statement.

// snippet: library
import KSPLedger

let ledger = try Ledger.open(at: "koperasi.ksp")
let today = try ledger.today()
let receipt = try ledger.deposit(
  500_000, member: "0001", on: today, reference: "teller-1-000017")
print(receipt.entry, receipt.amount.formatted, receipt.amountInWords[.indonesian])

let statement = try ledger.statement(
  of: "SUK-0001", period: BookPeriod(today.month))
print(statement.opening, statement.lines.count, statement.closing)
// snippet end

try ledger.close()
