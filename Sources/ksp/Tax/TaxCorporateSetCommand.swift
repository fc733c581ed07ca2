import ArgumentParser
import KSPCore
import KSPLedger
import KSPStatements

/// `ksp tax corporate set`.
struct TaxCorporateSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: say(
      "Cara pendapatan koperasi dipajaki mulai sebuah bulan.",
      "How the cooperative's income is taxed from a month on."),
    discussion: say(
      """
      Tutup bulan membukukannya: beban pajak penghasilan / utang PPh badan. Atas
      omzet setiap bulan, atas hasil usaha di bulan terakhir tahun buku.
      Contoh:
        ksp pajak badan ubah omzet 0,5% --mulai 2025-01 --sampai 2028-12
        ksp pajak badan ubah hasil 11% --mulai 2029-01
        ksp pajak badan ubah mati
      """,
      """
      The month end books it: expense of income tax / corporate tax payable. On the
      turnover every month, on the result in the last month of the year.
      Examples:
        ksp tax corporate set turnover 0.5% --from 2025-01 --until 2028-12
        ksp tax corporate set result 11% --from 2029-01
        ksp tax corporate set off
      """), aliases: ["ubah"])

  @Argument(
    help: .say(
      "Yang dipajaki: \(words(CorporateTaxRule.Basis.self, .indonesian)).",
      "What is taxed: \(words(CorporateTaxRule.Basis.self)).",
      Phrase(id: "dasar", en: "basis")))
  var basis: String
  @Argument(help: .say("Tarif, misalnya 0,5%.", "The rate, such as 0.5%.", .percent))
  var rate: String?
  @Option(
    name: .also("mulai"),
    help: .say("Bulan pertama; bawaan bulan terbuka.", "First month; default the open one.", .month)
  )
  var from: String?
  @Option(
    name: .also("sampai"),
    help: .say(
      "Bulan terakhir; bawaan sampai aturan berikutnya.",
      "Last month; default until the next rule.", .month))
  var until: String?
  @Option(
    name: .also("kecuali"), parsing: .singleValue,
    help: .say(
      "Akun yang tidak dihitung; boleh berulang. Bawaan untuk omzet: pendapatan di luar sel "
        + "kesehatan 71-77, seperti jasa bank.",
      "An account that does not count; may be repeated. Default for turnover: income outside "
        + "health cells 71-77, such as bank interest.", .account))
  var exempt: [String] = []
  @OptionGroup(title: Headings.writing) var note: NoteOptions
  @OptionGroup(title: Headings.writing) var confirm: ConfirmOptions
  @OptionGroup(title: Headings.result) var report: ReportOptions
  @OptionGroup(title: Headings.book) var book: BookOptions

  func run() throws {
    let basis = try choice(CorporateTaxRule.Basis.self, basis)
    let rate = try argument(rate, Share.init(parsing:)) ?? .zero
    let month = try argument(from, BookMonth.init(parsing:))
    let last = try argument(until, BookMonth.init(parsing:))
    let exempt = try exempt.map { try argument($0, AccountCode.init) }
    try WriteRun(book: book, confirm: confirm, report: report).run(
      { ledger, dryRun in
        let rule = CorporateTaxRule(
          basis, rate, from: try month ?? ledger.status().openMonth, until: last,
          exempt: exempt.isEmpty ? nil : exempt)
        return [
          try ledger.setCorporateTax(
            rule, reference: note.ref, note: note.value, dryRun: dryRun)
        ]
      },
      rehearse: { _, rules in Rehearsal(rules, CorporateTaxRulesRenderer.self) },
      print: { style, rules in
        try report.write(rules, with: CorporateTaxRulesRenderer(style))
      })
  }
}

extension CorporateTaxRule.Basis: OptionWord {
  static var indonesian: [(word: String, value: CorporateTaxRule.Basis)] {
    [("omzet", .turnover), ("hasil", .result), ("mati", .off)]
  }
}
