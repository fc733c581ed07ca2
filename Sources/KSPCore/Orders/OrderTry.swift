/// One try to carry out a standing order for one due day.
public struct OrderTry: Hashable, Sendable, Codable {
  /// The due day.
  public let dueOn: BookDate
  /// The book date of the try: the due day at first, later days where it is tried again.
  public let triedOn: BookDate
  /// What became of it.
  public let outcome: OrderOutcome
  /// What was taken, or wanted; nil where that is not known.
  public let amount: Rupiah?
  /// The code of the refusal, where it was refused.
  public let refusal: String?
  /// The voucher, where it was taken.
  public let entry: EntryNumber?
  /// Whether the voucher was reversed. What people took back is not taken again.
  public let isReversed: Bool

  /// Gathers a try.
  package init(
    dueOn: BookDate, triedOn: BookDate, outcome: OrderOutcome, amount: Rupiah?,
    refusal: String? = nil, entry: EntryNumber? = nil, isReversed: Bool = false
  ) {
    self.dueOn = dueOn
    self.triedOn = triedOn
    self.outcome = outcome
    self.amount = amount
    self.refusal = refusal
    self.entry = entry
    self.isReversed = isReversed
  }
}
