/// What is charged for paying late (denda).
///
/// Forms in use differ (per day on the arrears, on the installment, fixed sums, started months), so
/// every part is a parameter.
public struct LateFeeRule: Hashable, Sendable {
  /// What the charge is counted on.
  public enum Base: String, CaseIterable, Sendable {
    /// The whole installment, as long as any of it is unpaid.
    case installment
    /// What is unpaid of the installment.
    case arrears
    /// The principal that is still owed, as long as any installment is late.
    case outstanding
  }

  /// How much it is.
  public enum Charge: Hashable, Sendable {
    /// A share of the base per day or month.
    case share(Share)
    /// A sum per day or month, whatever the base.
    case fixed(Rupiah)
  }

  /// What time is counted in.
  public enum Period: String, CaseIterable, Sendable {
    /// Every day late.
    case day
    /// Every month late that has begun.
    case month
  }

  /// What the charge is counted on.
  public var base: Base
  /// How much it is.
  public var charge: Charge
  /// What time is counted in.
  public var period: Period
  /// The days after the due date that are free; later days count from the end of the grace.
  public var graceDays: Int
  /// The most that one installment can be charged, as a share of it; nil for no limit. A charge on
  /// all that is owed knows no installment and has no limit.
  public var cap: Share?

  /// A rule; the usual one has no grace and no cap.
  public init(
    base: Base, charge: Charge, period: Period, graceDays: Int = 0, cap: Share? = nil
  ) {
    self.base = base
    self.charge = charge
    self.period = period
    self.graceDays = graceDays
    self.cap = cap
  }
}
