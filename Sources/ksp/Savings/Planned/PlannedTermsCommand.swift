import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp planned terms`.
struct PlannedTermsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terms",
    abstract: say(
      "Syarat simpanan berencana sebuah produk, mulai sebuah bulan.",
      "Terms of planned savings of a product, from a month on."),
    discussion: say(
      """
      Tanpa jangka ditunjukkan syarat yang ada. Cara hitung jasa, pembulatan dan
      waktunya adalah yang di syarat produknya; sukunya yang di sini. Yang sudah
      berjalan tetap menurut syaratnya.
      Contoh:
        ksp berencana syarat berencana --jangka 12 --suku 6%/th --suku-gugur 2%/th
        ksp berencana syarat berencana --jangka 24 --suku 7%/th --suku-gugur 2%/th \\
          --gugur-setelah 3 --terkecil 50.000 --mulai 2026-02
      """,
      """
      Without a term it shows what there is. How interest is computed, rounded and
      credited stands in the product's terms; its rate stands here. What runs keeps
      its terms.
      Examples:
        ksp planned terms berencana --tenor 12 --rate 6%/y --lapsed-rate 2%/y
        ksp planned terms berencana --tenor 24 --rate 7%/y --lapsed-rate 2%/y \\
          --misses 3 --least 50.000 --from 2026-02
      """), aliases: ["syarat"])

  @Argument(help: .say("Kode produk; bawaan semua.", "Product code; default all.", .code))
  var product: ProductCode?
  @Option(
    name: .also("jangka"),
    help: .say("Jangka dalam bulan.", "Term in months.", Phrase(id: "bulan", en: "months")))
  var tenor: Int?
  @Option(
    name: .also("suku"),
    help: .say("Suku jasa.", "Rate of interest.", Phrase(id: "suku", en: "rate")))
  var rate: String?
  @Option(
    name: .also("suku-gugur"),
    help: .say(
      "Suku setelah gugur atau dihentikan.", "Rate once it lapsed or was given up.",
      Phrase(id: "suku", en: "rate")))
  var lapsedRate: String?
  @Option(
    name: .also("gugur-setelah"),
    help: .say(
      "Gugur setelah sekian bulan tertunggak; bawaan 3.",
      "Lapses after so many months missed; default 3.", Phrase(id: "bulan", en: "months")))
  var misses: Int?
  @Option(name: .also("terkecil"), help: .say("Setoran terkecil.", "Least amount.", .amount))
  var least: String?
  @Option(
    name: .also("mulai"),
    help: .say("Bulan pertama; bawaan bulan terbuka.", "First month; default the open one.", .month)
  )
  var from: String?
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard let product, let tenor else { return try show() }
    guard let rate = try argument(rate, { text throws(LedgerError) in try Rate(parsing: text) }),
      let lapsed = try argument(
        lapsedRate, { text throws(LedgerError) in try Rate(parsing: text) })
    else {
      throw UsageProblem(
        Phrase(id: "Kedua suku belum disebut.", en: "Both rates are missing."),
        advice: Phrase(
          id: "Beri --suku dan --suku-gugur.", en: "Give --rate and --lapsed-rate."))
    }
    let least = try argument(least, Rupiah.init(parsing:))
    let month = try argument(from, BookMonth.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let terms = PlannedSavingsTerms(
          of: product, from: try month ?? ledger.status().openMonth, months: tenor, rate: rate,
          lapsedRate: lapsed, misses: misses ?? min(3, tenor), least: least ?? .zero)
        return [
          try ledger.setPlannedSavings(
            terms, reference: note.ref, note: note.value, dryRun: dryRun)
        ]
      },
      rehearse: { _, terms in Rehearsal(terms, PlannedTermsRenderer.self) },
      print: { style, terms in try report.write(terms, with: PlannedTermsRenderer(style)) })
  }

  private func show() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: PlannedTermsRenderer.self) { book in
        try book.plannedSavingsTerms().filter { product == nil || $0.product == product }
      }
    }
  }
}
