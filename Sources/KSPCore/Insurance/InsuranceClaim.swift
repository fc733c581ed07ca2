/// What an insurer owes for one loan that it was to pay (klaim asuransi): the voucher with which
/// the loan was paid from the insurer's receivable.
public struct InsuranceClaim: Hashable, Sendable, Codable {
  /// The voucher, by which the claim is known.
  public let entry: EntryNumber
  /// The day.
  public let date: BookDate
  /// The account of the insurer.
  public let account: AccountCode
  /// The insurer's name.
  public let insurer: Phrase
  /// Whose loan it was; nil where the voucher is about none, or several.
  public let member: MemberNumber?
  /// Their name.
  public let name: String?
  /// The memo of the voucher.
  public let memo: String?
  /// What is claimed.
  public let claimed: Rupiah
  /// What the insurer paid of it, with vouchers that stand.
  public let received: Rupiah
  /// What is still open.
  public let open: Rupiah

  /// Gathers a claim.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    entry: EntryNumber, date: BookDate, account: AccountCode, insurer: Phrase,
    member: MemberNumber?, name: String?, memo: String?, claimed: Rupiah, received: Rupiah
  ) throws(LedgerError) {
    self.entry = entry
    self.date = date
    self.account = account
    self.insurer = insurer
    self.member = member
    self.name = name
    self.memo = memo
    self.claimed = claimed
    self.received = received
    open = try claimed - received
  }
}

/// What all insurers owe (daftar klaim asuransi).
public struct InsuranceClaims: Hashable, Sendable, Codable {
  /// The claims, by voucher.
  public let claims: [InsuranceClaim]
  /// What is open of them.
  public let open: Rupiah
  /// What else the receivables hold: opening balances, entries by hand.
  public let other: Rupiah

  /// Gathers the claims beside what the receivables hold.
  ///
  /// - Throws: `amount.overflow`.
  package init(claims: [InsuranceClaim], balance: Rupiah) throws(LedgerError) {
    self.claims = claims
    open = try claims.map(\.open).sum()
    other = try balance - open
  }
}

extension InsuranceClaim: Identifiable {
  /// The voucher that claims it.
  public var id: EntryNumber { entry }
}
