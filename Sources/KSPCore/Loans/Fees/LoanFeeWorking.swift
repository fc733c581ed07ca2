/// How a charge on a loan that becomes income over its life stands at the end of a month.
public struct LoanFeeWorking: Hashable, Sendable, Codable {
  /// The code of the charge.
  public let code: String
  /// How it becomes income.
  public let earning: LoanFee.Earning
  /// All of it, as it was cut; zero where the loan was taken over or its payout was reversed.
  public let whole: Rupiah
  /// What month ends before made income.
  public let before: Rupiah
  /// What waits at the end of the month.
  public let unearned: Rupiah
  /// What the month makes income; below zero where it takes back.
  public let earned: Rupiah

  /// Works out what the month makes income.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    code: String, earning: LoanFee.Earning, whole: Rupiah, before: Rupiah,
    unearned: Rupiah
  ) throws(LedgerError) {
    self.code = code
    self.earning = earning
    self.whole = whole
    self.before = before
    self.unearned = unearned
    earned = try whole - before - unearned
  }
}

extension PostingRules {
  /// Provisi menjadi pendapatan: Dr pendapatan diterima di muka / Cr pendapatan provisi; the other
  /// way round for what is taken back.
  package static func loanFeeIncome(
    _ amounts: [AccountID: Rupiah], unearned: AccountID
  ) throws(LedgerError) -> [Posting] {
    var legs = [Posting(account: unearned, amount: try amounts.values.map(\.self).sum())]
    for (income, amount) in amounts.sorted(by: { $0.key < $1.key }) {
      legs.append(try .credit(income, amount))
    }
    return legs.filter { !$0.amount.isZero }
  }
}
