import Foundation
import KSPLedger

/// Statements of accounts drawn at random, each by itself.
func readSomeStatements(_ task: Task) throws {
  let ledger = try task.openBook()
  let period = try task.period
  let runs = task.number("runs", otherwise: 5_000)
  let codes = try (1...task.number("members", otherwise: 1_000)).map { member in
    try AccountCode("SUK-\(memberNumber(member))")
  }
  var draw = Draw(state: 7)
  var times: [Double] = []
  var sum: Int64 = 0
  for index in -(runs / 10)..<runs {
    let code = codes[Int(draw.next() % UInt64(codes.count))]
    let start = now()
    let statement = try ledger.statement(of: code, period: period)
    guard index >= 0 else { continue }
    times.append(now() - start)
    sum += statement.closing.sen
  }
  try report(times: &times, check: "\(sum)", ledger)
}

/// Every member's statements as text in one file, byte for byte what the floors write.
func writeAllStatements(_ task: Task) throws {
  let ledger = try task.openBook()
  let period = try task.period
  let start = now()
  guard let file = fopen(try task.text("to"), "w") else { throw TaskError.missing("to") }
  var page = Page()
  var count = 0
  try ledger.statements(period: period, asRecordedThrough: nil) { statement in
    count += 1
    page.add(statement)
    if page.bytes.count > 1 << 16 { page.empty(into: file) }
  }
  page.empty(into: file)
  fclose(file)
  let seconds = now() - start
  try report(seconds, check: "\(count)", ledger)
}

/// Text as bytes, written in large pieces.
private struct Page {
  var bytes: [UInt8] = []

  mutating func add(_ statement: AccountStatement) {
    let heading = statement.heading
    add(heading.account.text)
    add(" ")
    add(heading.memberNumber?.text ?? "")
    add(" ")
    add(heading.memberName ?? "")
    add("\nopening ")
    add(statement.opening.sen)
    for line in statement.lines {
      add("\n")
      add(line.bookDate)
      add(" ")
      add(line.entry.value)
      add(" ")
      add(line.kind.rawValue)
      add(" ")
      add(line.amount.sen)
      add(" ")
      add(line.balance.sen)
    }
    add("\nclosing ")
    add(statement.closing.sen)
    add("\n\n")
  }

  mutating func empty(into file: UnsafeMutablePointer<FILE>) {
    fwrite(bytes, 1, bytes.count, file)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func add(_ date: BookDate) {
    for (value, divisor) in [(date.year, 1_000), (date.month.month, 10), (date.day, 10)] {
      if divisor == 10 { add("-") }
      var divisor = divisor
      while divisor > 0 {
        bytes.append(UInt8(48 + value / divisor % 10))
        divisor /= 10
      }
    }
  }

  private mutating func add(_ value: Int64) {
    if value < 0 { add("-") }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(48 + rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}

/// All balances, checked to agree.
func readTrialBalance(_ task: Task) throws {
  let ledger = try task.openBook()
  let start = now()
  let balance = try ledger.trialBalance()
  let seconds = now() - start
  try report(seconds, check: "\(balance.debit.sen)", ledger)
}
