import KSPCore

/// A result that names vouchers, so that it must say where it was only tried out: nothing else
/// tells it from that of an act that was done.
protocol Rehearsed {
  mutating func markAsRehearsal()
}

extension Receipt: Rehearsed {
  mutating func markAsRehearsal() { isRehearsal = true }
}

extension LoanReceipt: Rehearsed {
  mutating func markAsRehearsal() { receipt.markAsRehearsal() }
}

extension LoanDisbursement: Rehearsed {
  mutating func markAsRehearsal() { receipt.markAsRehearsal() }
}

extension MembershipReceipt: Rehearsed {
  mutating func markAsRehearsal() { receipt?.markAsRehearsal() }
}

extension AssetPurchase: Rehearsed {
  mutating func markAsRehearsal() { receipt.markAsRehearsal() }
}

extension RepaymentListReport: Rehearsed {
  mutating func markAsRehearsal() {
    isRehearsal = true
    for row in rows.indices { rows[row].markAsRehearsal() }
  }
}

extension ClaimReceipt: Rehearsed {
  mutating func markAsRehearsal() { isRehearsal = true }
}

extension ShuPayment: Rehearsed {
  mutating func markAsRehearsal() { isRehearsal = true }
}

extension ShuReward: Rehearsed {
  mutating func markAsRehearsal() { isRehearsal = true }
}

extension InterestCorrection: Rehearsed {
  mutating func markAsRehearsal() { isRehearsal = true }
}

extension TillCount: Rehearsed {
  mutating func markAsRehearsal() { isRehearsal = true }
}

extension BookActReceipt: Rehearsed {
  mutating func markAsRehearsal() {
    switch self {
    case .joined(var joined):
      joined.markAsRehearsal()
      self = .joined(joined)
    case .posted(var receipt):
      receipt.markAsRehearsal()
      self = .posted(receipt)
    case .repaid(var receipt):
      receipt.markAsRehearsal()
      self = .repaid(receipt)
    }
  }
}

extension Array: Rehearsed where Element: Rehearsed {
  mutating func markAsRehearsal() {
    for index in indices { self[index].markAsRehearsal() }
  }
}
