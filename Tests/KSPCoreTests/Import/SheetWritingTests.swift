import KSPTestSupport
import Testing

@testable import KSPCore

/// Amounts and days in the ways that spreadsheets and people write them.
@Suite struct SheetWritingTests {
  static func sen(_ count: Int64) -> Rupiah { Rupiah(sen: count) }

  /// What a cell comes to in each writing of its column; nil where it cannot be read so.
  static let amounts: [(text: String, comma: Rupiah?, point: Rupiah?)] = [
    ("500000", 500_000, 500_000), ("500.000,-", 500_000, nil), ("Rp 500.000,-", 500_000, nil),
    ("Rp. 500.000", 500_000, nil), ("Rp500.000,00", 500_000, nil), ("rp 1.500.000", 1_500_000, nil),
    ("IDR 500000", 500_000, 500_000), ("500000,-", 500_000, nil), ("500.000.-", 500_000, nil),
    ("(500.000)", -500_000, nil), ("-500000", -500_000, -500_000), ("Rp -500.000", -500_000, nil),
    ("1,500,000.00", nil, 1_500_000), ("14.550", 14_550, nil),
    ("12345.67", nil, sen(1_234_567)),
    ("1.5", nil, sen(150)), ("1,5", sen(150), nil), ("1,500", nil, 1_500),
    ("1.50.000", nil, nil), ("1500.000", nil, nil), ("12a", nil, nil), ("3.20101E+15", nil, nil),
    ("\u{A0}Rp\u{A0}25.000\u{A0}", 25_000, nil), ("0", 0, 0),
  ]

  @Test(arguments: amounts) func amountsAreReadInTheirWriting(
    _ text: String, _ comma: Rupiah?, _ point: Rupiah?
  ) throws {
    let cell = try #require(AmountCell(text))
    #expect((try? cell.amount(.comma)) == comma)
    #expect((try? cell.amount(.point)) == point)
  }

  @Test(arguments: ["", "-", " - ", "Rp -", "Rp", "–", "Rp. -"]) func nothingIsNoAmount(
    _ text: String
  ) {
    #expect(AmountCell(text) == nil)
  }

  /// K1.4: what a cell proves of its column.
  @Test func whatACellProves() throws {
    func evidence(_ text: String) throws -> AmountWriting.Evidence {
      try #require(AmountCell(text)).evidence
    }
    for text in ["14.550", "1.500,50", "1500,50", "500.000,-"] {
      #expect(try evidence(text) == .only(.comma), "\(text)")
    }
    for text in ["12345.67", "1,500,000", "1,500.5"] {
      #expect(try evidence(text) == .only(.point), "\(text)")
    }
    #expect(try evidence("1,500") == .unclear(.point))
    #expect(try evidence("1.5") == .unclear(.point))
    #expect(try evidence("1,5") == .unclear(.comma))
    #expect(try evidence("1500") == .neutral)
    #expect(try evidence("x") == .unreadable)
    // Alone such a cell is refused: readers of the two languages would disagree about it.
    for text in ["1,500", "1.5", "1,5"] {
      #expect(throws: LedgerError.self) { try AmountCell(text)?.amount(nil) }
    }
  }

  static let days: [(text: String, date: String, writing: DateWriting)] = [
    ("2026-01-05", "2026-01-05", .yearFirst), ("2026-01-05 00:00:00", "2026-01-05", .yearFirst),
    ("2026-01-05T10:30:00", "2026-01-05", .yearFirst), ("2026/01/05", "2026-01-05", .yearFirst),
    ("05/01/2026", "2026-01-05", .dayFirst), ("5/1/26", "2026-01-05", .dayFirst),
    ("05.01.2026", "2026-01-05", .dayFirst), ("5-1-2026 0:00", "2026-01-05", .dayFirst),
    ("5-Jan-26", "2026-01-05", .named), ("5 Januari 2026", "2026-01-05", .named),
    ("17 Agustus 1945", "1945-08-17", .named), ("1-Okt-99", "1999-10-01", .named),
    ("28 Pebruari 2025", "2025-02-28", .named), ("3-Dec-30", "1930-12-03", .named),
  ]

  @Test(arguments: days) func daysAreReadDayFirst(
    _ text: String, _ date: String, _ writing: DateWriting
  ) throws {
    let cell = try DateCell(text)
    #expect(cell.date == (try BookDate(parsing: date)) && cell.writing == writing)
  }

  @Test(arguments: [
    "31/02/2026", "1/13/2026", "46027", "Januari 2026", "5-Foo-26", "2026-13-01", "x",
  ])
  func daysThatAreNone(_ text: String) {
    #expect(refusal { try DateCell(text) } == .dateUnreadable)
  }

  @Test(
    arguments: [
      ("2%/bulan", nil, "2%/month"), ("2% per bulan", nil, "2%/month"),
      ("1,5 %/bln", nil, "1.5%/month"),
      ("18%/tahun", nil, "18%/year"), ("2", "Bunga (% per bulan)", "2%/month"),
      ("2%", "Suku Jasa/bln", "2%/month"), ("12", "Suku jasa per tahun", "12%/year"),
    ] as [(String, String?, String)])
  func ratesNameTheirPeriod(_ text: String, _ heading: String?, _ rate: String) throws {
    #expect(try RatePeriod.rate(text, under: heading).description == rate)
  }

  @Test func aRateWithoutAPeriodIsRefusedWithBothReadings() {
    let error = refused { try RatePeriod.rate("2%", under: "Suku Jasa") }
    #expect(error?.code == .ratePeriodMissing)
    #expect(error?.message.english.contains("2% a month") == true)
    #expect(error?.message.english.contains("2% a year") == true)
    #expect(refusal { try RatePeriod.rate("dua", under: nil) } == .rateUnreadable)
  }

  @Test func columnsHaveTheLettersOfSpreadsheets() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(SheetName.letter) == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
      ])
  }

  /// No name means two columns of one list, so that a heading is never a matter of order.
  @Test(arguments: SheetKind.all) func noNameMeansTwoColumns(_ kind: SheetKind) {
    for column in kind.columns {
      for name in [column.name, column.heading.indonesian, column.heading.english] + column.names {
        let readings = [SheetName.normalized(name)]
        let others = kind.columns.filter { $0.name != column.name && $0.match(readings) == .strong }
        #expect(others.isEmpty, "\(name): \(column.name), \(others.map(\.name))")
      }
    }
  }
}
