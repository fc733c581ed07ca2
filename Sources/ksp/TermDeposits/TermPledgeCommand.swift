import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term pledge`.
struct TermPledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pledge",
    abstract: say(
      "Jaminkan berjangka, atau lepaskan jaminannya.",
      "Pledge a term deposit, or release the pledge."),
    discussion: say(
      "Contoh:\n  ksp berjangka jaminkan BJK-0001 --pinjaman PJ-0003\n  ksp berjangka jaminkan BJK-0001 --lepas",
      "Examples:\n  ksp term pledge BJK-0001 --loan PJ-0003\n  ksp term pledge BJK-0001 --release"
    ), aliases: ["jaminkan"])

  @Argument(
    help: .say(
      "Rekening berjangka atau anggota.", "Account of the deposit, or member.", .savings))
  var account: String
  @Option(
    name: [.customLong("for"), .customLong("untuk")],
    help: .say("Yang dijamin.", "What it secures.", .text))
  var purpose: String?
  @Option(
    name: .also("pinjaman"),
    help: .say(
      "Menjadi agunan pinjaman ini sampai lunas.", "Collateral of this loan until it is paid.",
      .loan))
  var loan: LoanNumber?
  @Flag(name: .also("lepas"), help: .say("Lepaskan jaminan.", "Release the pledge."))
  var release = false
  @OptionGroup(title: Headings.writing) var write: WriteOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard [release, purpose != nil, loan != nil].count(where: \.self) == 1 else {
      throw UsageProblem(
        Phrase(
          id: "Beri --untuk, --pinjaman atau --lepas.", en: "Give --for, --loan or --release."),
        advice: Phrase(id: "Pilih salah satu.", en: "Use one of them."))
    }
    let code = try book.termDeposit(account)
    try WriteRun(book: book, confirm: write.confirm, report: report).run(
      { ledger, dryRun in
        if let loan {
          try ledger.pledgeTermDeposit(
            code, securing: loan, on: write.bookDate(ledger), reference: write.reference,
            note: write.note, dryRun: dryRun)
        } else {
          try ledger.pledgeTermDeposit(
            code, for: purpose, reference: write.reference, note: write.note, dryRun: dryRun)
        }
        return try ledger.termDeposit(code)
      },
      rehearse: { _, deposit in Rehearsal(deposit, TermCertificateRenderer.self) },
      print: { style, deposit in
        try report.write(deposit, with: TermCertificateRenderer(style))
      })
  }
}
