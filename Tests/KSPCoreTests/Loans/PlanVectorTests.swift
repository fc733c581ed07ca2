import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// Plans beside tables that were worked out elsewhere.
@Suite struct PlanVectorTests {
  /// A published table at one of four day counts, rounded to the sen.
  struct Schedule: Decodable {
    struct Row: Decodable {
      let due: String
      let principal: String
      let interest: String
      let balance: String
    }

    let id: String
    let principal: String
    let annualRatePercent: String
    let term: Int
    let dayCount: String
    let disbursed: String
    let firstDue: String
    let rows: [Row]
  }

  static let schedules: [Schedule] = {
    guard let data = try? Data(contentsOf: vectorFile("loan-schedules")) else { return [] }
    return (try? JSONDecoder().decode([Schedule].self, from: data)) ?? []
  }()

  @Test func thereAreTwentyFiveSchedules() {
    #expect(Self.schedules.count == 25)
  }

  @Test(arguments: schedules) func aPublishedScheduleHoldsToTheSen(_ schedule: Schedule) throws {
    func sen(_ text: String) throws -> Rupiah {
      try Rupiah(parsing: text.contains(".") ? text : text + ".00")
    }
    for mode in [Rounding.Mode.halfUp, .halfEven] {
      let rounding = try Rounding(mode, to: Rupiah(sen: 1))
      let plan = try InstallmentPlan(
        PlanTerms(
          method: .annuity, rate: Rate(parsing: schedule.annualRatePercent + "%/year"),
          count: schedule.term, dayCount: named(schedule.dayCount), interestRounding: rounding,
          installmentRounding: rounding),
        principal: sen(schedule.principal), disbursedOn: day(schedule.disbursed),
        firstDue: day(schedule.firstDue))
      #expect(plan.installments.count == schedule.rows.count)
      for (installment, row) in zip(plan.installments, schedule.rows) {
        #expect(installment.due.description == row.due)
        #expect(installment.principal == (try sen(row.principal)), "\(schedule.id) \(row.due)")
        #expect(installment.interest == (try sen(row.interest)), "\(schedule.id) \(row.due)")
        #expect(installment.balance == (try sen(row.balance)), "\(schedule.id) \(row.due)")
      }
    }
  }

  /// 240 random plans of every method, unit, day count and rounding, from another program that
  /// carries fractions and knows nothing of this one.
  @Test func randomPlansAreThoseOfExactFractions() throws {
    let vectors = try PlanVector.all()
    #expect(vectors.count == 240)
    #expect(Set(vectors.map(\.method)).count == 4)
    for vector in vectors {
      guard let rows = vector.plan else {
        #expect(throws: LedgerError.self, "\(vector)") { try vector.make() }
        continue
      }
      let plan = try vector.make()
      #expect(plan.installments.map(\.due.description) == rows.due, "\(vector)")
      #expect(plan.installments.map(\.principal.sen) == rows.principal, "\(vector)")
      #expect(plan.installments.map(\.interest.sen) == rows.interest, "\(vector)")
      #expect(plan.interestInAdvance.sen == rows.advance, "\(vector)")
    }
  }
}
