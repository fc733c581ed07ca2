import KSPCore
import KSPLedger
import KSPStatements

/// The way everything is stored: rehearse, show what would happen, ask, do it, print.
///
/// The question waits with the book closed, so that nobody else has to wait for the answer; what
/// is stored in the end is checked again.
struct WriteRun {
  let book: BookOptions
  let confirm: ConfirmOptions
  let report: ReportOptions

  /// Does what `store` does, which rehearses it when its second argument says so.
  ///
  /// `plan` is what to show before the question; `print` writes the outcome with the book closed.
  func run<Outcome>(
    _ store: (Ledger, _ dryRun: Bool) throws -> Outcome,
    plan: (Ledger, Outcome) throws -> Plan, print: (ReportStyle, Outcome) throws -> Void
  ) throws {
    try report.prepare()
    try confirm.requireTerminal()
    if confirm.asks {
      let plan = try book.withBook(.readWrite) { ledger in
        try plan(ledger, try store(ledger, true))
      }
      try confirm.ask(plan)
    }
    let (style, outcome) = try book.withBook(.readWrite) { ledger in
      let outcome = try store(ledger, confirm.dryRun)
      var style = report.style(try ledger.settings)
      style.isRehearsal = confirm.dryRun
      return (style, outcome)
    }
    try print(style, outcome)
    confirm.announceDryRun()
  }

  /// Posts one entry and prints its receipt.
  func post(
    severe: Bool = false, plan: (Ledger, Receipt) throws -> Plan = CounterPlan.plan,
    _ store: (Ledger, _ dryRun: Bool) throws -> Receipt
  ) throws {
    try run(
      store,
      plan: { ledger, receipt in
        var plan = try plan(ledger, receipt)
        if severe { plan.weight = .severe }
        if receipt.isReplay { plan.weight = .nothingToDo }
        return plan
      },
      print: { style, receipt in
        try report.write(
          receipt, with: ReceiptRenderer(style))
        guard receipt.isReplay else { return }
        Terminal.message(
          say(
            "Sudah dibukukan: \(receipt.entry). Tidak ada yang berubah.",
            "Already posted: \(receipt.entry). Nothing has changed."))
      })
  }
}
