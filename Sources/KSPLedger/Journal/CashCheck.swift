import KSPCore

/// Whether cash that was paid out was there: at the end of each day, from the first payment on.
///
/// A day is looked at as a whole, because nobody writes down which of two vouchers came first.
struct CashCheck {
  let session: PostingSession

  /// - Parameters:
  ///   - spent: The accounts that paid, each with the first day of it.
  ///   - told: What was paid by itself, and is named where the cash was not there.
  /// - Returns: The banks that would be owed without an agreed limit.
  /// - Throws: `cash.belowZero` for the first account that cannot have paid.
  func judge(
    _ spent: [AccountID: BookDate], _ told: [Judgement.Payment] = []
  ) throws -> [LedgerWarning] {
    var warnings: [LedgerWarning] = []
    for (id, day) in spent.sorted(by: { $0.key < $1.key }) {
      guard let terms = session.catalog.cash[id] else { continue }
      let lowest = try lowest(of: id, from: day)
      guard lowest.balance < terms.lowest, try !isBeingTakenOver() else { continue }
      guard terms.onlyWarns else {
        throw LedgerError.cashBelowZero(
          terms.code, balance: lowest.balance, on: lowest.day, limit: try terms.lowest.negated(),
          paying: told.filter { $0.account == id && $0.day <= lowest.day }.map(\.name))
      }
      warnings.append(
        LedgerWarning(
          .bankBelowZero,
          message: Phrase(
            id:
              "Rekening bank \(terms.code) menjadi \(lowest.balance.formatted) pada \(lowest.day), "
              + "tanpa batas yang disepakati.",
            en: "Bank account \(terms.code) would stand at \(lowest.balance.formatted) on "
              + "\(lowest.day), without an agreed limit.")))
    }
    return warnings
  }

  /// The lowest balance at the end of a day, from a day on, with the last such day.
  private func lowest(
    of account: AccountID, from day: BookDate
  ) throws -> (balance: Rupiah, day: BookDate) {
    var running = try session.account(account).balance
    var lowest: (balance: Rupiah, day: BookDate)?
    let later = try session.statement(
      """
      SELECT bookDate, sum(amount) FROM posting WHERE account = ? AND bookDate > ?
      GROUP BY bookDate ORDER BY bookDate DESC
      """)
    later.bind(account.value, at: 1)
    later.bind(Int64(day.dayNumber), at: 2)
    defer { later.reset() }
    while try later.step() {
      if lowest.map({ running < $0.balance }) ?? true {
        lowest = (running, try BookDate(stored: later.int64(0)))
      }
      running = try running - Rupiah(sen: later.int64(1))
    }
    guard let lowest, lowest.balance < running else { return (running, day) }
    return lowest
  }

  /// While opening balances are brought in, cash may come after what it paid.
  private func isBeingTakenOver() throws -> Bool {
    let clearing = try session.catalog.account(.openingClearing)
    return try !session.account(clearing).balance.isZero
  }
}
