import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// `ksp simulate loan`, whose JSON other programs rely on.
@Suite struct LoanSimulationTests {
  /// A table that was published elsewhere.
  struct Schedule: Decodable {
    struct Row: Decodable {
      let due: String
      let principal: String
      let interest: String
      let balance: String
    }

    let principal: String
    let annualRatePercent: String
    let term: Int
    let dayCount: String
    let disbursed: String
    let firstDue: String
    let rows: [Row]
  }

  struct Plan: Decodable {
    let schema: String
    let installments: [Schedule.Row]
    let principal: String
    let effectiveRate: String?
  }

  static let usual = [
    "simulate", "loan", "--principal", "60000000", "--rate", "24%/year", "--term", "6",
    "--disbursed", "2026-01-15",
  ]

  static func simulate(_ more: String...) throws -> CommandTests.Outcome {
    try CommandTests.run(try TestFolder(), usual + more)
  }

  @Test func theShapeIsAsPromised() throws {
    let plan = try Self.simulate(
      "--method", "declining", "--fee", "provisi=1%", "--fee", "materai=25.000", "--format", "json")
    #expect(plan.status == 0, "\(plan.messages)")
    #expect(plan.messages.isEmpty)
    #expect(
      plan.output.hasPrefix(
        """
        {"schema":"ksp.loan-plan/1","installments":[{"number":1,"due":"2026-02-15",\
        "principal":"10000000","interest":"1200000","total":"11200000","balance":"50000000"},\
        {"number":2,"due":"2026-03-15","principal":"10000000","interest":"1000000",\
        "total":"11000000","balance":"40000000"},
        """))
    #expect(
      plan.output.hasSuffix(
        """
        "total":"10200000","balance":"0"}],"principal":"60000000","interest":"4200000",\
        "effectiveRate":"31.6229%/year","fees":[{"code":"provisi","amount":"600000"},\
        {"code":"materai","amount":"25000"}],"received":"59375000","interestInAdvance":"0"}

        """), "\(plan.output)")
  }

  @Test func allPublishedTablesComeOutOfTheProgram() throws {
    let file = packageFolder.appendingPathComponent(
      "Tests/KSPCoreTests/Vectors/loan-schedules.json")
    let schedules = try JSONDecoder().decode([Schedule].self, from: Data(contentsOf: file))
    #expect(schedules.count == 25)
    let folder = try TestFolder()
    for schedule in schedules {
      let outcome = try CommandTests.run(
        folder,
        [
          "simulate", "loan", "--principal", schedule.principal, "--rate",
          "\(schedule.annualRatePercent)%/year", "--term", "\(schedule.term)", "--method",
          "annuity", "--day-count", schedule.dayCount, "--disbursed", schedule.disbursed,
          "--first-due", schedule.firstDue, "--round-to", "0.01", "--format", "json",
        ])
      #expect(outcome.status == 0, "\(outcome.messages)")
      let plan = try JSONDecoder().decode(Plan.self, from: Data(outcome.output.utf8))
      #expect(plan.installments.map(\.due) == schedule.rows.map(\.due))
      for part in [\Schedule.Row.principal, \.interest, \.balance] {
        func sen(_ rows: [Schedule.Row]) throws -> [Rupiah] {
          try rows.map { row in
            let text = row[keyPath: part]
            return try Rupiah(parsing: text.contains(".") ? text : text + ".00")
          }
        }
        #expect(try sen(plan.installments) == sen(schedule.rows))
      }
    }
  }

  /// The sums of every method, worked out by hand: interest, and the first installment.
  @Test(arguments: [
    (["--method", "flat"], "7200000", "11200000"),
    (["--method", "annuity"], "4269291", "10711549"),
    (["--method", "bullet"], "7200000", "1200000"),
    (["--method", "fixed-price"], "4200000", "10700000"),
    (["--method", "flat", "--interest-due", "advance"], "7200000", "10000000"),
    (["--method", "bullet", "--interest-due", "end"], "7200000", "67200000"),
    (["--method", "declining", "--grace", "1"], "4800000", "1200000"),
    (["--method", "flat", "--round-to", "1000", "--rounding", "up"], "7200000", "11200000"),
  ]) func everyMethodAndOption(_ words: [String], interest: String, first: String) throws {
    let outcome = try CommandTests.run(
      try TestFolder(), Self.usual + words + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("],\"principal\":\"60000000\",\"interest\":\"\(interest)\""))
    let total = try #require(outcome.output.firstRange(of: "\"total\":\""))
    #expect(outcome.output[total.upperBound...].hasPrefix("\(first)\""), "\(outcome.output)")
  }

  @Test func weeksAndDaysAreCounted() throws {
    let weeks = try Self.simulate(
      "--method", "flat", "--unit", "week", "--every", "2", "--format", "csv")
    #expect(weeks.output.contains("\n1,2026-01-29,"))
    let days = try Self.simulate("--method", "flat", "--unit", "day", "--format", "csv")
    #expect(days.output.contains("\n6,2026-01-21,"))
    let text = try Self.simulate("--method", "flat", "--lang", "en")
    #expect(text.output.contains("Effective yearly rate"))
    #expect(text.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aRateAboveTheCapWarnsAndIsComputed() throws {
    let outcome = try CommandTests.run(
      try TestFolder(),
      [
        "simulate", "loan", "--principal", "1000000", "--rate", "2,5%/bulan", "--term", "12",
        "--method", "flat", "--disbursed", "2026-01-15",
      ])
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("Permenkop UKM 8/2023 pasal 27"))
    #expect(!outcome.output.contains("Permenkop"))
  }

  @Test(
    arguments: [
      (["--method", "flat", "--principal", "0"], 65), (["--method", "flat", "--term", "0"], 65),
      (["--method", "flat", "--term", "1201"], 65), (["--method", "flat", "--term", "x"], 64),
      (["--method", "flat", "--rate", "24"], 64), (["--method", "flat", "--rate", "-1%"], 64),
      (["--method", "efektif"], 64), ([], 64), (["--method", "flat", "--unit", "year"], 64),
      (["--method", "flat", "--day-count", "30/365"], 64),
      (["--method", "flat", "--every", "0"], 65),
      (["--method", "flat", "--first-due", "2026-01-15"], 65),
      (["--method", "flat", "--first-due", "2026-02-30"], 64),
      (["--method", "annuity", "--interest-due", "advance"], 65),
      (["--method", "flat", "--grace", "6"], 65), (["--method", "flat", "--round-to", "0"], 64),
      (["--method", "flat", "--fee", "provisi"], 64),
      (["--method", "flat", "--fee", "provisi=1%/year"], 64),
      (["--method", "flat", "--fee", "provisi=101%"], 65),
      (["--method", "flat", "--principal", "900", "--round-to", "1000"], 65),
      (["--method", "flat", "--principal", "999999999999999999999"], 64),
    ] as [([String], Int32)]) func whatCannotBeIsRefused(_ words: [String], status: Int32) throws
  {
    // What is written later takes the place of what was written before.
    let outcome = try CommandTests.run(try TestFolder(), Self.usual + words)
    #expect(outcome.status == status, "\(words): \(outcome.messages)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("petunjuk: "))
    let dateless = Self.usual.dropLast(2) + ["--method", "flat"]
    #expect(try CommandTests.run(try TestFolder(), Array(dateless)).status == 64)
  }
}
