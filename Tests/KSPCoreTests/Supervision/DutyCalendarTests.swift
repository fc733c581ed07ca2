import KSPTestSupport
import Testing

@testable import KSPCore

/// What is owed by which day of a year.
@Suite struct DutyCalendarTests {
  private func days(_ calendar: DutyCalendar, _ duty: DutyCalendar.Duty) -> [String] {
    calendar.entries.filter { $0.duty == duty }.map(\.due.description)
  }

  @Test func theYearHasItsDuties() throws {
    let calendar = try DutyCalendar(year: 2026, holidays: []) { _ in nil }
    #expect(calendar.entries.map(\.due) == calendar.entries.map(\.due).sorted())
    #expect(days(calendar, .quarterlyReport) == ["2026-04-20", "2026-07-20", "2026-10-20"])
    #expect(days(calendar, .halfYearReport) == ["2026-07-20"])
    #expect(days(calendar, .yearlyReport) == ["2026-04-30"])
    #expect(days(calendar, .membersMeeting) == ["2026-06-30"])
    let meeting = calendar.entries.first { $0.duty == .membersMeeting }
    #expect(try meeting?.period == BookPeriod(year: 2025))
    #expect(days(calendar, .taxReport).count == 12)
    // 15 February and 15 March 2026 are Sundays, 15 August is a Saturday.
    #expect(
      days(calendar, .taxPayment) == [
        "2026-01-15", "2026-02-16", "2026-03-16", "2026-04-15", "2026-05-15", "2026-06-15",
        "2026-07-15", "2026-08-17", "2026-09-15", "2026-10-15", "2026-11-16", "2026-12-15",
      ])
  }

  /// Reports and the meeting count from the quarters and the end of the book's own year; taxes go by
  /// months, whatever that is.
  @Test func aYearThatBeginsInJulyHasItsDuties() throws {
    let calendar = try DutyCalendar(year: 2025, startingIn: .july, holidays: []) { _ in nil }
    func found(_ duty: DutyCalendar.Duty) -> [String] {
      calendar.entries.filter { $0.duty == duty }.map {
        "\($0.due) \($0.period.first) \($0.bookYear?.description ?? "")"
      }
    }
    #expect(
      found(.quarterlyReport) == [
        "2025-01-20 2024-10-01 2024/2025", "2025-04-20 2025-01-01 2024/2025",
        "2025-10-20 2025-07-01 2025/2026",
      ])
    #expect(found(.halfYearReport) == ["2025-01-20 2024-07-01 2024/2025"])
    #expect(found(.yearlyReport) == ["2025-10-31 2024-07-01 2024/2025"])
    #expect(found(.membersMeeting) == ["2025-12-31 2024-07-01 2024/2025"])
    let usual = try DutyCalendar(year: 2025, holidays: []) { _ in nil }
    #expect(days(calendar, .taxPayment) == days(usual, .taxPayment))
  }

  /// Whenever a year begins, each calendar year has the duties of one year of the book, and none is
  /// due before what it reports has ended.
  @Test(arguments: YearStart.allCases) func everyYearHasEachDutyOnce(_ start: YearStart) throws {
    let calendar = try DutyCalendar(year: 2027, startingIn: start, holidays: []) { _ in nil }
    for (duty, count) in [
      (DutyCalendar.Duty.quarterlyReport, 3), (.halfYearReport, 1), (.yearlyReport, 1),
      (.membersMeeting, 1), (.taxPayment, 12),
    ] { #expect(days(calendar, duty).count == count, "\(duty)") }
    #expect(calendar.entries.allSatisfy { $0.period.last < $0.due })
    #expect(calendar.entries.map(\.due) == calendar.entries.map(\.due).sorted())
  }

  @Test func holidaysMoveTheTaxOfficeAndNothingElse() throws {
    let holidays: Set<BookDate> = [try day("2026-08-17"), try day("2026-06-30")]
    let calendar = try DutyCalendar(year: 2026, holidays: holidays) { month in
      month.month == 7 ? 1_000 : nil
    }
    let july = calendar.entries.first { $0.duty == .taxPayment && $0.period.first.month.month == 7 }
    #expect(july?.due.description == "2026-08-18")
    #expect(july?.left == 1_000)
    #expect(calendar.entries.count { $0.left != nil } == 1)
    #expect(days(calendar, .membersMeeting) == ["2026-06-30"])
  }
}
