import Foundation
import KSPLedger

/// A plan as the generator draws it; the floor draws the same.
private struct DrawnPlan {
  private static let methods: [LoanMethod] = [.flat, .declining, .annuity, .bullet]
  private static let counts = [6, 12, 12, 18, 24, 36]
  private static let steps: [Rupiah] = [1, 1, 100, 500]
  private static let firstDay: Int32 = 20_089  // 2025-01-01

  let terms: PlanTerms
  let principal: Rupiah
  let disbursedOn: BookDate

  /// A percentage from its hundredths.
  private static func percent(_ hundredths: Int64) -> String {
    "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }

  init(_ draw: UInt64) throws {
    func pick(_ shift: UInt64, _ count: Int) -> Int { Int((draw >> shift) % UInt64(count)) }
    let isMonthly = pick(32, 2) == 0
    let step = Int64(pick(24, 11))
    terms = PlanTerms(
      method: Self.methods[pick(0, 4)],
      rate: try Rate(
        parsing: isMonthly
          ? "\(Self.percent(100 + step * 10))%/month"
          : "\(Self.percent(1_000 + step * 75))%/year"),
      count: Self.counts[pick(8, 6)], dayCount: pick(16, 2) == 0 ? .thirty360 : .actual365,
      installmentRounding: try Rounding(.halfUp, to: Self.steps[pick(60, 4)]))
    principal = try Rupiah(rupiah: Int64(2 + pick(40, 100)) * 500_000)
    disbursedOn = try BookDate(dayNumber: Self.firstDay + Int32(pick(48, 365)))
  }
}

/// A checksum over every figure of every row, as the floor computes it (FNV-1a by words).
private struct Checksum {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ word: Int64) {
    value = (value ^ UInt64(bitPattern: word)) &* 0x0000_0100_0000_01B3
  }
}

/// Plans of all methods, and what they really cost where `effective=1` is asked for: the principal
/// less one percent is paid out.
func makePlans(_ task: Task) throws {
  let isEffective = task.number("effective", otherwise: 0) == 1
  var draw = Draw(state: 11)
  let drawn = try (0..<task.number("plans", otherwise: 100_000)).map { _ in
    try DrawnPlan(draw.next())
  }
  var sum = Checksum()
  let start = now()
  for drawn in drawn {
    let plan = try InstallmentPlan(
      drawn.terms, principal: drawn.principal, disbursedOn: drawn.disbursedOn)
    for row in plan.installments {
      sum.add(Int64(row.due.dayNumber))
      sum.add(row.principal.sen)
      sum.add(row.interest.sen)
      sum.add(row.balance.sen)
    }
    guard isEffective else { continue }
    let rate = try EffectiveRate(plan, fees: Rupiah(sen: drawn.principal.sen / 100))
    sum.add(rate?.trillionthsPerUnit ?? 0)
  }
  let seconds = now() - start
  print(
    "seconds=\(decimal(seconds, 6)) peak=\(decimal(peakMemory(), 1)) "
      + "check=\(String(sum.value, radix: 16))")
}
