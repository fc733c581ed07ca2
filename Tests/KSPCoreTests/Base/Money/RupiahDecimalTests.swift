import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// Amounts of the numbers that programs with Foundation count in.
@Suite struct RupiahDecimalTests {
  @Test func everyAmountComesOfItsDecimal() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let amount = Rupiah(
        sen: Int64.random(in: -9_000_000_000_000_00...9_000_000_000_000_00, using: &random))
      let decimal = try #require(Decimal(string: amount.description))
      #expect(try Rupiah(decimal) == amount)
    }
    #expect(try Rupiah(Decimal(500_000)) == 500_000)
    #expect(try Rupiah(Decimal(0)) == .zero)
    #expect(try Rupiah(#require(Decimal(string: "92233720368547758.07"))).sen == Int64.max)
  }

  @Test(arguments: ["0.001", "1.005", "-0.009"])
  func fractionsOfASenAreRefused(_ text: String) throws {
    let decimal = try #require(Decimal(string: text))
    #expect(refusal { try Rupiah(decimal) } == .amountUnreadable)
  }

  @Test func whatNoAmountCanBeIsRefused() throws {
    #expect(refusal { try Rupiah(Decimal.nan) } == .amountUnreadable)
    #expect(refusal { try Rupiah(#require(Decimal(string: "1e30"))) } == .amountOverflow)
    #expect(
      refusal { try Rupiah(#require(Decimal(string: "92233720368547758.08"))) } == .amountOverflow)
    // What a number of SwiftUI or of JSON may really hold.
    #expect(
      refusal { try Rupiah(Decimal(0.1) + (#require(Decimal(string: "0.0001")))) }
        == .amountUnreadable)
  }
}
