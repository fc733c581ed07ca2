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
      let today = try ledger.today()
      let next = Self.typed(status.nextStep(today: today), today: today)
      Terminal.message(say("Berikutnya: ", "Next: ") + next)
    }
  }

  /// The next sensible step, as it can be typed.
  private static func typed(_ step: BookStatus.NextStep, today: BookDate) -> String {
    switch step {
    case .addMember:
      say("ksp anggota tambah", "ksp member add") + " \"Siti Aminah\" --pokok 100000"
    case .findOpeningDifference: say("ksp neraca-saldo", "ksp trial-balance")
    case .post: say("ksp setor", "ksp deposit")
    case .endMonth(let month):
      say("ksp tutup-bulan pratinjau", "ksp month-end preview") + " \(month)"
    case .backUp: say("ksp cadangkan cadangan-\(today).ksp", "ksp backup backup-\(today).ksp")
    }
  }
}
