/// What becomes of a payment beyond all that a loan owes (kelebihan bayar).
public enum Overpayment: String, CaseIterable, Hashable, Sendable, Codable {
  /// The payment is refused.
  case refuse
  /// It goes into the savings that the loan's product names, or sukarela.
  case savings
}
