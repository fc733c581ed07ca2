import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// The way all counter commands go: read the arguments, rehearse, ask, post, print the receipt.
struct CounterRun {
  let book: BookOptions
  let write: WriteOptions
  let report: ReportOptions

  /// What is still missing is asked for, one question at a time, where there is a terminal.
  static func value(_ given: String?, _ question: String) throws -> String {
    if let given { return given }
    guard Terminal.isInteractive, let answer = Terminal.ask(question), !answer.isEmpty else {
      throw ValidationError(say("Kurang: \(question)", "Missing: \(question)"))
    }
    return answer
  }

  func run(_ post: (Ledger, BookDate, EntryNote, Bool) throws -> Receipt) throws {
    try book.withBook(.readWrite) { ledger in
      let date = try write.bookDate(ledger)
      let needsPlan = !write.yes && !write.dryRun
      if needsPlan {
        let plan = try post(ledger, date, write.note, true)
        try write.confirm([
          "\(plan.memberName ?? "")   \(plan.kind.name[Speech.language])   \(plan.amount.formatted)",
          "\(plan.amountInWords[Speech.language])   \(date.inWords[Speech.language])",
        ])
      }
      let receipt = try post(ledger, date, write.note, write.dryRun)
      try report.write(receipt, with: ReceiptRenderer(report.style(try ledger.settings.name)))
      if receipt.isReplay {
        Terminal.message(
          say(
            "Sudah dibukukan: \(receipt.entry). Tidak ada yang berubah.",
            "Already posted: \(receipt.entry). Nothing has changed."))
      }
      write.announceDryRun()
    }
  }
}
