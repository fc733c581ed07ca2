import KSPCore
import KSPTestSupport
import Testing

/// Months of a cash book as they are kept: read, proved, and their own mistakes named.
@Suite struct CashSheetTests {
  static let months: [(title: String, month: String, received: Rupiah, paid: Rupiah)] = [
    ("Januari 2026", "2026-01", 4_400_000, 2_977_500),
    ("Pebruari 2026", "2026-02", 950_000, 2_666_500),
    ("Maret 2026", "2026-03", 4_152_000, 7_276_000),
    ("April 2026", "2026-04", 9_840_000, 6_316_000),
    ("Mei 2026", "2026-05", 14_285_000, 17_785_000),
    ("Juni 2026", "2026-06", 13_412_000, 5_159_250),
  ]

  /// The six sheets of the vector, with the sum that March prints wrongly and the day that June has
  /// not.
  static func palbapang() throws -> [SheetText] {
    var writer = CashSheetWriter(received: 3_700_000, paid: 282_000)
    return try months.map { title, name, received, paid in
      var text = try writer.sheet(
        title,
        [
          .init(try day("\(name)-03"), "Masuk", in: received),
          .init(try day("\(name)-03"), "Keluar", out: paid),
        ])
      if name == "2026-03" {
        text = text.replacing(
          "Jumlah Transaksi Sampai Bulan ini;;13.202.000;13.202.000;;",
          with: "Jumlah Transaksi Sampai Bulan ini;;13.202.000;13.202.000;6.248.000;")
      }
      if name == "2026-06" {
        text = text.replacing("Bantul, 3 Juni 2026", with: "Bantul, 31 Juni 2026")
      }
      return SheetText(text, file: "\(name).csv")
    }
  }

