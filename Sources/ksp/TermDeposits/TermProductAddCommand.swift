import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp term product add`.
struct TermProductAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("Tambah produk berjangka.", "Add a product of term deposits."),
    discussion: say(
      """
      Contoh:
        ksp berjangka produk tambah berjangka "Simpanan berjangka" --awalan BJK \\
          --suku 3=6%/tahun --suku 12:10000000=9%/tahun --penalti 0,5%:pokok
      """,
      """
      Example:
        ksp term product add berjangka "Simpanan berjangka" --prefix BJK \\
          --rate 3=6%/year --rate 12:10000000=9%/year --penalty 0.5%:principal
      """), aliases: ["tambah"])

  @Argument(help: .say("Kode.", "Code.", .code)) var code: ProductCode
  @Argument(help: .say("Nama.", "Name.", .name)) var name: String
  @Option(
    name: .also("nama-inggris"),
    help: .say("Nama Inggris.", "English name.", .name))
  var nameEn: String?
  @Option(
    name: .also("awalan"),
    help: .say(
      "Awalan nomor rekening.", "Prefix of account numbers.", Phrase(id: "awalan", en: "prefix")))
  var prefix: String
  @Option(
    name: .also("akun-induk"),
    help: .say("Akun induk; bawaan 2-1100.", "Control account; default 2-1100.", .account))
  var control: String?
  @Option(
    name: .also("akun-beban"),
    help: .say(
      "Akun beban jasa; bawaan 5-1000.", "Interest expense account; default 5-1000.", .account))
  var expense: String?
  @OptionGroup(title: Headings.terms) var offer: TermOfferOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let product = try argument {
      SavingsProduct(
        code: code, name: Phrase(id: name, en: nameEn ?? name), kind: .berjangka,
        accountPrefix: prefix, controlAccount: try AccountCode(control ?? "2-1100"),
        interestExpenseAccount: try AccountCode(expense ?? "5-1000"))
    }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let new = try offer.apply(to: nil, product: code, today: ledger.today())
        try ledger.addTermProduct(
          product, offer: new, reference: note.ref, note: note.value, dryRun: dryRun)
        return new
      },
      rehearse: { _, new in Rehearsal([new], TermOfferRenderer.self) },
      print: { style, new in
        try report.write([new], with: TermOfferRenderer(style))
        pointOut(Set(new.tiers.map(\.rate)).flatMap { TermDepositTerms.warnings(of: $0) })
      })
  }
}
