import KSPCore

/// Divides an SHU by a plan as the book stands, and stores nothing.
struct ShuPlanning {
  let years: YearReader
  /// The bases of members where a list says them; nil where the book is asked.
  var given: [ShuBase]?

  /// The year as it would be divided now; `decision` is what the plan was taken from, where the
  /// meeting has decided.
  func year(_ number: Int, by plan: ShuPlan, _ decision: ShuDecision?) throws -> ShuYear {
    let planned = try ShuSource.planned(number, years)
    let bases = try ShuBaseSource(
      db: years.db, catalog: years.catalog, year: planned.year, given: given
    ).bases(plan, years.financial.state)
    let origin = try ShuSource.origin(of: planned.year, by: plan, years)
    let divided = try ShuDistribution(
      of: planned.shu, by: plan.shares, among: bases.map(\.base), step: plan.step,
      aside: origin?.aside(of: planned.shu.orZero) ?? .zero)
    return try ShuYear(
      number, plan, decision, posting: nil, divided,
      zip(divided.parts, bases).map { part, base in
        try ShuYear.Recipient(part: part, leftOn: base.leftOn)
      })
  }
}
