import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp month-end check`, and `ksp month-end` without more.
struct MonthEndCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Apa yang menghalangi tutup bulan, apa temuannya, dan apa berikutnya.",
      "What stands in the way of the month end, what was found, and what comes next."),
    discussion: say("Contoh: ksp tutup-bulan", "Example: ksp month-end"), aliases: ["cek"])

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    // A month end that posts something first is rehearsed, for which the book is opened as a run
    // opens it.
    let isRehearsal = try book.withBook(.readOnly) { ledger in
      try ledger.monthEndPostsFirst(ledger.status().openMonth)
    }
    let next = try book.withBook(isRehearsal ? .readWrite : .readOnly) { ledger in
      let outlook = try ledger.monthEndOutlook()
      try report.write(
        outlook, with: MonthEndOutlookRenderer(report.style(try ledger.settings)))
      return outlook.nextStep
    }
    Terminal.message(say("Berikutnya: ", "Next: ") + TypedRemedy.text(next))
  }
}
