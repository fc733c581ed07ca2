/// How a cooperative divides what a payroll office deducted.
///
/// ```swift
/// let terms = PayrollTerms(order: try PayrollTerms.order(parsing: "wajib,pinjaman,sukarela"))
/// ```
public struct PayrollTerms: Hashable, Sendable {
  /// One step of the order in which a single sum is used up.
  public enum Step: Hashable, Sendable {
    /// The monthly due of a savings product; for a product without one, all that is left.
    case savings(product: String)
    /// What is due on all loans of the member, the oldest loan first.
    case loans
  }

  /// The order in which one sum per member is used up; empty where each is for the only loan.
  public var order: [Step]
  /// What becomes of too much.
  public var overpayment: Overpayment
  /// Whether a payment that reaches what settling its loan takes, while an installment still lies
  /// in the future, is paid ahead as its product says; otherwise the row is refused.
  public var paysAhead: Bool

  /// Describes how a list is divided.
  public init(
    order: [Step] = [], overpayment: Overpayment = .refuse, paysAhead: Bool = false
  ) {
    self.order = order
    self.overpayment = overpayment
    self.paysAhead = paysAhead
  }

  /// Reads an order: codes of products, and `loans` (pinjaman) for all loans, with commas between
  /// them.
  public static func order(parsing text: String) -> [Step] {
    text.split(separator: ",").map { word in
      let name = String(Substring(word).trimmingSpaces()).lowercased()
      return ["loans", "loan", "pinjaman", "angsuran"].contains(name)
        ? .loans : .savings(product: name)
    }
  }
}
