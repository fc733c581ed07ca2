import KSPCore

/// What the desks of other rooms ask of loans.
extension PostingSession {
  func loanReader() throws -> LoanReader { try LoanFiles(self).reader() }

  /// A loan as it is now, or as it was before a voucher.
  func record(_ id: Int64, before entry: EntryNumber?) throws -> LoanRecord {
    try LoanFiles(self).record(id, before: entry)
  }

  /// The loan that an entry belongs to, if it belongs to one.
  func loanOfEntry(_ entry: EntryNumber) throws -> String? {
    try LoanFiles(self).number(ofEntry: entry)
  }

  /// The day on which an entry of a loan is reversed.
  func loanReversalDay(_ entry: BookDate) throws -> BookDate {
    try LoanGuards(self).reversalDay(entry)
  }

  /// Refuses to reverse an entry of a loan on which something later stands.
  func requireLoansAllowReversal(
    _ number: EntryNumber, bookedOn day: BookDate, on date: BookDate
  ) throws {
    try LoanGuards(self).requireReversible(number, bookedOn: day, on: date)
  }

  /// Refuses entries by hand on the accounts of loans.
  func requireNoLoanAccount(_ accounts: [AccountID]) throws {
    try LoanGuards(self).requireNone(of: accounts)
  }

  /// Before a member leaves: refuses while a loan is owed, or sets it off against the savings.
  func settleLoans(
    of member: String, on date: BookDate, setsOff: Bool, by recordedBy: String?
  ) throws {
    try SettlementDesk(self).settleAll(of: member, on: date, setsOff: setsOff, by: recordedBy)
  }
}
