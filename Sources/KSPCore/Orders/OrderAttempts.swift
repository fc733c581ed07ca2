/// Which due days of standing orders are to be tried on a day.
///
/// A due day is tried first with its own date, whenever that comes, and then once on each day on
/// which somebody has the orders carried out, for as many days as the order says. What was taken,
/// or turned out not to be due, is never tried again.
package struct OrderAttempts {
  /// One try that is to be made.
  package struct Attempt: Hashable, Sendable {
    /// The number of the order.
    package let order: Int
    /// The due day.
    package let dueOn: BookDate
    /// The day with which it is booked.
    package let bookedOn: BookDate
  }

  /// The first day that is open for posting.
  private let first: BookDate
  /// The day on which orders are carried out.
  private let day: BookDate

  /// Orders are carried out on a day, while the book is open from `first` on.
  package init(on day: BookDate, openFrom first: BookDate) {
    self.first = first
    self.day = day
  }

  /// What is to be tried of an order with the tries that there were; those of the due day come
  /// before those of today, which are made only where the former fail.
  package func attempts(
    of order: StandingOrder, after tries: [OrderTry]
  ) throws(LedgerError) -> (onDue: [Attempt], again: [Attempt]) {
    guard !tries.contains(where: { $0.outcome == .left }) else { return ([], []) }
    let begin = try max(order.from, first.adding(days: -order.retryDays))
    var (onDue, again): ([Attempt], [Attempt]) = ([], [])
    for due in try order.dueDays(from: begin, through: day) {
      let made = tries.filter { $0.dueOn == due }
      guard !made.contains(where: \.outcome.isFinal) else { continue }
      func attempt(_ date: BookDate) -> Attempt {
        Attempt(order: order.number, dueOn: due, bookedOn: date)
      }
      if made.isEmpty {
        // A month is closed only after its orders were tried.
        guard due >= first else { continue }
        onDue.append(attempt(due))
      }
      guard day > due, due.days(until: day) <= order.retryDays, day >= first,
        !made.contains(where: { $0.triedOn == day }), order.endedOn.map({ day < $0 }) ?? true
      else { continue }
      again.append(attempt(day))
    }
    return (onDue, again)
  }
}
