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
  /// `rehearse` says what to show before the question; `print` writes the outcome with the book
  /// closed. An act that may find everything as it asks for `saysUnchanged`: what changes nothing
  /// is not recorded, and takes no reference.
  func run<Outcome>(
    saysUnchanged: Bool = false,
    _ store: (Ledger, _ dryRun: Bool) throws -> Outcome,
    rehearse: (Ledger, Outcome) throws -> Rehearsal, print: (ReportStyle, Outcome) throws -> Void
  ) throws {
    try confirm.requireTerminal()
    if confirm.asks {
      let rehearsal = try book.withBook(.readWrite) { ledger in
        let doubt = try pointOutClock(ledger)
        var rehearsal = try rehearse(ledger, try store(ledger, true))
        if doubt, rehearsal.weight == .mild { rehearsal.weight = .severe }
        return rehearsal
      }
      try confirm.ask(rehearsal)
    }
    let (style, outcome, isUnchanged) = try book.withBook(.readWrite) { ledger in
      _ = try pointOutClock(ledger)
      let before = try ledger.knowledge()
      let outcome = try store(ledger, confirm.dryRun)
      let isUnchanged = try !confirm.dryRun && ledger.knowledge() == before
      var style = report.style(try ledger.settings)
      style.isRehearsal = confirm.dryRun
      return (style, outcome, isUnchanged)
    }
    try print(style, outcome)
    if saysUnchanged, isUnchanged {
      Terminal.message(
        say(
          "Tidak ada yang berubah, dan tidak ada yang dicatat.",
          "Nothing has changed, and nothing was recorded."))
    }
    confirm.announceDryRun()
  }

  /// Says what is odd about the clock before anything is stored under it.
  private func pointOutClock(_ ledger: Ledger) throws -> Bool {
    guard let doubt = try ledger.clockDoubt() else { return false }
    FileWarnings.show([doubt])
    return true
  }

  /// Posts one entry and prints its receipt.
  func post(
    severe: Bool = false, rehearse: (Ledger, Receipt) throws -> Rehearsal = CounterRehearsal.of,
    _ store: (Ledger, _ dryRun: Bool) throws -> Receipt
  ) throws {
    try run(
      store,
      rehearse: { ledger, receipt in
        var rehearsal = try rehearse(ledger, receipt)
        if severe { rehearsal.weight = .severe }
        if receipt.isReplay { rehearsal.weight = .nothingToDo }
        return rehearsal
      },
      print: { style, receipt in
        try report.write(
          receipt, with: ReceiptRenderer(style))
        if !confirm.asks { pointOut(receipt.warnings) }
        Self.announce(receipt)
      })
  }

  /// Says where what was asked for had been posted before.
  static func announce(_ receipt: Receipt) {
    guard receipt.isReplay else { return }
    Terminal.message(
      say(
        "Sudah dibukukan: \(receipt.entry). Tidak ada yang berubah.",
        "Already posted: \(receipt.entry). Nothing has changed."))
  }
}
