/// Planned savings that are to be opened (simpanan berencana baru).
public struct NewPlannedSavings: Hashable, Sendable, Codable {
  /// Where planned savings of an earlier book stood.
  public struct Takeover: Hashable, Sendable, Codable {
    /// The day whose balance is brought in.
    public var asOf: BookDate
    /// How many months were paid by then.
    public var monthsPaid: Int
    /// The interest, after tax, that was credited and is still there.
    public var interest: Rupiah
    /// The rate that was agreed; nil for what the product offers.
    public var rate: Rate?
    /// The rate of the rest of the term once it lapses; nil for what the product offers, or for
    /// `rate` where it offers nothing for the term.
    public var lapsedRate: Rate?
    /// How many months may stay unpaid; nil for what the product offers, or 3.
    public var misses: Int?

    /// Savings that ran before the book.
    public init(
      asOf: BookDate, monthsPaid: Int, interest: Rupiah = .zero, rate: Rate? = nil,
      lapsedRate: Rate? = nil, misses: Int? = nil
    ) {
      self.asOf = asOf
      self.monthsPaid = monthsPaid
      self.interest = interest
      self.rate = rate
      self.lapsedRate = lapsedRate
      self.misses = misses
    }
  }

  /// Who saves.
  public var member: MemberNumber
  /// In which product, which has terms for so many months.
  public var product: ProductCode
  /// What is saved every month.
  public var monthly: Rupiah
  /// For how many months, from that of the opening on.
  public var months: Int
  /// The day of opening, in an open month; of a takeover, a day of its first month.
  public var openedOn: BookDate
  /// Savings of the same member to which they are paid at maturity; nil where they stay.
  public var payTo: AccountCode?
  /// Of savings that ran before the book.
  public var takeover: Takeover?

  /// What is agreed.
  public init(
    of member: MemberNumber, in product: ProductCode, _ monthly: Rupiah, months: Int,
    on openedOn: BookDate, payTo: AccountCode? = nil, takeover: Takeover? = nil
  ) {
    self.member = member
    self.product = product
    self.monthly = monthly
    self.months = months
    self.openedOn = openedOn
    self.payTo = payTo
    self.takeover = takeover
  }

  /// What was brought by the day of a takeover.
  ///
  /// - Throws: `amount.overflow`.
  package func brought(_ takeover: Takeover) throws(LedgerError) -> Rupiah {
    try Rupiah(wideSen: Int128(monthly.sen) * Int128(takeover.monthsPaid))
  }

  /// Refuses a takeover of savings that do not run any more, and of months that cannot have been
  /// paid.
  ///
  /// - Throws: `planned.unfit`, `amount.notPositive`, `amount.overflow`.
  package func requireRunning(
    _ takeover: Takeover, under terms: PlannedSavingsTerms
  ) throws(LedgerError) {
    if takeover.interest.isNegative { throw .amountNotPositive(takeover.interest) }
    guard (1...months).contains(takeover.monthsPaid) else {
      throw .plannedUnfit(
        Phrase(
          id: "lunas \(takeover.monthsPaid) bulan, bukan 1 sampai \(months)",
          en: "\(takeover.monthsPaid) months are paid, not 1 to \(months)"))
    }
    // The month counts whose last day has come.
    let next = try takeover.asOf.adding(days: 1).month
    let over = Int(next.ordinal - openedOn.month.ordinal)
    guard openedOn <= takeover.asOf, over < months else {
      throw .plannedUnfit(
        Phrase(
          id: "pada \(takeover.asOf) rencananya belum mulai atau sudah selesai; "
            + "ambil alih sebagai simpanan biasa",
          en: "on \(takeover.asOf) it has not begun or is over; "
            + "take it over as ordinary savings"))
    }
    let missed = max(0, over - takeover.monthsPaid)
    guard missed < terms.misses else {
      throw .plannedUnfit(
        Phrase(
          id: "\(missed) bulan tertunggak, padahal gugur setelah \(terms.misses); "
            + "ambil alih sebagai simpanan biasa",
          en: "\(missed) months are missed, and it lapses after \(terms.misses); "
            + "take it over as ordinary savings"))
    }
  }
}
