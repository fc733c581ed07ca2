/// How a cooperative divides what a payroll office deducted.
///
/// ```swift
/// let terms = PayrollTerms(order: PayrollOrder(parsing: "wajib,pinjaman,sukarela"))
/// ```
public struct PayrollTerms: Hashable, Sendable, Codable {
  /// The order in which one sum per member is used up; nil for that of the book's settings.
  public var order: PayrollOrder?
  /// What becomes of too much.
  public var overpayment: Overpayment
  /// Whether a payment that reaches what settling its loan takes, while an installment still lies
  /// in the future, is paid ahead as its product says; otherwise the row is refused.
  public var paysAhead: Bool

  /// Describes how a list is divided.
  public init(
    order: PayrollOrder? = nil, overpayment: Overpayment = .refuse, paysAhead: Bool = false
  ) {
    self.order = order
    self.overpayment = overpayment
    self.paysAhead = paysAhead
  }
}
