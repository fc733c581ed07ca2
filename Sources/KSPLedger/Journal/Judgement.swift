import KSPCore

/// What can only be said of a transaction as a whole, after its last entry: whether the cash that
/// it paid was there, and what was accepted and should be looked at.
final class Judgement {
  private let cash: [AccountID: CashTerms]
  /// Cash that was paid out, each account with the first day of it.
  private var spent: [AccountID: BookDate] = [:]
  private(set) var warnings: [LedgerWarning] = []

  init(cash: [AccountID: CashTerms]) { self.cash = cash }

  /// Remembers the cash that an entry pays out.
  func note(_ entry: JournalEntry) {
    for posting in entry.postings
    where posting.amount.isNegative && cash[posting.account] != nil {
      spent[posting.account] = min(spent[posting.account] ?? entry.bookDate, entry.bookDate)
    }
  }

  /// Points out something that is accepted.
  func warn(_ warning: LedgerWarning) { warnings.append(warning) }

  /// Does what a transaction is for, judges it, and hands what was pointed out to a result that
  /// can carry it.
  ///
  /// - Throws: What `body` throws, and `cash.belowZero`.
  func of<Value>(
    _ session: PostingSession, _ body: (PostingSession) throws -> Value
  ) throws -> Value {
    let value = try body(session)
    if !spent.isEmpty { warnings += try CashCheck(session: session).judge(spent) }
    guard !warnings.isEmpty, var carrier = value as? any WarningCarrier else { return value }
    carrier.carry(warnings)
    return carrier as? Value ?? value
  }
}
