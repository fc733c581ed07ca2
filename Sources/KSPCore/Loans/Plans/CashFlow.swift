/// The payments of a plan and when they come, in months, weeks or days.
struct CashFlow {
  private let payments: [UInt64]
  private let unitsBetween: Int
  /// The whole units before the first payment.
  private let firstUnits: Int
  /// The days before those, and how many make a unit.
  private let oddDays: Int64
  private let daysPerUnit: Int64

  init(_ plan: InstallmentPlan) throws(LedgerError) {
    let interval = plan.terms.interval
    // What is due in a single sum at the end waits for all the intervals.
    let skipped = (plan.terms.count - plan.installments.count) * interval.count
    payments = plan.installments.map(\.total.senMagnitude)
    unitsBetween = interval.count
    daysPerUnit = interval.unit == .month ? 30 : interval.unit == .week ? 7 : 1
    guard !plan.isFirstRegular else {
      firstUnits = interval.count + skipped
      oddDays = 0
      return
    }
    let (units, days) = try CashFlow.distance(
      from: plan.disbursedOn, to: plan.firstDue, interval.unit)
    firstUnits = units + skipped
    oddDays = Int64(days)
  }

  /// Whole units counted back from the later day, and the days that are left.
  private static func distance(
    from start: BookDate, to end: BookDate, _ unit: InstallmentInterval.Unit
  ) throws(LedgerError) -> (units: Int, days: Int) {
    let days = start.days(until: end)
    switch unit {
    case .day: return (days, 0)
    case .week: return (days / 7, days % 7)
    case .month:
      var months = Int(end.month.ordinal - start.month.ordinal)
      func back(_ months: Int) throws(LedgerError) -> BookDate {
        let month = try BookMonth(ordinal: end.month.ordinal - Int32(months))
        return try BookDate(
          year: month.year, month: month.month, day: min(end.components.day, month.dayCount))
      }
      if try back(months) < start { months -= 1 }
      return (months, start.days(until: try back(months)))
    }
  }

  /// Whether the payments are worth at least an amount when discounted at a rate per unit, in
  /// trillionths.
  func isWorth(_ amount: Rupiah, at rate: Int64) -> Bool {
    let one = UInt64(EffectiveRate.trillion)
    let growth = one + UInt64(rate)
    // What a payment is worth per sen, times 2⁶²; every step loses less than 2⁻⁶².
    var factor: UInt64 = 1 << 62
    for _ in 0..<firstUnits { factor = CashFlow.discounted(factor, by: growth) }
    if oddDays > 0 {
      let span = one * UInt64(daysPerUnit)
      factor =
        (span + UInt64(rate) * UInt64(oddDays))
        .dividingFullWidth(factor.multipliedFullWidth(by: span)).quotient
    }
    let target = UInt128(amount.senMagnitude) << 62
    var worth: UInt128 = 0
    for payment in payments {
      // Two numbers of 64 bits: their product cannot leave 128. Leaving early keeps the sum of many
      // large payments inside them too.
      worth += UInt128(payment) &* UInt128(factor)
      guard worth < target else { return true }
      factor = CashFlow.discounted(factor, by: growth)
      guard unitsBetween > 1 else { continue }
      for _ in 1..<unitsBetween { factor = CashFlow.discounted(factor, by: growth) }
    }
    return false
  }

  /// A factor one unit later. It is inlined by hand: it is the one step of the search for a rate,
  /// which takes some seven hundred of them.
  @inline(__always)
  private static func discounted(_ factor: UInt64, by growth: UInt64) -> UInt64 {
    growth.dividingFullWidth(factor.multipliedFullWidth(by: UInt64(EffectiveRate.trillion)))
      .quotient
  }
}
