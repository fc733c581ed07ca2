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

  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    do {
      try show()
    } catch let error as LedgerError where error.code == .bookMissing && !book.isNamed {
      Terminal.error(error)
      Terminal.message(Self.howToStart)
      throw Exit.missing
    }
  }

  private static let howToStart = say(
    """

    Mulai dengan buku baru di folder ini:
      ksp init "KSP Sejahtera" --from 2026-01
      ksp member add "Siti Aminah" --pokok 100000
      ksp setor 0001 500.000
    """,
    """

    Start with a new book in this folder:
      ksp init "KSP Sejahtera" --from 2026-01
      ksp member add "Siti Aminah" --pokok 100000
      ksp deposit 0001 500.000
    """)

  private func show() throws {
    try book.withBook(.readOnly) { ledger in
      let status = try ledger.status()
      try report.write(status, with: BookStatusRenderer(report.style(status.name)))
      let next = try Self.next(status, today: ledger.today())
      Terminal.message(say("Berikutnya: ", "Next: ") + next)
    }
  }

  /// The next sensible step, as it can be typed.
  private static func next(_ status: BookStatus, today: BookDate) -> String {
    if status.members == 0 { return "ksp member add \"Siti Aminah\" --pokok 100000" }
    if !status.openingDifference.isZero {
      return "ksp statement account 3-9000 --from \(BookDate.earliest) --to \(today)"
    }
    if status.entries == 0 { return say("ksp setor", "ksp deposit") }
    if let last = status.lastBookDate, last.month > status.openMonth {
      return "ksp month-end preview \(status.openMonth)"
    }
    guard let backup = status.lastBackupAt, backup.day(offsetSeconds: 0).days(until: today) <= 7
    else { return "ksp backup cadangan-\(today).ksp" }
    return today.month > status.openMonth
      ? "ksp month-end preview \(status.openMonth)" : say("ksp setor", "ksp deposit")
  }
}
