import KSPCore

/// What can only be said of a transaction as a whole, after its last entry: whether the cash that
/// it paid was there, and what was accepted and should be looked at.
final class Judgement {
  /// Cash and bank accounts, with what they may come to.
  let cash: [AccountID: CashTerms]
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

  /// Takes over what an act of a longer transaction paid, so that it is judged with the rest.
  func takeOver(_ act: Judgement) {
    for (account, day) in act.spent { spent[account] = min(spent[account] ?? day, day) }
  }

  /// Hands what was pointed out to a result that can carry it.
  func handing<Value>(to value: Value) -> Value {
    guard !warnings.isEmpty, var carrier = value as? any WarningCarrier else { return value }
    carrier.carry(warnings)
    return carrier as? Value ?? value
  }

  /// Judges whether the cash was there that was paid.
  func judgeCash(_ session: PostingSession) throws {
    guard !spent.isEmpty else { return }
    warnings += try CashCheck(session: session).judge(spent)
  }

  /// Does what a transaction is for, judges it, and hands what was pointed out to a result that
  /// can carry it.
  ///
  /// - Throws: What `body` throws, and `cash.belowZero`.
  func of<Value>(
    _ session: PostingSession, _ body: (PostingSession) throws -> Value
  ) throws -> Value {
    let value = try body(session)
    try judgeCash(session)
    return handing(to: value)
  }
}
