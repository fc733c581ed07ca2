/// What one payment settled, by component.
public struct LoanPayment: Hashable, Sendable, Codable {
  /// The day on which it counts.
  public let date: BookDate
  /// What it settled.
  public let parts: LoanParts
  /// Whether it stands for everything that had been paid before the loan was taken over.
  public let isOpening: Bool

  /// The principal it repaid.
  public var principal: Rupiah { parts.principal }
  /// The interest it paid.
  public var interest: Rupiah { parts.interest }
  /// The administration it paid.
  public var administration: Rupiah { parts.administration }
  /// The late fees it paid.
  public var lateFee: Rupiah { parts.lateFee }

  /// A payment by its parts; what went into savings is none of them.
  package init(date: BookDate, _ parts: LoanParts, isOpening: Bool = false) {
    self.date = date
    self.parts = parts
    self.isOpening = isOpening
  }

  /// Names the parts of a payment.
  package init(
    date: BookDate, principal: Rupiah, interest: Rupiah, lateFee: Rupiah = .zero,
    isOpening: Bool = false
  ) {
    self.init(
      date: date, LoanParts(lateFee: lateFee, interest: interest, principal: principal),
      isOpening: isOpening)
  }
}
