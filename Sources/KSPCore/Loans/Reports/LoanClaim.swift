/// What a cooperative still claims of a loan that it wrote off (klaim hapus buku).
///
/// It is in no account: writing off takes it out of the books, not out of the world.
public struct LoanClaim: Hashable, Sendable, Codable {
  /// The principal that was given up.
  public let principal: Rupiah
  /// The interest that was due and unpaid then, whether it had become income or not.
  public let interest: Rupiah
  /// The late fees that were owed then.
  public let lateFee: Rupiah
  /// The administration.
  public let administration: Rupiah
  /// What has come in since.
  public let recovered: Rupiah
  /// What has not come in; less than zero where more has than was claimed.
  public let left: Rupiah

  /// Gathers a claim.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    principal: Rupiah, interest: Rupiah, lateFee: Rupiah, administration: Rupiah = .zero,
    recovered: Rupiah
  ) throws(LedgerError) {
    self.principal = principal
    self.interest = interest
    self.lateFee = lateFee
    self.administration = administration
    self.recovered = recovered
    left = try principal + interest + lateFee + administration - recovered
  }
}
