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
      try report.write(status, with: BookStatusRenderer(report.style(try ledger.settings)))
      if !status.openingDifference.isZero {
        let difference = status.openingDifference.formatted
        Terminal.message(
          say(
            "Saldo awal selisih \(difference); cari akun yang belum diisi, lalu impor saldonya.",
            "The opening balances differ by \(difference); find what is missing and import it."))
      }
      let next = try Self.next(status, today: ledger.today())
      Terminal.message(say("Berikutnya: ", "Next: ") + next)
    }
  }

  /// The next sensible step, as it can be typed.
  private static func next(_ status: BookStatus, today: BookDate) -> String {
    let preview =
      say("ksp tutup-bulan pratinjau", "ksp month-end preview") + " \(status.openMonth)"
    if status.members == 0 {
      return say("ksp anggota tambah", "ksp member add") + " \"Siti Aminah\" --pokok 100000"
    }
    if !status.openingDifference.isZero { return say("ksp neraca-saldo", "ksp trial-balance") }
    if status.entries == 0 { return say("ksp setor", "ksp deposit") }
    if let last = status.lastBookDate, last.month > status.openMonth {
      return preview
    }
    guard let backup = status.lastBackupAt, backup.day(offsetSeconds: 0).days(until: today) <= 7
    else { return say("ksp cadangkan cadangan-\(today).ksp", "ksp backup backup-\(today).ksp") }
    return today.month > status.openMonth
      ? preview : say("ksp setor", "ksp deposit")
  }
}
