import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A cash book beside a book: proposed, answered, booked once, and proved day by day.
@Suite struct CashBookImportTests {
  let folder: TestFolder
  let ledger: Ledger
  private static let names = [
    "Siti Aminah", "Budi Santoso", "Rahma Wati", "Wahyu Nugroho", "Sri Lestari",
  ]

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for (index, name) in Self.names.enumerated() {
      _ = try ledger.addMember(
        NewMember(
          number: MemberNumber("000\(index + 1)"), profile: MemberProfile(name: name),
          joinedOn: day("2026-01-01")))
    }
    try ledger.setDues(20_000, from: month("2026-01"))
    try ledger.nameAccount("listrik", AccountCode("5-2100"))
    try ledger.nameAccount("sewa kios", AccountCode("4-1200"))
  }

  private func open(_ amount: Rupiah) throws {
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,\(amount.sen / 100),\n", file: "awal.csv",
      on: day("2025-12-31"))
  }

  private func row(
    _ date: String, _ text: String, in received: Rupiah = .zero, out paid: Rupiah = .zero,
    remark: String = ""
  ) throws -> CashSheetWriter.Row {
    .init(try day("2026-01-\(date)"), text, in: received, out: paid, remark: remark)
  }

  private func january(_ rows: CashSheetWriter.Row...) throws -> [SheetText] {
    var writer = CashSheetWriter(received: 1_000_000, paid: 0)
    return [SheetText(try writer.sheet("Januari 2026", rows), file: "kas/jan.csv")]
  }

  private func answer(
    _ sheets: [SheetText], _ change: (CashProposal) -> [String]? = { _ in nil }
  ) throws -> CashImportReport {
    try ledger.importCashBook(
      sheets,
      answers: SheetText(
        CashAnswerList.text(try ledger.cashBookProposals(sheets), change), file: "jawaban.csv"))
  }

  // MARK: - The vector

  @Test("vector cashbook-palbapang-2026: six months are booked, and cash ends as the sheets do")
  func vector() throws {
    var writer = CashSheetWriter(received: 3_700_000, paid: 282_000)
    let months: [(String, Rupiah, Rupiah)] = [
      ("Januari", 4_400_000, 2_977_500), ("Pebruari", 950_000, 2_666_500),
      ("Maret", 4_152_000, 7_276_000), ("April", 9_840_000, 6_316_000),
      ("Mei", 14_285_000, 17_785_000), ("Juni", 13_412_000, 5_159_250),
    ]
    let sheets = try months.enumerated().map { index, month in
      let date = try day("2026-0\(index + 1)-05")
      return SheetText(
        try writer.sheet(
          "\(month.0) 2026",
          [.init(date, "Sewa kios", in: month.1), .init(date, "Listrik", out: month.2)]),
        file: "\(month.0).csv")
    }
    try open(3_418_000)
    let report = try answer(sheets)
    #expect(report.stored == 12 && report.differences.isEmpty && report.mistakes.isEmpty)
    #expect(
      report.months.map(\.closing) == [4_840_500, 3_124_000, 0, 3_524_000, 24_000, 8_276_750])
    for month in report.months {
      #expect(try ledger.cashBook(in: BookPeriod(month.month)).closing == month.closing)
    }
    #expect(try ledger.verify().isOK)
  }

  // MARK: - A model

  @Test(
    "books written as sheets come back: every row, every day", arguments: [1, 2, 3] as [UInt64])
  func thereAndBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var writer = CashSheetWriter(received: 9_000_000, paid: 4_000_000)
    try open(5_000_000)
    var sheets: [SheetText] = []
    var expected: [String] = []
    var held: [Int: Int64] = [:]
    var days: [BookDate: Int64] = [:]
    for (title, month) in [("Januari 2026", "01"), ("Pebruari 2026", "02"), ("Maret 2026", "03")] {
      var rows: [CashSheetWriter.Row] = []
      for number in 1...28 where Bool.random(using: &random) {
        let date = try day("2026-\(month)-\(number < 10 ? "0" : "")\(number)")
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let who = Int.random(in: 0..<5, using: &random)
          let amount = Int64.random(in: 1...200, using: &random) * 500
          let name = Self.names[who]
          let made: (text: String, amount: Int64, means: String) =
            switch Int.random(in: 0..<6, using: &random) {
            case 0: ("Simpanan wajib \(name)", 20_000 * (amount % 7 + 1), "wajib 000\(who + 1)")
            case 1: ("Bayar listrik bln \(title)", -amount, "5-2100")
            case 2: ("Terima sewa kios", amount, "4-1200")
            case 3: ("Setor ke bank", -amount, "1-1100")
            case 4 where held[who, default: 0] >= amount:
              ("Ambil simpanan sukarela \(name)", -amount, "sukarela 000\(who + 1)")
            default: ("Simpanan sukarela an. \(name)", amount, "sukarela 000\(who + 1)")
            }
          if made.means.hasPrefix("sukarela") { held[who, default: 0] += made.amount }
          let rupiah = Rupiah(sen: abs(made.amount) * 100)
          rows.append(
            .init(
              date, made.text, in: made.amount > 0 ? rupiah : .zero,
              out: made.amount > 0 ? .zero : rupiah))
          expected.append(made.means)
          days[date, default: 0] += made.amount
        }
      }
      sheets.append(SheetText(try writer.sheet(title, rows), file: "\(month).csv"))
    }
    let proposals = try ledger.cashBookProposals(sheets)
    let told = proposals.rows.map { row in
      [row.meaning?.text, row.member?.number.text].compactMap(\.self).joined(separator: " ")
    }
    #expect(told == expected)
    #expect(proposals.mistakes.isEmpty && proposals.open.isEmpty)
    let report = try answer(sheets)
    #expect(report.stored == expected.count && report.learned.isEmpty)
    var cash: Int64 = 5_000_000
    for date in days.keys.sorted() {
      cash += days[date] ?? 0
      let book = try ledger.cashBook(in: BookPeriod(from: date, through: date))
      #expect(book.closing == Rupiah(sen: cash * 100), "\(date)")
    }
    for (who, amount) in held {
      let statement = try ledger.statement(
        of: AccountCode("SUK-000\(who + 1)"), period: period("2026-01-01", "2026-12-31"))
      #expect(statement.closing == Rupiah(sen: amount * 100))
    }
    let before = try BookContent(folder)
    let again = try answer(sheets)
    #expect(again.stored == 0 && again.alreadyStored == expected.count)
    #expect(try BookContent(folder) == before)
    #expect(try ledger.verify().isOK)
  }

  // MARK: - Dues

  @Test("dues: months of the remark, arrears, and the pokok under the name of wajib")
  func dues() throws {
    _ = try ledger.deposit(100_000, member: "0001", product: "pokok", on: day("2026-01-02"))
    let sheets = try january(
      row("05", "Simpanan wajib Siti Aminah", in: 40_000, remark: "Januari, Pebruari"),
      row("05", "Simpanan wajib Siti Aminah", in: 60_000, remark: "3 bulan"),
      row("05", "Simpanan wajib Budi Santoso", in: 100_000),
      row("06", "Simpanan wajib Budi Santoso", in: 100_000),
      row("06", "Simpanan wajib Rahma Wati", in: 100_000, remark: "5 bulan"),
      row("07", "Simpanan wajib Siti Aminah", in: 100_000),
      row("07", "Simpanan pokok dan wajib Sri Lestari", in: 120_000))
    let rows = try ledger.cashBookProposals(sheets).rows
    #expect(
      rows.map { $0.meaning?.text } == [
        "wajib", "wajib", "pokok", "wajib", "wajib", "wajib", nil,
      ])
    #expect(rows[0].months.map(\.description) == ["2026-01", "2026-02"])
    #expect(rows[1].months.isEmpty && rows[1].reasons.contains { $0.english.hasPrefix("3 months") })
    #expect(rows[2].reasons.contains { $0.english.contains("pokok") })
    #expect(rows[6].reasons.contains { $0.english.hasPrefix("several words") })
  }

  // MARK: - Answers

  @Test("a corrected answer teaches its words, and an ended word is told as before")
  func learning() throws {
    try open(1_000_000)
    let sheets = try january(
      row("05", "Beli air galon 2 buah", out: 30_000), row("06", "Simpanan wajib Siti", in: 20_000),
      row("07", "Bayar listrik gudang", out: 50_000))
    let report = try answer(sheets) { proposal in
      switch proposal.row.line {
      case 6: ["", "5-2100", "", ""]
      case 8: ["", "5-2000", "", ""]
      default: nil
      }
    }
    #expect(report.stored == 3)
    #expect(report.learned.map(\.word) == ["beli air galon", "listrik gudang"])
    #expect(report.learned.map(\.meaning.text) == ["5-2100", "5-2000"])
    var writer = CashSheetWriter(received: 1_020_000, paid: 80_000)
    let next = [
      SheetText(
        try writer.sheet(
          "Februari 2026",
          [
            .init(try day("2026-02-02"), "Beli air galon", out: 5_000),
            .init(try day("2026-02-02"), "Listrik kantor", out: 5_000),
            .init(try day("2026-02-03"), "Listrik gudang", out: 5_000),
          ]), file: "feb.csv")
    ]
    func told() throws -> [String?] {
      try ledger.cashBookProposals(next).rows.map { $0.meaning?.text }
    }
    #expect(try told() == ["5-2100", "5-2100", "5-2000"])
    try ledger.setCashWord("LISTRIK  gudang", to: nil)
    try ledger.setCashWord("beli air galon", to: .product("sukarela"))
    #expect(try told() == ["sukarela", "5-2100", "5-2100"])
    #expect(try ledger.cashWords().first?.word == "beli air galon")
    #expect(try ledger.verify().isOK)
  }

  @Test("one amount may be shared by several answers; what is booked otherwise is not stored")
  func partsAndBooked() throws {
    try open(1_000_000)
    let deposit = try ledger.deposit(70_000, member: "0002", on: day("2026-01-06"))
    let sheets = try january(
      row("05", "Simpanan pokok dan wajib Siti Aminah", in: 120_000),
      row("06", "Sukarela Budi Santoso", in: 70_000))
    let list = """
      berkas;baris;masuk;keluar;anggota;rekening/akun;bulan yang dibayar;jawaban
      jan.csv;6;100.000;;0001;pokok;;ya
      jan.csv;6;20.000;;0001;wajib;2026-01;ya
      jan.csv;7;70.000;;0002;sukarela;;sudah
      """
    func store(_ list: String) throws -> CashImportReport {
      try ledger.importCashBook(sheets, answers: SheetText(list, file: "j.csv"))
    }
    let report = try store(list)
    #expect(report.stored == 1 && report.differences.isEmpty)
    #expect(report.booked.map(\.line) == [7] && report.booked[0].amount == 70_000)
    #expect(report.booked[0].entry == deposit.entry)
    #expect(try store(list).alreadyStored == 1)
    // A deposit that the sheet does not have is a difference to look at.
    _ = try ledger.deposit(1_000, member: "0002", on: day("2026-01-07"))
    #expect(try store(list).differences.map(\.book) == [1_191_000])
    let unfit = refused { try store(list.replacing("20.000", with: "30.000")) }
    #expect(unfit?.details.first?.code == .cashBookAnswerUnfit)
  }

  @Test("a row that was reversed may come in again, and other content is refused")
  func again() throws {
    try open(1_000_000)
    let sheets = try january(row("05", "Sukarela Budi Santoso", in: 70_000))
    _ = try answer(sheets)
    let stored = try #require(try ledger.cashBookProposals(sheets).rows.first?.stored)
    let other = refused { try answer(sheets) { _ in ["0001", "sukarela", "", "ya"] } }
    #expect(other?.details.map(\.code) == [.referenceReused])
    _ = try ledger.reverse(stored, on: day("2026-01-05"), note: EntryNote(memo: "salah"))
    #expect(try answer(sheets).stored == 1)
    #expect(try ledger.cashBook(in: BookPeriod(month("2026-01"))).closing == 1_070_000)
  }

  // MARK: - Refusals

  @Test("answers to a sheet that was changed since are refused")
  func changedSheet() throws {
    try open(1_000_000)
    let first = try january(row("05", "Bayar listrik", out: 5_000))
    let changed = try january(row("05", "Bayar air", out: 5_000))
    let list = CashAnswerList.text(try ledger.cashBookProposals(first)) { _ in
      ["", "5-2100", "", "ya"]
    }
    let answers = SheetText(list, file: "jawaban.csv")
    let found = refused { try ledger.importCashBook(changed, answers: answers) }
    #expect(found?.details.map(\.code) == [.cashBookAnswerUnfit])
    #expect(try ledger.importCashBook(first, answers: answers).stored == 1)
  }

  @Test("nothing is stored until every row has an answer that can be booked")
  func unanswered() throws {
    try open(1_000_000)
    let sheets = try january(
      row("05", "Sukarela Budi Santoso", in: 70_000), row("06", "Entah apa", in: 5_000),
      row("07", "Bayar listrik", out: 5_000))
    let before = try BookContent(folder)
    func codes(_ cells: @escaping (CashProposal) -> [String]?) -> [LedgerError.Code] {
      (refused { try answer(sheets, cells) }?.details ?? []).map(\.code)
    }
    #expect(codes { _ in nil } == [.cashBookUnanswered])
    #expect(
      codes { proposal in
        [proposal.member?.number.text ?? "", proposal.meaning?.text ?? "", "", ""]
      } == [.cashBookUnanswered, .cashBookUnanswered, .cashBookUnanswered])
    let wrong: [([String], LedgerError.Code)] = [
      (["", "5-9999", "", "ya"], .cashWordUnknown), (["", "wajib", "", "ya"], .cashBookUnanswered),
      (["0009", "wajib", "", "ya"], .memberUnknown),
      (["0001", "4-1200", "", "ya"], .cashBookUnanswered),
      (["", "", "", "tidak"], .cashBookUnanswered),
      (["", "4-1200", "", "mungkin"], .importWordUnknown),
    ]
    for (cells, code) in wrong {
      #expect(codes { $0.row.line == 7 ? cells : nil } == [code], "\(cells)")
    }
    #expect(try BookContent(folder) == before)
  }

  @Test("cash that differs is refused with both figures, and so is a sheet that is missing")
  func differs() throws {
    let sheets = try january(row("05", "Bayar listrik", out: 5_000))
    let error = refused { try answer(sheets) }
    #expect(error?.code == .cashBookDiffers)
    #expect(error?.message.english.contains("Rp1.000.000") == true)
    try open(1_000_000)
    // Nothing was booked, so no voucher is there that it could be.
    let claimed = refused { try answer(sheets) { _ in ["", "", "", "sudah"] } }
    #expect(claimed?.details.map(\.code) == [.cashBookUnanswered])
    #expect(claimed?.details.first?.message.english.contains("no voucher of that day") == true)
    var writer = CashSheetWriter(received: 2_000_000, paid: 0)
    let later = SheetText(
      try writer.sheet("Maret 2026", [.init(try day("2026-03-02"), "Bayar listrik", out: 1)]),
      file: "mar.csv")
    #expect(refusal { try answer(sheets + [later]) } == .cashBookGap)
    #expect(
      refusal { try ledger.cashBookProposals(sheets, cash: AccountCode("4-1200")) }
        == .accountTermsUnfit)
    #expect(refusal { try ledger.setCashWord("belum ada", to: nil) } == .cashWordUnknown)
    #expect(
      refusal { try ledger.setCashWord("x", to: .account(AccountCode("2-1100"))) }
        == .accountNotPostable)
  }

  @Test("verify finds a word that means what nobody posts by hand")
  func verified() throws {
    try ledger.setCashWord("galon", to: .account(AccountCode("5-2100")))
    try ledger.close()
    try tamper(
      with: folder, "book.ksp",
      "UPDATE cashWord SET account = (SELECT id FROM account WHERE isPostable = 0 LIMIT 1)")
    let report = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
      .verify()
    #expect((report.checks.first { $0.name == "cashBook.words" }?.count ?? 0) == 1)
  }
}
