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
    discussion: say("Contoh: ksp status --bentuk json", "Example: ksp status --format json"))

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

  private static var howToStart: String {
    let lines = [
      CommandName.text(InitCommand.self)
        + " \"KSP Sejahtera\" \(OptionName.word("--from", in: Speech.language)) 2026-01",
      TypedRemedy.text(.member(.add)), CommandName.text(DepositCommand.self) + " 0001 500.000",
    ]
    return say("\nMulai dengan buku baru di folder ini:", "\nStart with a new book in this folder:")
      + lines.map { "\n  " + $0 }.joined()
  }

  private func show() throws {
    try book.withBook(.readOnly) { ledger in
      var status = try ledger.status()
      status.dues = try ledger.duesOwed()
      status.tax = try ledger.taxDeadline()
      status.claims = try ledger.claimsOpen()
      status.deposits = try ledger.termDepositsAhead()
      status.planned = try ledger.plannedSavingsAhead()
      status.banks = try ledger.bankStandings()
      status.tills = try ledger.tills()
      try report.write(status, with: BookStatusRenderer(report.style(try ledger.settings)))
      if !status.openingDifference.isZero {
        let difference = status.openingDifference.formatted
        Terminal.message(
          say(
            "Saldo awal selisih \(difference); cari akun yang belum diisi, lalu impor saldonya.",
            "The opening balances differ by \(difference); find what is missing and import it."))
      }
      guard let next = status.nextStep else { return }
      Terminal.message(say("Berikutnya: ", "Next: ") + TypedRemedy.text(next))
    }
  }
}
