import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp`: where the book stands and what to do next.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "Keadaan buku dan langkah berikutnya.", "The state of the book and the next step."),
    discussion: say("Contoh: ksp status --format json", "Example: ksp status --format json"))

  @OptionGroup var book: BookOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try book.withBook(.readOnly) { ledger in
      let status = try ledger.status()
      try report.write(status, with: BookStatusRenderer(report.style(status.name)))
      Terminal.message(say("Berikutnya: ", "Next: ") + Self.next(status))
    }
  }

  private static func next(_ status: BookStatus) -> String {
    if status.members == 0 { return "ksp member import anggota.csv" }
    if !status.openingDifference.isZero { return "ksp opening import saldo-awal.csv" }
    if status.entries == 0 { return "ksp deposit 0001 500000" }
    if let last = status.lastBookDate, last.month > status.openMonth {
      return "ksp month-end preview \(status.openMonth)"
    }
    if status.lastBackupAt == nil { return "ksp backup cadangan.ksp" }
    return "ksp deposit | ksp month-end preview \(status.openMonth)"
  }
}
