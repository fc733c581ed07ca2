/// What is written off of a fixed asset, month by month (penyusutan garis lurus).
///
/// Equal parts of whole rupiah, rounded down; the last month takes the rest, so that the parts are
/// exactly what was to be written off.
///
/// ```swift
/// let plan = try ledger.asset("INV-0001").plan
/// print(plan.first, plan.months, plan.monthly)
/// ```
public struct DepreciationPlan: Hashable, Sendable, Codable {
  /// What is written off in all.
  public let base: Rupiah
  /// In how many months; 0 for what is not written off, such as land.
  public let months: Int
  /// The first of them.
  public let first: BookMonth

  /// A plan.
  ///
  /// - Parameters:
  ///   - base: What is written off in all.
  ///   - months: In how many months; 0 writes nothing off.
  ///   - first: The first of them.
  package init(of base: Rupiah, over months: Int, from first: BookMonth) {
    self.base = months > 0 ? base : .zero
    self.months = max(0, months)
    self.first = first
  }

  /// What every month but the last takes.
  public var monthly: Rupiah {
    guard months > 0 else { return .zero }
    let rupiah = base.sen / 100 / Int64(months)
    return Rupiah(sen: rupiah * 100)
  }

  /// What a month takes; zero outside of the plan.
  package func amount(in month: BookMonth) -> Rupiah {
    let place = Int(month.ordinal - first.ordinal)
    guard months > 0, (0..<months).contains(place) else { return .zero }
    return place == months - 1
      ? Rupiah(sen: base.sen - monthly.sen * Int64(months - 1)) : monthly
  }

  /// What is written off from the first month to a month.
  package func sum(through month: BookMonth) -> Rupiah {
    let done = min(months, max(0, Int(month.ordinal - first.ordinal) + 1))
    return done == months ? base : Rupiah(sen: monthly.sen * Int64(done))
  }
}
