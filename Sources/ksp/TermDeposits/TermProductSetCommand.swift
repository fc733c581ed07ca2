import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term product set`.
struct TermProductSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say(
      "Ubah suku dan syarat produk berjangka sejak sebuah hari.",
      "Change what a product of term deposits offers from a day on."),
    discussion: say(
      "Contoh:\n  ksp berjangka produk ubah berjangka --suku 3=5,5%/tahun --mulai 2026-07-01",
      "Example: ksp term product set berjangka --rate 3=5.5%/year --from 2026-07-01"),
    aliases: ["ubah"])

  @Argument(help: .say("Kode.", "Code.", .code)) var code: ProductCode
  @OptionGroup(title: Headings.terms) var offer: TermOfferOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let old = try ledger.termOffers().last { $0.product == code }
        let new = try offer.apply(to: old, product: code, today: ledger.today())
        try ledger.setTermOffer(
          new, reference: note.ref, note: note.value, dryRun: dryRun)
        return new
      },
      rehearse: { _, new in Rehearsal([new], TermOfferRenderer.self) },
      print: { style, new in
        try report.write([new], with: TermOfferRenderer(style))
        pointOut(Set(new.tiers.map(\.rate)).flatMap { TermDepositTerms.warnings(of: $0) })
      })
  }
}
