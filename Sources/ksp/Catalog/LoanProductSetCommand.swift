import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp loan product set`.
struct LoanProductSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Ketentuan baru mulai sebuah bulan.", "New terms from a month on."),
    discussion: say(
      """
      Contoh:
        ksp pinjaman produk ubah flat --suku 1,2%/bulan --jangka 24 --persetujuan \\
          --potongan provisi=1%:4-1110 --denda 0,1%/hari:tunggakan
      Pinjaman yang sudah ada tetap pada ketentuannya.
      """,
      """
      Example:
        ksp loan product set flat --rate 1.2%/month --term 24 --approval \\
          --fee provisi=1%:4-1110 --late-fee 0.1%/day:arrears
      Loans that exist keep their terms.
      """), aliases: ["ubah"])

  @Argument(help: .say("Kode produk.", "Product code.", .code))
  var product: ProductCode
  @OptionGroup(title: Headings.terms) var terms: LoanTermsOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let run = LoanTermsRun(run: WriteRun(book: book, confirm: confirm, report: report))
    let before = LoanTermsRun.Before()
    try run(replacing: before) { ledger, dryRun in
      let all = try ledger.loanTerms(of: product)
      let month = try terms.month() ?? ledger.status().openMonth
      guard let found = try ledger.loanProducts().first(where: { $0.code == product }) else {
        throw LedgerError.loanProductUnknown(
          product, known: try ledger.loanProducts().map(\.code))
      }
      before.terms = all.last { $0.effectiveFrom <= month } ?? all.first
      let new = try terms.apply(to: before.terms, from: month)
      try ledger.setLoanTerms(
        of: product, new, reference: note.ref, note: note.value, dryRun: dryRun)
      return LoanProductListRenderer.Product(product: found, terms: [new])
    }
  }
}
