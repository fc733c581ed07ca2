import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// Shares of amounts: exact, and read as they are written.
@Suite struct ShareTests {
  @Test func everyShareReadsWhatItWrites() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<1_000 {
      let share = try Share(billionths: .random(in: 0...10_000_000_000, using: &random))
      #expect(try Share(parsing: share.description) == share)
      #expect(try Share(parsing: share.inWords.indonesian) == share)
      let data = try JSONEncoder().encode([share])
      #expect(try JSONDecoder().decode([Share].self, from: data) == [share])
      let rate = try Rate(billionths: share.billionths, per: .month)
      #expect(rate.percentText == share.percentText)
    }
  }

  @Test func constantsAreWhatTheySay() throws {
    #expect(Share.percent("1.5") == (try Share(parsing: "1,5%")))
    #expect(Share.percent("0.0000001").billionths == 1)
    #expect(Share.percent("100") == .whole)
    #expect(Share.percent("0") == .zero && Share.zero.isZero)
    #expect(Rate.percent("1.5", per: .month) == (try Rate(parsing: "1,5%/bulan")))
    #expect(Share.percent("9") < .percent("10"))
  }

  /// Against fractions of any size: rounded once, to the nearest.
  @Test func aShareOfAnAmountIsRoundedOnce() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<1_000 {
      let share = try Share(billionths: .random(in: 0...2_000_000_000, using: &random))
      let amount = Rupiah(sen: Int64.random(in: 0...9_000_000_000_00, using: &random))
      let exact = Int128(amount.sen) * Int128(share.billionths)
      let unit: Int128 = 100_000_000_000
      let (down, up) = (exact / unit, (exact + unit - 1) / unit)
      #expect(try share.of(amount, rounded: .downToRupiah).sen == Int64(down * 100))
      let nearest = 2 * (exact - down * unit) >= unit ? up : down
      #expect(try share.of(amount, rounded: .rupiah).sen == Int64(nearest * 100))
    }
    #expect(
      refusal { try Share.percent("1000").of(Rupiah(sen: Int64.max), rounded: .rupiah) }
        == .amountOverflow)
  }

  @Test(arguments: [
    "", "%", "1", "-1%", "1%/year", "1 %", "1.12345678%", "1001%", "1,5,5%", ".5%", "1e3%", "١%",
  ])
  func textsThatAreNoShare(_ text: String) {
    #expect(refusal { try Share(parsing: text) } == .shareUnreadable)
  }
}
