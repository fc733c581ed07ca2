import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product add`.
struct ProductAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Produk baru.", "A new product."),
    discussion: say(
      "Contoh: ksp product add hari-raya \"Simpanan hari raya\" --prefix HR --control 2-1200 --rate 5%/tahun --window 2026-03-10..2026-03-20 --yes",
      "Example: ksp product add hari-raya \"Holiday savings\" --prefix HR --control 2-1200 --rate 5%/year --window 2026-03-10..2026-03-20 --yes"
    ),
    aliases: ["tambah"])

  @OptionGroup var book: BookOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var options: TermsOptions
  @Argument(help: .init(say("Kode.", "Code."))) var code: String
  @Argument(help: .init(say("Nama.", "Name."))) var name: String
  @Option(help: .init(say("Nama Inggris.", "English name."))) var nameEn: String?
  @Option(help: "pokok|wajib|sukarela") var kind = "sukarela"
  @Option(help: .init(say("Awalan nomor rekening.", "Prefix of account numbers."))) var prefix:
    String
  @Option(
    help: .init(
      say(
        "Akun kontrol; kelasnya menentukan ekuitas atau kewajiban.",
        "Control account; its class makes it equity or liability."))) var control = "2-1200"
  @Option(help: .init(say("Akun beban jasa.", "Interest expense account."))) var expense = "5-1000"

  func run() throws {
    try report.prepare()
    guard let savingsKind = SavingsKind(rawValue: kind) else {
      throw ValidationError(say("Jenis “\(kind)” tidak ada.", "No kind “\(kind)”."))
    }
    let product = try argument {
      SavingsProduct(
        code: code, name: Phrase(name, nameEn ?? name), kind: savingsKind, accountPrefix: prefix,
        controlAccount: try AccountCode(control), interestExpenseAccount: try AccountCode(expense))
    }
    try book.withBook(.readWrite) { ledger in
      let terms = try options.apply(
        to: SavingsTerms(effectiveFrom: try ledger.status().openMonth))
      for warning in terms.warnings { Terminal.message(warning.message[Speech.language]) }
      try write.confirm(["\(code)   \(name)"])
      try ledger.addProduct(product, terms: terms, recordedBy: write.by, dryRun: write.dryRun)
      try report.write(
        [ProductListRenderer.Product(product: product, terms: [terms])],
        with: ProductListRenderer(report.style(try ledger.settings)))
      write.announceDryRun()
    }
  }
}
