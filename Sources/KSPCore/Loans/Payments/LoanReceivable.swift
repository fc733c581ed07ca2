/// What an account of a loan's interest or late fees holds, and how old that is as income.
package struct LoanReceivable: Hashable, Sendable {
  /// What it holds; less than zero where more was taken than had become income.
  package let held: Rupiah
  /// How much of it became income before the year, and cannot be taken off this year's income.
  package let ofEarlierYears: Rupiah

  /// What an account holds.
  ///
  /// What comes in is taken for the oldest first, so that of the balance at the beginning of the
  /// year as much is left as was not taken since.
  ///
  /// - Parameters:
  ///   - held: The balance.
  ///   - atYearStart: What it held when the year began.
  ///   - takenSince: What vouchers of the year have taken from it.
  /// - Throws: `amount.overflow`.
  package init(held: Rupiah, atYearStart: Rupiah, takenSince: Rupiah) throws(LedgerError) {
    self.held = held
    ofEarlierYears = min(held.orZero, try (atYearStart - takenSince).orZero)
  }

  /// How an amount that is given up is borne: by this year's income, by an expense for what became
  /// income in earlier years, and by nobody for what is in no account.
  ///
  /// The youngest income is taken back first.
  ///
  /// - Throws: `amount.overflow`.
  package func bearing(
    _ amount: Rupiah
  ) throws(LedgerError) -> (income: Rupiah, expense: Rupiah, nobody: Rupiah) {
    let booked = min(amount, held.orZero)
    let income = min(booked, try held.orZero - ofEarlierYears)
    return (income, try booked - income, try amount - booked)
  }
}
