import KSPCore
import Testing

@Suite struct RupiahTests {
  @Test(
    arguments: [
      ("1500000", 150_000_000), ("1.500.000", 150_000_000), ("1.500.000,50", 150_000_050),
      ("Rp 500.000", 50_000_000), ("-Rp5", -500), ("700.00", 70_000), ("12345.67", 1_234_567),
      ("0", 0), ("-1.000", -100_000), ("1000,25", 100_025), ("Rp. 1.000,50", 100_050), ("rp7", 700),
      ("Rp-5", -500), ("\u{A0}1.000\u{A0}", 100_000), ("999.999", 99_999_900), ("1000.50", 100_050),
      // As receipts have them.
      ("Rp 50.000,-", 5_000_000), ("Rp50.000,00", 5_000_000), ("50.000,-", 5_000_000),
      ("Rp. 1.250.000,--", 125_000_000), ("50000.-", 5_000_000),
    ] as [(String, Int64)])
  func reads(_ text: String, sen: Int64) throws {
    #expect(try Rupiah(parsing: text).sen == sen)
    #expect(try Rupiah(parsing: Rupiah(parsing: text).description).sen == sen)
    #expect(try Rupiah(parsing: Rupiah(parsing: text).formatted).sen == sen)
  }

  @Test(arguments: [
    "", "1.5", "1,500", "1,5", "1.50.000", "abc", "1 000", "1..000", ".5", "5,", "1.500,000",
    "12.34.56", "--5", "1e3", "٣", "1.500.50", "1.234.50", "1500.5", "1500,5", "1500,500",
    "1,500.00",
    "1.5000", "Rp", "-", "RpRp5", "5Rp", "1 .000", "1.00.000", "0x10", "+5", "½", "1_000",
    "1500000,",
    ".", ",", "1,2,3", "12,34,56", "50.000,50,-", "50.000-", "50,-0", ",-", "Rp,-", "50.00,-",
    "1,500,-",
  ])
  func refusesToGuess(_ text: String) {
    #expect(throws: LedgerError.amountUnreadable(text)) { try Rupiah(parsing: text) }
  }

  @Test(arguments: ["92233720368547758.08", "999999999999999999999999999999999999999999999"])
  func overflowIsAnError(_ text: String) {
    #expect(throws: LedgerError.amountOverflow()) { try Rupiah(parsing: text) }
  }

  @Test func arithmeticOverflowIsAnError() {
    let largest = Rupiah(sen: Int64.max)
    let smallest = Rupiah(sen: Int64.min)
    #expect(throws: LedgerError.amountOverflow()) { try largest + 1 }
    #expect(throws: LedgerError.amountOverflow()) { try smallest - 1 }
    #expect(throws: LedgerError.amountOverflow()) { try smallest.negated() }
    #expect(throws: LedgerError.amountOverflow()) { try Rupiah(rupiah: Int64.max) }
  }

  @Test func words() {
    #expect(
      Rupiah(sen: 150_000_000).inWords.indonesian == "satu juta lima ratus ribu rupiah")
    #expect(
      Rupiah(sen: 111_150).inWords.indonesian
        == "seribu seratus sebelas rupiah lima puluh sen")
    #expect(Rupiah(sen: 2_101_900).inWords.english == "twenty-one thousand nineteen rupiah")
  }
}
