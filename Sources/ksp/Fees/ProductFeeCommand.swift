import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp product fee`.
struct ProductFeeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fee",
    abstract: say(
      "Biaya bulanan dan rekening pasif sebuah produk, mulai sebuah bulan.",
      "Monthly fees and dormant accounts of a product, from a month on."),
    discussion: say(
      """
      Tanpa jumlah ditunjukkan aturan yang ada. Tutup bulan mengambilnya di hari
      terakhir, sesudah autodebet dan sebelum jasa, tidak pernah sampai minus.
      Contoh:
        ksp produk biaya sukarela 5.000 --bebas-mulai 1.000.000 --mulai 2026-02
        ksp produk biaya sukarela 5000 --ambil-sisa \\
          --pasif-setelah 12 --biaya-pasif 0
      """,
      """
      Without an amount it shows the rules. The month end takes it on the last day,
      after standing orders and before interest, and never below zero.
      Examples:
        ksp product fee sukarela 5.000 --free-from 1.000.000 --from 2026-02
        ksp product fee sukarela 5.000 --take-rest --dormant-after 12 --dormant-fee 0
      """), aliases: ["biaya"])

  @Argument(help: .say("Kode produk.", "Product code.", .code))
  var product: ProductCode
  @Argument(help: .say("Biaya per bulan; 0 untuk tidak ada.", "A month; 0 for nothing.", .amount))
  var amount: String?
  @Option(
    name: .also("mulai"),
    help: .say("Bulan pertama; bawaan bulan terbuka.", "First month; default the open one.", .month)
  )
  var from: String?
  @Option(
    name: .also("bebas-mulai"),
    help: .say(
      "Saldo akhir bulan yang bebas biaya.", "Balance at the month's end that is free.", .amount))
  var freeFrom: String?
  @Flag(
    name: .also("ambil-sisa"),
    help: .say(
      "Saldo kurang: ambil yang ada; bawaan tidak diambil.",
      "Too little: take what there is; default nothing."))
  var takeRest = false
  @Option(
    name: .also("pasif-setelah"),
    help: .say(
      "Pasif setelah sekian bulan tanpa gerak anggota.",
      "Dormant after so many months without a movement.", Phrase(id: "bulan", en: "months")))
  var dormantAfter: Int?
  @Option(
    name: .also("biaya-pasif"),
    help: .say("Biaya rekening pasif; bawaan 0.", "Fee of dormant accounts; default 0.", .amount))
  var dormantFee: String?
  @Flag(
    name: .also("tanpa-jasa-pasif"),
    help: .say("Rekening pasif tidak diberi jasa.", "Dormant accounts earn nothing."))
  var noDormantInterest = false
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    guard let amount else { return try show() }
    let fee = try argument(amount, Rupiah.init(parsing:))
    let month = try argument(from, BookMonth.init(parsing:))
    let free = try argument(freeFrom, Rupiah.init(parsing:))
    let sleeping = try argument(dormantFee, Rupiah.init(parsing:))
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        var rule = SavingsFeeRule(
          of: product, from: try month ?? ledger.status().openMonth, fee: fee, freeFrom: free,
          takesRest: takeRest)
        rule.dormancy = dormantAfter.map {
          SavingsFeeRule.Dormancy(
            months: $0, fee: sleeping ?? .zero, earnsInterest: !noDormantInterest)
        }
        return [
          try ledger.setMonthlyFee(
            rule, reference: note.ref, note: note.value, dryRun: dryRun)
        ]
      },
      rehearse: { _, rules in Rehearsal(rules, FeeRulesRenderer.self) },
      print: { style, rules in try report.write(rules, with: FeeRulesRenderer(style)) })
  }

  private func show() throws {
    try book.withBook(.readOnly) { ledger in
      _ = try report.write(ledger, with: FeeRulesRenderer.self) { book in
        try book.monthlyFees().filter { $0.product == product }
      }
    }
  }
}
