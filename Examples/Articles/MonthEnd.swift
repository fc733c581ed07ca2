import KSPLedger

/// Running a month end.
func closeMonth(of ledger: Ledger) throws {
  // snippet: preview
  let month = try ledger.status().openMonth
  let preview = try ledger.previewMonthEnd(month)
  for product in preview.products {
    print(product.name[.english], product.accountsPaid, product.gross, product.tax)
  }
  // snippet end

  // snippet: run
  let report = try ledger.runMonthEnd(month, note: EntryNote(recordedBy: "Rina")) { progress in
    if progress.done == progress.total { print(progress.done, progress.stage[.english]) }
  }
  let second = try ledger.runMonthEnd(month)
  print(report.outcome.rawValue, second.outcome.rawValue, second.products == report.products)
  // snippet end

  // snippet: nightly
  if let month = try ledger.monthToClose() {
    print(try ledger.runMonthEnd(month, note: EntryNote(recordedBy: "cron")).outcome.rawValue)
  }
  // snippet end

  // snippet: explain
  let explanation = try ledger.explain("SUK-0001", month)
  for run in explanation.working?.runs ?? [] {
    print(run.from, run.through, run.days, run.balance, run.interest)
  }
  print("agrees with what was posted:", explanation.agrees)
  // snippet end
}
