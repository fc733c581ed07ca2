import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term heir`.
struct TermHeirCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heir",
    abstract: say("Catat ahli waris berjangka.", "Name the heir of a term deposit."),
    discussion: say(
      "Contoh: ksp berjangka ahli-waris BJK-0001 --ahli-waris Siti --hubungan anak",
      "Example: ksp term heir BJK-0001 --heir Siti --relation daughter"),
    aliases: ["ahli-waris"])

  @Argument(
    help: .say(
      "Rekening berjangka atau anggota.", "Account of the deposit, or member.", .savings))
  var account: String
  @OptionGroup var heir: TermHeirOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let code = try book.termDeposit(account)
    guard let heir = heir.value else {
      throw UsageProblem(
        Phrase(id: "Beri --ahli-waris.", en: "Give --heir."),
        advice: Phrase(id: "Sebut namanya.", en: "Say the name."))
    }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        try ledger.nameHeir(
          heir, of: code, reference: note.ref, note: note.value, dryRun: dryRun)
        return try ledger.termDeposit(code)
      },
      rehearse: { _, deposit in
        var rehearsal = Rehearsal(deposit, TermCertificateRenderer.self)
        rehearsal.line(
          "Ahli waris: \(heir.nameAndRelation)", "Heir: \(heir.nameAndRelation)")
        return rehearsal
      },
      print: { style, deposit in
        try report.write(deposit, with: TermCertificateRenderer(style))
      })
  }
}
