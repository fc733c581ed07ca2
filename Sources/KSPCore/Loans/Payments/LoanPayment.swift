/// What one payment settled, by component.
public struct LoanPayment: Hashable, Sendable {
  /// The day on which it counts.
  public let date: BookDate
  /// The principal it repaid.
  public let principal: Rupiah
  /// The interest it paid.
  public let interest: Rupiah
  /// The late fees it paid.
  public let lateFee: Rupiah
  /// Whether it stands for everything that had been paid before the loan was taken over.
  public let isOpening: Bool

  /// A payment, taken apart.
  public init(
    date: BookDate, principal: Rupiah, interest: Rupiah, lateFee: Rupiah = .zero,
    isOpening: Bool = false
  ) {
    self.date = date
    self.principal = principal
    self.interest = interest
    self.lateFee = lateFee
    self.isOpening = isOpening
  }
}

/// The parts that a payment is divided among.
public enum LoanComponent: String, CaseIterable, Sendable {
  /// Denda.
  case lateFee = "late-fee"
  /// Jasa.
  case interest
  /// Pokok.
  case principal

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .lateFee: Phrase("Denda", "Late fee")
    case .interest: Phrase("Jasa", "Interest")
    case .principal: Phrase("Pokok", "Principal")
    }
  }
}
