import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// The way all counter commands go: read the arguments, rehearse, ask, post, print the receipt.
struct CounterRun {
  typealias Post = (Ledger, BookDate, EntryNote, _ dryRun: Bool) throws -> Receipt

  let book: BookOptions
  let write: WriteOptions
  let report: ReportOptions
  /// Severe steps need a typed yes; for others Enter is enough.
  var isSevere = false

  /// What is still missing is asked for, one question at a time, where there is a terminal.
  static func value(_ given: String?, _ question: Phrase) throws -> String {
    if let given { return given }
    guard Terminal.isInteractive,
      let answer = Terminal.ask(question[Speech.language]), !answer.isEmpty
    else {
      throw UsageProblem(
        Phrase("Belum diisi: \(question.indonesian)", "Not given: \(question.english)"),
        advice: Phrase("Lihat contohnya dengan --help.", "See the example with --help."))
    }
    return answer
  }

  /// The question waits with the book closed, so that nobody else has to wait for the answer.
  func run(
    summary: (Ledger, Receipt) throws -> [String] = { _, plan in CounterRun.summary(of: plan) },
    _ post: Post
  ) throws {
    try report.prepare()
    if !write.yes, !write.dryRun {
      let lines = try book.withBook(.readWrite) { ledger in
        let plan = try post(ledger, try write.bookDate(ledger), write.note, true)
        return try summary(ledger, plan)
      }
      try write.confirm(lines, severe: isSevere)
    }
    try book.withBook(.readWrite) { ledger in
      let receipt = try post(ledger, try write.bookDate(ledger), write.note, write.dryRun)
      try report.write(receipt, with: ReceiptRenderer(report.style(try ledger.settings)))
      if receipt.isReplay {
        Terminal.message(
          say(
            "Sudah dibukukan: \(receipt.entry). Tidak ada yang berubah.",
            "Already posted: \(receipt.entry). Nothing has changed."))
      }
      write.announceDryRun()
    }
  }

  private static func summary(of plan: Receipt) -> [String] {
    let language = Speech.language
    let what = [plan.memberName, plan.account?.description, plan.kind.name[language]]
    return [
      (what.compactMap(\.self) + [plan.amount.formatted]).joined(separator: "   "),
      "\(plan.amountInWords[language])   \(plan.bookDate.inWords[language])",
    ]
  }
}
