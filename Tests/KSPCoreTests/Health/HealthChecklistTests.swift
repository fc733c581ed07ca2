import KSPTestSupport
import Testing

@testable import KSPCore

/// What people answer about governance, and what it comes to.
@Suite struct HealthChecklistTests {
  private static func indicator(_ count: Int) -> HealthIndicator {
    HealthIndicator(
      .principles, 1, id: "Uji", en: "Test",
      Array(repeating: Phrase(id: "Benar", en: "True"), count: count))
  }

  private static func judged(_ yes: Int, of count: Int) throws -> HealthChecklist {
    let indicator = indicator(count)
    let answers = indicator.questions.enumerated().map { ($1.number, $0 < yes) }
    return try HealthChecklist(indicator, Dictionary(uniqueKeysWithValues: answers))
  }

  /// Vector `health-kkpkk-checklist`.
  @Test func scoresAreThoseOfTheWorksheet() throws {
    let vector = try Vector.named("health-kkpkk-checklist", in: "indonesia-year")
    let answers = try #require(vector.inputs["answersTrue"] as? [Int])
    let count = try #require(vector.inputs["outOf"] as? Int)
    let lists = try answers.map { try Self.judged($0, of: count) }
    let percents = try #require(vector.expected["ratioPct"] as? [Int])
    #expect(lists.map(\.percent) == percents.map { "\($0).00" })
    let verdicts = lists.compactMap(\.verdict)
    #expect(verdicts.map(\.rawValue) == vector.expected["score"] as? [Int])
    #expect(verdicts.map(\.name.indonesian) == vector.expected["category"] as? [String])
  }

  /// The bounds are those of the share and not of what is printed: more than a quarter, half, three
  /// quarters, for any number of questions.
  @Test(arguments: 1...25) func theShareDecides(_ count: Int) throws {
    for yes in 0...count {
      let quarters = [1, 2, 3].count { 4 * yes > $0 * count }
      #expect(try Self.judged(yes, of: count).verdict?.rawValue == quarters + 1)
    }
  }

  @Test func whatIsNotAnsweredIsNotJudged() throws {
    let indicator = Self.indicator(3)
    let list = try HealthChecklist(indicator, ["I.1.a": true, "I.1.c": false])
    #expect(list.answers == [true, nil, false] && list.yes == 1)
    #expect(list.percent == nil && list.verdict == nil)
  }

  @Test func theWorksheetAsksWhatItAsks() throws {
    let numbers = HealthIndicator.worksheet.flatMap(\.questions).map(\.number)
    #expect(HealthIndicator.worksheet.count == 17 && numbers.count == 77)
    #expect(Set(numbers).count == 77)
    #expect(numbers.first == "I.1.a" && numbers.last == "III.5.d")
    // The rules of 2009 have questions of their own, which are not known.
    #expect(HealthProfile(rules: .official).indicators.isEmpty)
    let cells = HealthCells()
    #expect(try HealthReport(current: cells).governance.map(\.indicator).count == 17)
    #expect(
      try HealthReport(current: cells, profile: HealthProfile(rules: .official)).governance
        .isEmpty)
  }

  @Test func answersAreReadOrRefusedWithEveryRow() throws {
    let answers = try HealthChecklist.readAnswers(
      csv: "question,answer\nI.1.a,ya\ni.1.B,0\nIII.5.d,\nII.1.a,No\n", file: "j.csv",
      to: HealthIndicator.worksheet)
    #expect(answers == ["I.1.a": true, "I.1.b": false, "II.1.a": false])
    let bad = refused {
      try HealthChecklist.readAnswers(
        csv: "question,answer\nI.9.a,ya\nI.1.a,mungkin\nI.1.b,1\nI.1.b,1\n", file: "j.csv",
        to: HealthIndicator.worksheet)
    }
    #expect(
      bad?.details.map(\.code) == [.importWordUnknown, .importWordUnknown, .importDuplicate])
    #expect(bad?.details.map { $0.place?.line } == [2, 3, 5])
  }
}
