/// What is granted, or asked for instead, of what an application said (persetujuan, perubahan
/// permohonan). Whatever is nil stays as it was.
public struct LoanOffer: Hashable, Sendable, Codable {
  /// The amount.
  public var amount: Rupiah?
  /// The number of installments.
  public var count: Int?
  /// The rate.
  public var rate: Rate?
  /// What it is for.
  public var purpose: String?
  /// The third part of its installments.
  public var administration: AdministrationRule?

  /// An offer; without anything it is what was asked for.
  public init(
    amount: Rupiah? = nil, count: Int? = nil, rate: Rate? = nil, purpose: String? = nil,
    administration: AdministrationRule? = nil
  ) {
    self.administration = administration
    self.amount = amount
    self.count = count
    self.rate = rate
    self.purpose = purpose
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { self == LoanOffer() }
}
