import KSPLedger
import KSPStatements

/// Statements as values, and as they were known.
func showStatements(of ledger: Ledger) throws {
  // snippet: statement
  let january = BookPeriod(try BookMonth(parsing: "2026-01"))
  let statement = try ledger.statement(of: "SUK-0001", period: january)
  for line in statement.lines {
    print(line.bookDate, line.entry, line.text[.english], line.debit, line.credit, line.balance)
  }
  // snippet end

  // snippet: rendered
  let style = ReportStyle(.text, language: .english, cooperative: "KSP Sejahtera")
  let paper = AccountStatementRenderer(style).string(statement)
  // snippet end

  // snippet: known-at
  let printed = statement.known.event
  let quarter = try BookPeriod(
    from: BookDate(parsing: "2026-01-01"), through: BookDate(parsing: "2026-03-31"))
  let before = try ledger.statement(of: "SUK-0001", period: quarter)
  _ = try ledger.deposit(75_000, member: "0001", on: BookDate(parsing: "2026-02-03"))
  let reprint = try ledger.statement(
    of: "SUK-0001", period: quarter, asRecordedThrough: .event(printed))
  print(before.closing == reprint.closing, before.lines == reprint.lines)
  // snippet end

  // snippet: all
  var total = Rupiah.zero
  try ledger.statements(period: quarter) { statement in
    try total += statement.closing
  }
  print("savings of all members:", total.formatted)
  // snippet end

  print(paper, terminator: "")
}
