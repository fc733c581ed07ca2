/// A control account of the balance sheet (akun induk) beside what the accounts of members or loans
/// in its products come to: the sub-ledger and the ledger say the same.
public struct ControlProof: Hashable, Sendable, Codable {
  /// The account of the chart.
  public let code: AccountCode
  /// What members' accounts, or principals of loans, come to; debit positive.
  public let listed: Rupiah
  /// What the balance sheet is made of; debit positive.
  public let held: Rupiah

  /// Whether both are the same.
  public var agrees: Bool { listed == held }

  /// An account beside its sub-ledger.
  package init(code: AccountCode, listed: Rupiah, held: Rupiah) {
    self.code = code
    self.listed = listed
    self.held = held
  }
}