  @Test("vector cashbook-palbapang-2026: six months recompute, one printed balance is wrong")
  func vector() throws {
    // In any order of the files.
    let sheets = try CashSheets(reading: Self.palbapang().reversed()).sheets
    #expect(
      sheets.map(\.closing) == [4_840_500, 3_124_000, 0, 3_524_000, 24_000, 8_276_750])
    #expect(sheets.map(\.opening.balance) == [3_418_000] + sheets.dropLast().map(\.closing))
    #expect(sheets.allSatisfy { $0.rows.count == 2 && $0.rows[0].date == $0.rows[1].date })
    let wrong = sheets.flatMap(\.mistakes)
    #expect(wrong.map(\.kind) == [.cumulative, .dayBeyond])
    #expect(wrong[0].file == "2026-03.csv" && wrong[0].column == .balance)
    #expect(wrong[0].printed == "Rp6.248.000" && wrong[0].right == "Rp0")
    #expect(wrong[0].label == "Jumlah Transaksi Sampai Bulan ini")
    #expect(wrong[1].right == "2026-06-30")
    let june = try #require(sheets.last)
    #expect(try june.opening.received + june.received == 50_739_000)
    #expect(try june.opening.paid + june.paid == 42_462_250)
  }

  private func sheet(_ rows: String, title: String = "Januari 2026") throws -> CashSheet {
    let text = """
      \(title);;;;;;;
      No;Tanggal;Uraian;Bukti;Debet;Kredit;Saldo;Keterangan
      \(rows)
      """
    return try #require(
      try CashSheets([CashSheet(SheetText(text, file: "kas.csv"))]).sheets.first)
  }

  @Test("each mistake of a sheet is named with what is printed and what is right")
  func mistakes() throws {
    let found = try sheet(
      """
      ;;Saldo awal;;1.000;;1.000;
      1;05/01/2026;A;;500;;1.500;
      2;;B;;;200;1.400;
      3;;C;;100;;1.500;
      4;;D;;;400;1.000;
      5;04/01/2026;E;;1.000;;2.000;
      6;01/02/2026;F;;1.000;;3.000;
      7;31 Pebruari 2026;G;;;500;2.500;
      ;;Transaksi bulan ini;;2.500;1.100;;
      ;;Total sampai bulan ini;;3.600;1.100;2.500;
      """
    ).mistakes
    let told = found.map { "\($0.line) \($0.kind.rawValue) \($0.column.rawValue)" }
    #expect(
      told == [
        "5 balance balance", "8 day-backwards date", "9 day-outside date", "10 day-beyond date",
        "10 day-outside date", "11 month-total in",
      ])
    #expect(found[0].printed == "Rp1.400" && found[0].right == "Rp1.300")
    // The rows below carry the mistake on to the end; that is one mistake.
    #expect(found[0].carriedTo == 6)
    #expect(found[5].printed == "Rp2.500" && found[5].right == "Rp2.600")
  }

  @Test("a sheet begins as the one before ended")
  func opening() throws {
    var writer = CashSheetWriter(received: 1_000, paid: 0)
    let first = try writer.sheet(
      "Januari 2026", [.init(try day("2026-01-05"), "A", in: 500)])
    var other = CashSheetWriter(received: 1_600, paid: 0)
    let second = try other.sheet(
      "Februari 2026", [.init(try day("2026-02-05"), "B", in: 500, remark: "x")])
    let sheets = try CashSheets(
      reading: [SheetText(first, file: "1.csv"), SheetText(second, file: "2.csv")])
    #expect(sheets.gap?.after.file == "2.csv")
    #expect(sheets.sheets[0].mistakes.isEmpty)
    #expect(sheets.sheets[1].mistakes.map(\.kind).contains(.opening))
    #expect(
      refusal {
        try CashSheets(
          reading: [SheetText(first, file: "1.csv"), SheetText(first, file: "3.csv")])
      } == .cashBookMonthTwice)
  }

  @Test("without an opening row the first balance says what was there")
  func withoutOpening() throws {
    let found = try sheet("1;5;A;;500;;1.500;\n2;;B;;;200;1.300;\n;;;;;;;ttd\n")
    #expect(found.opening.balance == 1_000 && found.opening.line == nil)
    #expect(found.rows.map(\.date) == [try day("2026-01-05"), try day("2026-01-05")])
    #expect(found.leftOutRows.map(\.text) == ["ttd"])
    #expect(found.mistakes.isEmpty)
  }

  @Test("what cannot be read is refused at its cell")
  func refusals() {
    func code(_ rows: String) -> LedgerError.Code? {
      refused { try sheet(rows) }?.details.first?.code
    }
    #expect(code("1;;A;;500;;500;") == .cashBookDayMissing)
    #expect(code("1;05/01/2026;A;;500;200;300;") == nil)
    #expect(
      code("1;05/01/2026;A;;500;;500;\n2;;B;;500;200;800;") == .importBothSides)
    #expect(code("1;05/01/2026;A;;1.5;;500;") == .amountUnreadable)
    #expect(code("1;05/01/2026;A;;-5;;500;") == .amountNotPositive)
    #expect(code("1;7 xx;A;;5;;5;") == .dateUnreadable)
    #expect(refusal { try sheet("", title: "Kas") } == .cashBookWithoutMonth)
    #expect(
      refusal { try CashSheet(SheetText("Tanggal;Uraian;Debet\n", file: "x")) }
        == .importColumnMissing)
  }

  @Test(arguments: [
    ("7 bulan, Juni - Desember 2025", "2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12"),
    ("Januari, Pebruari", "2026-01 2026-02"), ("jan s/d mar", "2026-01 2026-02 2026-03"),
    ("bln Maret", "2026-03"), ("7bln", ""), ("lunas", ""),
  ])
  func monthsOfARemark(_ text: String, _ expected: String) {
    let found = CashMonths(text, year: 2026)
    #expect(found.months.map(\.description).joined(separator: " ") == expected)
    #expect((found.count == 7) == text.hasPrefix("7"))
  }

  @Test("an answer may name months in both ways, and nothing else")
  func monthsOfAnAnswer() throws {
    let three = ["2026-01", "2026-02", "2026-03"]
    #expect(try CashMonths.answer("2026-01..2026-03", year: 2026).map(\.description) == three)
    for text in ["2026-01 2026-02,2026-03", "Jan - Mar"] {
      #expect(try CashMonths.answer(text, year: 2026).map(\.description) == three)
    }
    #expect(refusal { try CashMonths.answer("besok", year: 2026) } == .monthUnreadable)
  }

  @Test("members by number, by name, and only those who are alone")
  func members() throws {
    let register = CashMembers(
      try [
        ("0001", "Siti Aminah"), ("0002", "Budi Santoso"), ("0003", "Siti Rahmawati"),
        ("0004", "Hj. Sri Lestari"), ("0005", "Siti Aminah Dewi"),
      ].map { number, name in
        CashMembers.Member(
          CashProposal.Choice(number: MemberNumber(number), name: name),
          DuesFacts(member: MemberNumber(number), joinedOn: try day("2026-01-01")))
      })
    func found(_ text: String) -> String {
      let found = register.find(in: CashText.words(text), besides: ["wajib"])
      return found.member.map(\.choice.number.text)
        ?? "? " + found.near.map(\.number.text).joined(separator: " ")
    }
    #expect(found("Simpanan wajib Siti Aminah") == "0001")
    #expect(found("wajib bu Aminah Siti Dewi") == "0005")
    #expect(found("wajib Siti") == "? 0001 0003 0005")
    #expect(found("wajib an. Budi 7 bulan") == "0002")
    #expect(found("wajib Budi Hartono") == "? 0002")
    #expect(found("wajib 0004") == "0004")
    #expect(found("wajib Siti Aminah 0002") == "? 0002 0001 0005")
    #expect(found("wajib Bui Santoso") == "? 0002")
    #expect(found("wajib Sri Lestary") == "? 0004")
    #expect(found("wajib Lestary") == "? 0004")
    #expect(found("wajib") == "? ")
  }
}
