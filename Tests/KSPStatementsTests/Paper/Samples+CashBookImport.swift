import KSPStatements

@testable import KSPCore

extension Samples {
  /// A sheet with a balance that does not recompute.
  private static func cashSheets() throws -> [CashSheet] {
    let text = """
      BUKU KAS UMUM;;;;;;;
      Bulan Januari 2026;;;;;;;
      No;Tanggal;Uraian Transaksi;Bukti;Debet (Rp);Kredit (Rp);Saldo (Rp);Keterangan
      1;3 Januari 2026;Simpanan wajib;;60.000;;60.000;3 bulan
      2;;Bayar listrik;;;25.000;36.000;
      3;;Titipan;;5.000;;40.000;
      """
    return [try CashSheet(SheetText(text, file: "januari.csv"))]
  }

  /// Proposals that are complete, open with a choice of names that are hard to print, and stored.
  private static func cashProposals() throws -> CashProposals {
    let sheets = try cashSheets()
    let rows = sheets[0].rows.enumerated().map { index, row in
      var proposal = CashProposal(file: "januari.csv", row: row)
      switch index {
      case 0:
        proposal.meaning = .product("wajib")
        proposal.choices = [
          .init(number: "0001", name: awkward), .init(number: "0002", name: "Budi Hartono"),
        ]
        proposal.reasons = [Phrase(id: "anggotanya belum pasti", en: "the member is not certain")]
      case 1:
        proposal.meaning = .account("5-2100")
        proposal.reasons = [Phrase(id: "kata “listrik”", en: "the word “listrik”")]
      default: proposal.stored = EntryNumber(9)
      }
      return proposal
    }
    return CashProposals(account: "1-1000", sheets: sheets, rows: rows)
  }

  private static let cashWords = [
    CashWord(
      word: "listrik", meaning: .account("5-2100"),
      name: Phrase(id: "Beban kantor", en: "Office expenses"), origin: .kept)
  ]

  /// The papers of a cash book that is brought in.
  static func cashBookImport(_ style: ReportStyle) throws -> [(name: String, text: String)] {
    let sheets = try cashSheets()
    let report = CashImportReport(
      account: "1-1000", rows: 3, stored: 2, alreadyStored: 0,
      booked: [
        CashImportReport.Booked(try cashProposals().rows[0], 25_000, by: EntryNumber(12))
      ],
      months: sheets.map { .init($0) }, provedDays: 0,
      differences: [
        .init(date: try BookDate(parsing: "2026-01-03"), sheet: 40_000, book: 45_000)
      ], learned: cashWords, mistakes: sheets.flatMap(\.mistakes))
    return [
      ("cash-proposals", CashProposalsRenderer(style).string(try cashProposals())),
      ("cash-words", CashWordsRenderer(style).string(cashWords)),
      ("cash-import", CashImportRenderer(style).string(report)),
    ]
  }
}
