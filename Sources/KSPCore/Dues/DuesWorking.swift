/// Settles the months of one member with what they paid, payment by payment.
///
/// A payment goes to the months that the payer named, then to what was taken over as owed, then to
/// the oldest open months, also those ahead. Nothing of it is stored: it is worked out again from
/// what was said and paid, so that a late payment, a changed amount or an exemption finds its
/// place.
struct DuesWorking {
  struct Month {
    let month: BookMonth
    /// What is asked for, by what is known now.
    let asked: Rupiah
    let exemption: String?
    /// What it was paid ahead with in full, where that settles it.
    var settledWith: Rupiah?
    var paid = Rupiah.zero
    var paidOn: BookDate?

    var due: Rupiah { settledWith.map { min($0, asked) } ?? asked }
    var open: Rupiah { Rupiah(sen: max(0, due.sen - paid.sen)) }
  }

  /// How far ahead a payment can reach; what is left then waits for months that ask for something.
  private static let reach: Int32 = 240

  private let rule: DuesRule
  private let facts: DuesFacts
  private let horizon: Int32
  /// The first month that can be due.
  private let first: BookMonth
  /// From the first month on, as far as they were asked for.
  private(set) var months: [Month] = []
  /// The last of them that is due; before the first where none is.
  let lastDue: Int32
  private(set) var carriedPaid = Rupiah.zero
  /// What no month takes.
  private(set) var unused = Rupiah.zero
  private(set) var paid = Rupiah.zero
  /// What the last payment went to, in that order; nothing where it was for no month.
  private(set) var last: (months: [(index: Int, amount: Rupiah)], carried: Rupiah, unused: Rupiah) =
    ([], .zero, .zero)
  /// No month before it is open.
  private var oldest = 0

  /// Works a member's months out as they stand on a day; nil where the product never asked for
  /// anything, and for a number whose dues stand with another.
  init?(_ facts: DuesFacts, _ rule: DuesRule, asOf date: BookDate) throws(LedgerError) {
    guard facts.mergedInto == nil, let begin = rule.firstMonth else { return nil }
    self.rule = rule
    self.facts = facts
    var first = max(facts.joinedOn.month, begin)
    if let takeover = facts.takeover { first = max(first, try takeover.lastSettled.next()) }
    self.first = first
    var lastDue = date.month.ordinal
    if let left = facts.leftOn, left <= date { lastDue = min(lastDue, left.month.ordinal - 1) }
    self.lastDue = lastDue
    horizon = max(lastDue, first.ordinal) + Self.reach
    try reach(lastDue)
    for payment in facts.payments where payment.bookDate <= date {
      last = ([], .zero, .zero)
      guard counts(payment, begin) else { continue }
      try take(payment)
    }
  }

  var carried: Rupiah { facts.takeover?.arrears ?? .zero }

  /// Whether a payment is for months at all: not what the takeover contains, and not what was
  /// saved before any month was asked for, unless the payer named months.
  private func counts(_ payment: DuePayment, _ begin: BookMonth) -> Bool {
    if let takeover = facts.takeover, payment.bookDate <= takeover.asOf { return false }
    return payment.bookDate.month >= begin || !payment.parts.isEmpty
  }

  private mutating func reach(_ ordinal: Int32) throws(LedgerError) {
    while first.ordinal + Int32(months.count) <= ordinal {
      let month = try BookMonth(ordinal: first.ordinal + Int32(months.count))
      let exemption = facts.exemption(in: month)
      months.append(
        Month(
          month: month, asked: exemption == nil ? rule.amount(of: facts, in: month) : .zero,
          exemption: exemption))
    }
  }

  private mutating func take(_ payment: DuePayment) throws(LedgerError) {
    try paid += payment.amount
    var rest = payment.amount
    for part in payment.parts where part.month >= first && part.month.ordinal <= horizon {
      try reach(part.month.ordinal)
      let wanted = min(part.amount, rest)
      try put(wanted, from: &rest, payment, at: Int(part.month.ordinal - first.ordinal))
    }
    let carried = min(rest, try carried - carriedPaid)
    try carriedPaid += carried
    last.carried = carried
    try rest -= carried
    while rest.isPositive {
      guard first.ordinal + Int32(oldest) <= horizon else {
        try unused += rest
        last.unused = rest
        return
      }
      try reach(first.ordinal + Int32(oldest))
      try put(rest, from: &rest, payment, at: oldest)
      if rest.isPositive { oldest += 1 }
    }
  }

  /// Puts no more into a month than it asks of this payment.
  private mutating func put(
    _ amount: Rupiah, from rest: inout Rupiah, _ payment: DuePayment, at index: Int
  ) throws(LedgerError) {
    let known = known(months[index], to: payment)
    let due = known.map { min($0, months[index].due) } ?? months[index].due
    let open = Rupiah(sen: max(0, due.sen - months[index].paid.sen))
    let given = min(amount, open)
    guard given.isPositive else { return }
    try months[index].paid += given
    months[index].paidOn = payment.bookDate
    last.months.append((index, given))
    try rest -= given
    if let known, months[index].paid >= known { months[index].settledWith = known }
  }

  /// What a month ahead asked for as the payer knew it, where that settles it for good.
  private func known(_ month: Month, to payment: DuePayment) -> Rupiah? {
    guard rule.raising == .settled, month.exemption == nil,
      month.month > payment.bookDate.month, month.settledWith == nil
    else { return nil }
    let known = rule.amount(of: facts, in: month.month, at: payment.event)
    return known?.isPositive == true ? known : nil
  }
}
