/// What a payer owes the cooperative, and for which lists (piutang potong gaji).
public struct PayerAccount: Hashable, Sendable, Codable {
  /// A movement of a payer's account.
  package struct Movement: Hashable, Sendable {
    /// What it adds to the receivable; below zero what it takes from it.
    package let amount: Rupiah
    /// The list that it was deducted for; nil for anything else.
    package let claim: Int?

    /// A movement.
    package init(_ amount: Rupiah, claim: Int?) {
      self.amount = amount
      self.claim = claim
    }
  }

  /// The account.
  public let account: AccountCode
  /// The payer's name.
  public let name: Phrase
  /// What the payer owes; below zero where more came than was deducted.
  public let balance: Rupiah
  /// What of it no list explains: balances taken over, entries by hand.
  public let other: Rupiah
  /// What came beyond all that was deducted.
  public let ahead: Rupiah
  /// The lists sent to the payer, the newest last, each with what of it the payer still holds.
  public let claims: [PayrollClaim]

  /// Sets what came against what was deducted, the oldest first.
  ///
  /// `movements` are those of the account in the order of their days, without what was reversed.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    account: AccountCode, name: Phrase, claims: [PayrollClaim], movements: [Movement]
  ) throws(LedgerError) {
    self.account = account
    self.name = name
    var came = try movements.map(\.amount).filter(\.isNegative).sum().negated()
    balance = try movements.map(\.amount).sum()
    var held: [Int: Rupiah] = [:]
    var other = Rupiah.zero
    for movement in movements where movement.amount.isPositive {
      let settled = min(came, movement.amount)
      came = try came - settled
      let left = try movement.amount - settled
      if let claim = movement.claim {
        held[claim] = try held[claim, default: .zero] + left
      } else {
        other = try other + left
      }
    }
    self.other = other
    ahead = came
    self.claims = claims.map { claim in
      var claim = claim
      claim.held = held[claim.number] ?? .zero
      return claim
    }
  }

  /// The lists that something is still expected of: an answer, or money.
  public var openClaims: [PayrollClaim] {
    claims.filter { [.sent, .short].contains($0.state) || $0.held.isPositive }
  }
}

extension PayerAccount: Identifiable {
  /// Its account.
  public var id: AccountCode { account }
}
