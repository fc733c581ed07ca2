/// A payment out of a fund of an SHU to somebody by name, such as the board or the staff, with the
/// tax that was withheld from it (pembayaran dana pengurus, bukti potong PPh 21).
public struct ShuReward: Hashable, Sendable, Codable {
  /// What is asked for: who gets how much of which fund.
  public struct Order: Hashable, Sendable, Codable {
    /// The book year of the SHU.
    public let year: Int
    /// The fund, by its name in the decision.
    public let fund: String
    /// Who gets it.
    public let recipient: String
    /// The amount before tax.
    public let gross: Rupiah
    /// The rate of the tax that is withheld; zero for none.
    public let rate: Share

    /// A payment that is asked for.
    ///
    /// - Parameters:
    ///   - year: The book year of the SHU.
    ///   - fund: The fund, by its name in the decision.
    ///   - recipient: Who gets it.
    ///   - gross: The amount before tax.
    ///   - rate: The rate of the tax that is withheld.
    public init(
      of year: Int, from fund: String, to recipient: String, _ gross: Rupiah, rate: Share = .zero
    ) {
      self.year = year
      self.fund = fund
      self.recipient = recipient
      self.gross = gross
      self.rate = rate
    }
  }

  /// What was asked for.
  public let order: Order
  /// The tax: the rate of the gross amount, rounded down to the rupiah.
  public let tax: Rupiah
  /// What was handed over.
  public let net: Rupiah
  /// The voucher.
  public let entry: EntryNumber
  /// Its day.
  public let date: BookDate
  /// The voucher that took it back; nil while it stands.
  public let reversedBy: EntryNumber?
  /// Whether it had been booked before, so that nothing was stored now.
  public var isReplay = false
  /// Whether it was only tried out (`dryRun`), so that nothing was stored.
  public package(set) var isRehearsal = false

  /// Gathers a payment.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    _ order: Order, tax: Rupiah, entry: EntryNumber, date: BookDate,
    reversedBy: EntryNumber? = nil
  ) throws(LedgerError) {
    self.order = order
    self.tax = tax
    net = try order.gross - tax
    self.entry = entry
    self.date = date
    self.reversedBy = reversedBy
  }

  /// The tax that a payment withholds.
  ///
  /// - Throws: `amount.overflow`.
  package static func tax(on order: Order) throws(LedgerError) -> Rupiah {
    try order.rate.of(order.gross, rounded: .downToRupiah)
  }
}

/// What was paid out of the funds of an SHU, and what is left of each.
public struct ShuRewards: Hashable, Sendable, Codable {
  /// One fund that is paid out.
  public struct Fund: Hashable, Sendable, Codable {
    /// Its name in the decision.
    public let name: String
    /// Its account.
    public let account: AccountCode
    /// What it got of the SHU.
    public let amount: Rupiah
    /// What was paid of it, before tax.
    public let paid: Rupiah
    /// What can still be paid of it: no more than its account holds.
    public let left: Rupiah

    /// Gathers a fund; `held` is what its account holds, of whatever year.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      name: String, account: AccountCode, amount: Rupiah, paid: Rupiah, held: Rupiah
    ) throws(LedgerError) {
      self.name = name
      self.account = account
      self.amount = amount
      self.paid = paid
      left = min(try amount - paid, held.orZero)
    }
  }

  /// The book year.
  public let year: Int
  /// The funds on accounts of liabilities, in the order of the decision.
  public let funds: [Fund]
  /// The payments, the first one first, also those that were taken back.
  public let payments: [ShuReward]

  /// Gathers the payments of a year.
  package init(year: Int, funds: [Fund], payments: [ShuReward]) {
    self.year = year
    self.funds = funds
    self.payments = payments
  }
}
