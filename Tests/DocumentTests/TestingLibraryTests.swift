import KSPCore
import KSPTestSupport
import KSPTesting
import Testing

/// What `KSPTesting` gives to the tests of other programs.
@Suite struct TestingLibraryTests {
  /// What a program does about each kind of trouble can be tried without the trouble.
  @Test(arguments: LedgerError.Category.allCases)
  func thereIsAnErrorOfEveryCategory(_ category: LedgerError.Category) {
    #expect(SampleErrors.of(category).category == category)
  }

  @Test func aClockStopsAtTheLastMoment() throws {
    let clock = FixedClock(try day("2026-03-31"))
    clock.advance(seconds: 86_400)
    #expect(clock.now.day(offsetSeconds: 7 * 3_600) == (try day("2026-04-01")))
    clock.advance(seconds: .max)
    #expect(clock.now == Timestamp(seconds: .max))
    clock.advance(seconds: .min)
    clock.advance(seconds: .min)
    #expect(clock.now == Timestamp(seconds: .min))
  }
}
