/// A voucher that settled something of a loan, under the plan that was in force then: a line of the
/// loan's card (kartu pinjaman).
public struct LoanCardPayment: Hashable, Sendable, Codable {
  /// The voucher; nil for what had been paid before the loan was taken over.
  public let entry: EntryNumber?
  /// What the voucher records: a payment, a waiver, or a new loan that paid this one off.
  public let kind: EntryKind
  /// The day on which it counts.
  public let date: BookDate
  /// The plan that it was settled under, from 1.
  public let plan: Int
  /// What it settled.
  public let parts: LoanParts
  /// The account that paid, where it was not the usual cash.
  public package(set) var counterpart: Receipt.Counterpart?

  /// What it is called, and by which account it was paid: `Angsuran pinjaman, Bank BRI`.
  public var title: Phrase { kind.name.by(counterpart) }

  /// The principal that it settled.
  public var principal: Rupiah { parts.principal }
  /// The interest.
  public var interest: Rupiah { parts.interest }
  /// The administration.
  public var administration: Rupiah { parts.administration }
  /// The late fees.
  public var lateFee: Rupiah { parts.lateFee }

  /// Gathers a line.
  package init(
    entry: EntryNumber?, kind: EntryKind, date: BookDate, plan: Int, _ parts: LoanParts
  ) {
    self.entry = entry
    self.kind = kind
    self.date = date
    self.plan = plan
    self.parts = parts
  }

  /// Whether it stands for everything that had been paid before the loan was taken over.
  public var isOpening: Bool { entry == nil }

  /// The lines of a card, by date and number, from what vouchers credited to the loan's accounts.
  ///
  /// - Parameters:
  ///   - credits: What was credited, in any order.
  ///   - plans: The plans that count, each with the last entry before it, by version.
  ///   - before: What had been paid before the loan was taken over.
  /// - Returns: The lines.
  /// - Throws: `amount.overflow`.
  package static func lines(
    _ credits: [LoanFacts.Credit], plans: [(version: Int64, afterEntry: Int64)],
    before: LoanPayment?
  ) throws(LedgerError) -> [LoanCardPayment] {
    // In this order the credits of one voucher lie beside each other, the first still first.
    let ordered = credits.sorted { left, right in
      left.date == right.date ? left.entry < right.entry : left.date < right.date
    }
    var lines: [LoanCardPayment] = []
    lines.reserveCapacity(ordered.count + 1)
    if let before {
      // Of a loan that was taken over again this is not the first that it ever had.
      lines.append(
        LoanCardPayment(
          entry: nil, kind: .opening, date: before.date, plan: Int(plans.first?.version ?? 1),
          before.parts))
    }
    var rest = ordered[...]
    while let first = rest.first {
      var parts = LoanParts()
      while let credit = rest.first, credit.entry == first.entry {
        try parts.add(credit.amount, to: credit.component)
        rest.removeFirst()
      }
      // The payment that begins a plan belongs to the one before it.
      let plan = plans.last { $0.afterEntry < first.entry.value } ?? plans.first
      lines.append(
        LoanCardPayment(
          entry: first.entry, kind: first.kind, date: first.date,
          plan: Int(plan?.version ?? 1), parts))
    }
    return lines
  }
}
