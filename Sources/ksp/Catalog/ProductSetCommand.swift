import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product set`.
struct ProductSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say("Ketentuan baru mulai sebuah bulan.", "New terms from a month on."),
    discussion: say(
      "Contoh: ksp produk ubah sukarela --berlaku 2026-02 --suku 4%/tahun",
      "Example: ksp product set sukarela --effective 2026-02 --rate 4%/year"),
    aliases: ["ubah"])

  @Argument(help: .say("Kode produk.", "Product code.", .code))
  var product: ProductCode
  @OptionGroup(title: Headings.terms) var terms: SavingsTermsOptions
  @OptionGroup(title: Headings.interest) var interest: InterestOptions
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    var dropped: [Phrase] = []
    let run = SavingsTermsRun(run: WriteRun(book: book, confirm: confirm, report: report))
    try run(dropping: { dropped }) { ledger, dryRun in
      let all = try ledger.savingsTerms(of: product)
      let month = try terms.month() ?? ledger.status().openMonth
      guard let found = try ledger.savingsProducts().first(where: { $0.code == product }),
        var old = all.last(where: { $0.effectiveFrom <= month }) ?? all.first
      else {
        throw LedgerError.productUnknown(product, known: try ledger.savingsProducts().map(\.code))
      }
      let before = old
      old.effectiveFrom = month
      let new = try terms.apply(
        interest, to: old, earlier: ledger.lastInterest(of: product, through: month))
      dropped = new.dropped(from: before)
      try ledger.setSavingsTerms(
        of: product, new, reference: note.ref, note: note.value, dryRun: dryRun)
      return SavingsProductListRenderer.Product(product: found, terms: [new])
    }
  }
}
