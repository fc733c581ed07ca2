/// One row of a plan (angsuran).
public struct Installment: Hashable, Sendable, Codable {
  /// Its place in the plan, from 1.
  public let number: Int
  /// The day on which it is to be paid.
  public let due: BookDate
  /// The part that repays the loan (pokok).
  public let principal: Rupiah
  /// The part that is interest (jasa).
  public let interest: Rupiah
  /// The third part (administrasi).
  public let administration: Rupiah
  /// What is to be paid: principal, interest and administration.
  public let total: Rupiah
  /// The principal that is owed afterwards.
  public let balance: Rupiah

  /// A row; its total is the sum of its parts.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    number: Int, due: BookDate, principal: Rupiah, interest: Rupiah,
    administration: Rupiah = .zero, balance: Rupiah
  ) throws(LedgerError) {
    self.number = number
    self.due = due
    self.principal = principal
    self.interest = interest
    self.administration = administration
    self.total = try principal + interest + administration
    self.balance = balance
  }

  /// The parts that it asks for.
  public var parts: LoanParts {
    LoanParts(interest: interest, administration: administration, principal: principal)
  }

  /// Principal and interest, without the administration.
  ///
  /// - Throws: `amount.overflow`.
  func bare() throws(LedgerError) -> Rupiah { try total - administration }
}

extension Installment: Identifiable {
  /// Its number in the plan.
  public var id: Int { number }
}
