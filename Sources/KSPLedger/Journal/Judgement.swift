import KSPCore

/// What can only be said of a transaction as a whole, after its last entry: whether the cash that
/// it paid was there, whether it left what is promised to somebody, and what was accepted and
/// should be looked at.
final class Judgement {
  /// Cash and bank accounts, with what they may come to.
  let cash: [AccountID: CashTerms]
  /// Accounts of which a part may be promised.
  private let promised: Set<AccountID>
  /// Those of them that something was taken from.
  private var drawn: Set<AccountID> = []
  /// Cash that was paid out, each account with the first day of it.
  private var spent: [AccountID: BookDate] = [:]
  /// What was paid by itself, of which nobody has said the amount now.
  private(set) var told: [Payment] = []
  /// The days of the entries, from the first of them to the last.
  private var days: ClosedRange<BookDate>?
  private(set) var warnings: [LedgerWarning] = []

  /// What was paid out of cash, by a name that people know.
  struct Payment {
    let account: AccountID
    let day: BookDate
    let name: Phrase
  }

  init(cash: [AccountID: CashTerms], promised: Set<AccountID>) {
    self.cash = cash
    self.promised = promised
  }

  /// Remembers the day of an entry, what it takes of what may be promised, and the cash that it
  /// pays out. What takes an entry back is never impossible for lack of cash.
  func note(_ entry: JournalEntry) {
    note(entry.bookDate...entry.bookDate)
    for posting in entry.postings
    where posting.amount.isPositive && promised.contains(posting.account) {
      drawn.insert(posting.account)
    }
    guard entry.reverses == nil else { return }
    for posting in entry.postings
    where posting.amount.isNegative && cash[posting.account] != nil {
      spent[posting.account] = min(spent[posting.account] ?? entry.bookDate, entry.bookDate)
    }
  }

  private func note(_ new: ClosedRange<BookDate>) {
    days =
      days.map {
        min($0.lowerBound, new.lowerBound)...max($0.upperBound, new.upperBound)
      } ?? new
  }

  /// Remembers what pays out cash by itself, so that a refusal can name it.
  func tell(_ payment: Payment) {
    if cash[payment.account] != nil { told.append(payment) }
  }

  /// Points out something that is accepted.
  func warn(_ warning: LedgerWarning) { warnings.append(warning) }

  /// Takes over what an act of a longer transaction paid, so that it is judged with the rest.
  func takeOver(_ act: Judgement) {
    if let days = act.days { note(days) }
    drawn.formUnion(act.drawn)
    told += act.told
    for (account, day) in act.spent { spent[account] = min(spent[account] ?? day, day) }
  }

  /// Hands what was pointed out to a result that can carry it, and that nothing of it was stored to
  /// one that would look as if it were.
  func handing<Value>(to value: Value, isRehearsal: Bool) -> Value {
    var value = value
    if isRehearsal, var outcome = value as? any Rehearsed {
      outcome.markAsRehearsal()
      value = outcome as? Value ?? value
    }
    guard !warnings.isEmpty, var carrier = value as? any WarningCarrier else { return value }
    carrier.carry(warnings)
    return carrier as? Value ?? value
  }

  /// Judges whether the cash was there that was paid, whether what is promised was left, and
  /// whether what is tried out has an odd day.
  func judge(_ session: PostingSession) throws {
    if !drawn.isEmpty { try JournalDesk(session: session).requireKept(drawn) }
    if !spent.isEmpty { warnings += try CashCheck(session: session).judge(spent, told) }
    if session.isRehearsal { warnings += Self.oddities(of: days, today: session.days.today) }
  }

  /// Does what a transaction is for, judges it, and hands what was pointed out to a result that
  /// can carry it.
  ///
  /// - Throws: What `body` throws, and `cash.belowZero`.
  func of<Value>(
    _ session: PostingSession, _ body: (PostingSession) throws -> Value
  ) throws -> Value {
    let value = try body(session)
    try judge(session)
    return handing(to: value, isRehearsal: session.isRehearsal)
  }

  /// What is odd about the day of an act that is tried out. A list with entries of many days has
  /// said so itself.
  private static func oddities(
    of days: ClosedRange<BookDate>?, today: BookDate
  ) -> [LedgerWarning] {
    guard let days, days.lowerBound == days.upperBound else { return [] }
    let day = days.lowerBound
    if day > today {
      return [
        LedgerWarning(
          .dateAhead,
          message: Phrase(id: "Tanggal ini sesudah hari ini.", en: "This date is after today."))
      ]
    }
    guard day.month != today.month else { return [] }
    let month = day.month.name
    return [
      LedgerWarning(
        .dateOtherMonth,
        message: Phrase(
          id: "Tanggalnya di \(month.indonesian), bukan bulan ini; benar?",
          en: "The date lies in \(month.english), not in this month; is it right?"))
    ]
  }
}
