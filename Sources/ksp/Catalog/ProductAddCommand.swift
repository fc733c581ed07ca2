import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product add`.
struct ProductAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Produk baru.", "A new product."),
    discussion: say(
      """
      Contoh:
        ksp produk tambah hari-raya "Simpanan hari raya" --awalan HR \\
          --suku 5%/tahun --masa-tarik 2026-03-10..2026-03-20
      """,
      """
      Example:
        ksp product add hari-raya "Holiday savings" --prefix HR \\
          --rate 5%/year --window 2026-03-10..2026-03-20
      """),
    aliases: ["tambah"])

  @Argument(help: .say("Kode.", "Code.", .code)) var code: ProductCode
  @Argument(help: .say("Nama.", "Name.", .name)) var name: String
  @Option(
    name: .also("nama-inggris"),
    help: .say("Nama Inggris.", "English name.", .name))
  var nameEn: String?
  @Option(
    name: .also("jenis"),
    help: .say(
      "pokok, wajib atau sukarela (bawaan).", "pokok, wajib or sukarela (the default).", .kind))
  var kind: String?
  @Option(
    name: .also("awalan"),
    help: .say(
      "Awalan nomor rekening.", "Prefix of account numbers.", Phrase(id: "awalan", en: "prefix")))
  var prefix: String
  @Option(
    name: .also("akun-induk"),
    help: .say(
      "Akun induk, yang menentukan ekuitas atau kewajiban; bawaan 2-1200.",
      "Control account, whose class makes it equity or liability; default 2-1200.", .account))
  var control: String?
  @Option(
    name: .also("akun-beban"),
    help: .say(
      "Akun beban jasa; bawaan 5-1000.", "Interest expense account; default 5-1000.", .account))
  var expense: String?
  @OptionGroup(title: Headings.terms) var terms: SavingsTermsOptions
  @OptionGroup(title: Headings.interest) var interest: InterestOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let savingsKind = try kind.map { try choice(SavingsKind.self, $0) } ?? .sukarela
    guard savingsKind != .berjangka else {
      throw UsageProblem(
        Phrase(
          id: "Simpanan berjangka punya perintah sendiri.",
          en: "Term deposits have a command of their own."),
        advice: Phrase(
          id: "Pakai ksp berjangka produk tambah.", en: "Use ksp term product add."))
    }
    let product = try argument {
      SavingsProduct(
        code: code, name: Phrase(id: name, en: nameEn ?? name), kind: savingsKind,
        accountPrefix: prefix,
        controlAccount: try AccountCode(control ?? "2-1200"),
        interestExpenseAccount: try AccountCode(expense ?? "5-1000"))
    }
    let run = SavingsTermsRun(run: WriteRun(book: book, confirm: confirm, report: report))
    try run { ledger, dryRun in
      let terms = try terms.apply(
        interest, to: SavingsTerms(effectiveFrom: try ledger.status().openMonth))
      try ledger.addSavingsProduct(
        product, terms: terms, reference: note.ref, note: note.value, dryRun: dryRun)
      return SavingsProductListRenderer.Product(product: product, terms: [terms])
    }
  }
}
