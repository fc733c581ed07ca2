import KSPLedger
import KSPStatements

/// The code of the article *Reports and queries*.
func report(on ledger: Ledger) throws {
  // snippet: trial
  let trial = try ledger.trialBalance(asOf: BookDate(parsing: "2026-02-28"))
  print(trial.debit == trial.credit, trial.rows.count > 5)
  let style = ReportStyle(.csv, language: .english, cooperative: "KSP Sejahtera")
  let header = TrialBalanceRenderer(style).string(trial).split(separator: "\r\n").first
  print(header ?? "")
  // snippet end

  // snippet: own
  var deposits: [String: Rupiah] = [:]
  let february = EntryQuery(in: BookPeriod(try BookMonth(parsing: "2026-02")), kinds: [.deposit])
  try ledger.entries(february) { posted in
    for leg in posted.legs where leg.amount.isPositive {
      let clerk = posted.note.recordedBy ?? "(nobody)"
      deposits[clerk] = try (deposits[clerk] ?? .zero) + leg.amount
    }
  }
  for (clerk, sum) in deposits.sorted(by: { $0.key < $1.key }) { print(clerk, sum.formatted) }
  // snippet end

  // snippet: paper
  let table = ReportTable(
    deposits.sorted { $0.key < $1.key },
    [
      .left("clerk", "Clerk", 40) { .text($0.key) },
      .sum("deposits", "Deposits", 24) { .amount($0.value) },
    ]
  ).total("Total")
  let paper = Report(
    "example.clerks/1", title: "DEPOSITS BY CLERK", data: ["clerks": .rows(table)],
    rows: ReportRows(table),
    blocks: [.table(table), .signatures([.init(role: "Checked by")], printedOnly: true)])
  for format in [OutputFormat.text, .json] {
    var output = TextOutput()
    ReportStyle(format, language: .english).write(paper, into: &output)
    print(output.string)
  }
  // snippet end

  // snippet: log
  try ledger.events(EventSelection(subject: "0001")) { event in
    if event.voucher == nil { print(event.kindName[.english], event.subject) }
  }
  // snippet end
}
