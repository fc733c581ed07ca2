/// What a paymaster says was deducted.
///
/// ```swift
/// try ledger.deduct(.allBut(["0003"]), ofClaim: 1, on: ledger.today())
/// ```
public enum ClaimDeductions: Hashable, Sendable, Codable {
  /// All that is open on the list.
  case all
  /// All of it but for some members, who stay open by name.
  case allBut([MemberNumber])
  /// A sum for each member; who is not named was not deducted.
  case sums([MemberNumber: Rupiah])

  // What the values are called on a wire.
  private enum AllButCodingKeys: String, CodingKey { case _0 = "members" }
  private enum SumsCodingKeys: String, CodingKey { case _0 = "amounts" }
}

/// What the booking of a paymaster's answer left.
public struct ClaimReceipt: Hashable, Sendable, Codable {
  /// The list as it is now.
  public let claim: PayrollClaim
  /// What was booked with this answer.
  public let amount: Rupiah
  /// The vouchers: savings, then loans.
  public let entries: [EntryNumber]
  /// Whether the answer had been booked before, so that nothing was stored now.
  public let isReplay: Bool
  /// Whether it was only tried out (`dryRun`), so that nothing was stored.
  public package(set) var isRehearsal = false

  /// Gathers it.
  package init(claim: PayrollClaim, amount: Rupiah, entries: [EntryNumber], isReplay: Bool) {
    self.claim = claim
    self.amount = amount
    self.entries = entries
    self.isReplay = isReplay
  }
}
