import KSPCore
import KSPTestSupport
import Testing

/// Rounding against fractions, for figures that fit the processor's division and for those that
/// do not.
@Suite struct RoundingTests {
  @Test func everyFigureIsRoundedAsItsFractionIs() throws {
    var random = SplitMix64(seed: 20_261_203)
    var reached: Set<String> = []
    for _ in 0..<20_000 {
      let mode = try #require(Rounding.Mode.allCases.randomElement(using: &random))
      let step = Int64(1) << Int64.random(in: 0...16, using: &random) * 5 + 1
      // From a count of days to far beyond 64 bits.
      let widest = Int128(1) << Int128(Int.random(in: 1...68, using: &random))
      let denominator = Int128.random(in: 1...widest, using: &random)
      let unit = denominator * Int128(step)
      // Near whole and half steps, where a mistake shows.
      let halves = Int128.random(in: -20_000_000...20_000_000, using: &random)
      let numerator = halves * unit / 2 + Int128.random(in: -1...1, using: &random)
      let wanted = Fraction(numerator, denominator).rounded(mode.rawValue, step: Int128(step))
      guard let fitting = Int64(exactly: wanted) else { continue }
      let rounded = try Rounding(mode, to: Rupiah(sen: step)).round(numerator, over: denominator)
      #expect(rounded.sen == fitting, "\(numerator) / \(denominator), \(mode) to \(step)")
      reached.insert(unit > Int128(UInt64.max) ? "wide unit" : "narrow unit")
      reached.insert(numerator.magnitude > UInt128(UInt64.max) ? "wide figure" : "narrow figure")
      if numerator < 0 { reached.insert("negative") }
    }
    #expect(
      reached == ["wide unit", "narrow unit", "wide figure", "narrow figure", "negative"])
  }

  @Test(arguments: [Int128(1), 365_000_000_000, Int128(1) << 70])
  func whatDoesNotFitIsRefused(_ denominator: Int128) throws {
    let sen = try Rounding(.up, to: Rupiah(sen: 1))
    guard denominator < Int128(1) << 62 else {
      // The product would not fit; what fits is as wide as can be.
      #expect(try sen.round(Int128.max, over: denominator).sen == Int64(1) << 57)
      return
    }
    let (most, least) = (Int128(Int64.max) * denominator, Int128(Int64.min) * denominator)
    #expect(try sen.round(most, over: denominator).sen == Int64.max)
    #expect(try sen.round(least, over: denominator).sen == Int64.min)
    #expect(throws: LedgerError.self) { try sen.round(most + 1, over: denominator) }
    #expect(throws: LedgerError.self) { try sen.round(least - 1, over: denominator) }
  }
}
