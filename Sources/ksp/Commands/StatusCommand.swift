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
      try report.write(status, with: BookStatusRenderer(report.style(try ledger.settings)))
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
