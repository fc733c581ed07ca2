import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term renew`.
struct TermRenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew",
    abstract: say(
      "Perpanjang berjangka yang sudah jatuh tempo.",
      "Let a term deposit that has matured run again."),
    discussion: say(
      "Contoh: ksp berjangka perpanjang BJK-0001 --jangka 6",
      "Example: ksp term renew BJK-0001 --tenor 6"), aliases: ["perpanjang"])

  @Argument(
    help: .say(
      "Rekening berjangka atau anggota.", "Account of the deposit, or member.", .savings))
  var account: String
  @Option(
    name: .also("jangka"),
    help: .say(
      "Jangka waktu; bawaan seperti sebelumnya.", "Tenor; default as before.",
      Phrase(id: "bulan", en: "months")))
  var tenor: Int?
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try book.termDeposit(account)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        try ledger.renewTermDeposit(
          code, on: write.bookDate(ledger), tenor: tenor, reference: write.reference,
          note: write.note, dryRun: dryRun)
      },
      rehearse: { _, deposit in
        var rehearsal = Rehearsal(deposit, TermCertificateRenderer.self)
        rehearsal.warn(deposit.warnings)
        return rehearsal
      },
      print: { style, deposit in
        try report.write(deposit, with: TermCertificateRenderer(style))
        if !write.confirm.asks { pointOut(deposit.warnings) }
      })
  }
}
