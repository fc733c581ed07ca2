import KSPCore
import KSPTestSupport
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (86_399, "1970-01-01T23:59:59Z"),
    (86_400, "1970-01-02T00:00:00Z"), (1_769_851_800, "2026-01-31T09:30:00Z"),
    (253_402_300_799, "9999-12-31T23:59:59Z"), (253_402_300_800, "@253402300800"),
    (-62_135_596_800, "0001-01-01T00:00:00Z"), (-62_135_596_801, "@-62135596801"),
  ])
  func written(seconds: Int64, text: String) {
    #expect(Timestamp(seconds: seconds).description == text)
  }

  @Test func theDayDependsOnTheZone() throws {
    // 18:00 UTC on the last day of January is already February in Jakarta.
    let evening = Timestamp(seconds: 1_769_882_400)
    #expect(try evening.day(offsetSeconds: 0) == day("2026-01-31"))
    #expect(try evening.day(offsetSeconds: 25_200) == day("2026-02-01"))
    #expect(try Timestamp(seconds: 0).day(offsetSeconds: -1) == day("1969-12-31"))
  }

  @Test(arguments: [Int64.min, Int64.max])
  func extremesAreClampedNotTrapped(seconds: Int64) {
    let expected: BookDate = seconds < 0 ? .earliest : .latest
    let outwards: Int64 = seconds < 0 ? -1 : 1
    #expect(Timestamp(seconds: seconds).day(offsetSeconds: 0) == expected)
    #expect(Timestamp(seconds: seconds).day(offsetSeconds: outwards) == expected)
    #expect(Timestamp(seconds: seconds).description == "@\(seconds)")
  }
}
