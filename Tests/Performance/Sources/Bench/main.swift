import Foundation
import KSPLedger

/// One task per process, so that its peak memory is its own. `run` calls it, turn by turn with the
/// floors; both print the same words: `seconds= peak= sync= check=`.
let task = Task(CommandLine.arguments)
do {
  switch task.name {
  case "create": try createBook(task)
  case "import": try importTransactions(task)
  case "bulk": try postInBulk(task)
  case "durable": try postDurably(task)
  case "posters": try postFromThreads(task)
  case "month": try runMonthEnds(task)
  case "statement": try readSomeStatements(task)
  case "statements": try writeAllStatements(task)
  case "trial": try readTrialBalance(task)
  case "cashbook": try readCashBook(task)
  case "dues": try readDues(task)
  case "deposits": try openDeposits(task)
  case "close-year": try closeYear(task)
  case "shu": try divideShu(task, posting: false)
  case "shu-post": try divideShu(task, posting: true)
  case "balance", "income", "equity", "cash-flow", "health": try readFinancialStatement(task)
  case "lend": try lendToMembers(task)
  case "repay": try takePayrollList(task)
  case "register": try readLoanRegister(task)
  case "due": try readDueList(task)
  case "card": try readSomeLoans(task)
  case "readers": try readWhileSomebodyPosts(task)
  case "plans": try makePlans(task)
  case "years": try writeYears(task)
  case "verify": try verifyBook(task)
  case "million": try endBigMonth(task)
  default: throw TaskError.unknown(task.name)
  }
} catch {
  FileHandle.standardError.write(Data("\(task.name): \(error)\n".utf8))
  exit(1)
}
