import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan product add`.
struct LoanProductAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: say("Produk pinjaman baru.", "A new loan product."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman produk tambah musiman "Pinjaman musiman" --cara yarnen \\
          --suku 2%/bulan --jangka 6 --saat-jasa akhir
      Ketentuan yang tidak disebut diambil dari produk --seperti, akun juga; tanpa
      --seperti akunnya menurut peran akun buku (ksp daftar-akun tampilkan).
      """,
      """
      Example:
        ksp loan product add musiman "Seasonal loan" --method bullet \\
          --rate 2%/month --term 6 --interest-due end
      Terms that are not given are those of the product --like, and so are accounts;
      without it they are those with the roles of the book (ksp chart show).
      """), aliases: ["tambah"])

  @Argument(help: .say("Kode.", "Code.", .code)) var code: ProductCode
  @Argument(help: .say("Nama.", "Name.", .name)) var name: String
  @Option(
    name: .also("nama-inggris"),
    help: .say("Nama Inggris.", "English name.", .name))
  var nameEn: String?
  @Option(
    name: .also("seperti"),
    help: .say(
      "Produk yang ditiru; bawaan yang pertama.", "Product to copy; default the first.", .code))
  var like: ProductCode?
  @Option(
    name: .also("akun"),
    parsing: .singleValue,
    help: .say(
      "Akun lain, misalnya pendapatan-jasa=4-1000; boleh berulang. "
        + "Peran: \(words(LoanAccountRole.self, .indonesian)).",
      "Another account, such as interest-income=4-1000; may be repeated. Roles: \(words(LoanAccountRole.self)).",
      Phrase(id: "peran=akun", en: "role=account")))
  var account: [String] = []
  @OptionGroup(title: Headings.terms) var terms: LoanTermsOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let changes = try account.map { text in
      let (role, code) = try pair(text, Phrase(id: "PERAN=AKUN", en: "ROLE=ACCOUNT"))
      return (try choice(LoanAccountRole.self, role), try argument(code, AccountCode.init))
    }
    let run = LoanTermsRun(run: WriteRun(book: book, confirm: confirm, report: report))
    try run { ledger, dryRun in
      let known = try ledger.loanProducts()
      let model = try like.map { code in
        guard let found = known.first(where: { $0.code == code }) else {
          throw LedgerError.loanProductUnknown(code, known: known.map(\.code))
        }
        return found
      }
      let product = LoanProduct(
        code: code, name: Phrase(id: name, en: nameEn ?? name),
        accounts: LoanAccountRole.accounts(
          try model?.accounts ?? ledger.loanAccounts(), changes))
      let old = try (model ?? known.first).flatMap { try ledger.loanTerms(of: $0.code).last }
      let new = try terms.apply(to: old, from: try ledger.status().openMonth)
      try ledger.addLoanProduct(
        product, terms: new, reference: note.ref, note: note.value, dryRun: dryRun)
      return LoanProductListRenderer.Product(product: product, terms: [new])
    }
  }
}
