/// Where the SHU of members goes when it is paid.
public enum ShuPayee: Hashable, Sendable, Codable {
  /// Into their savings in a product.
  case savings(ProductCode)
  /// Out of cash, or of the account that is named, such as a bank.
  case cash(AccountCode?)

  // What the values are called on a wire.
  private enum SavingsCodingKeys: String, CodingKey { case _0 = "product" }
  private enum CashCodingKeys: String, CodingKey { case _0 = "account" }
}

/// What is settled out of a member's SHU before the rest is paid.
public struct ShuDeductions: OptionSet, Hashable, Sendable, Codable {
  /// The bits of the set.
  public let rawValue: Int

  /// A set of its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Dues that are owed by the day.
  public static let dues = ShuDeductions(rawValue: 1 << 0)
  /// Installments that are due by the day, with late fees.
  public static let installments = ShuDeductions(rawValue: 1 << 1)
}

/// What a payment of SHU left (pembayaran SHU).
public struct ShuPayment: Hashable, Sendable, Codable {
  /// What a part of somebody's SHU was used for.
  public enum Use: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
    /// It went into savings.
    case savings
    /// It paid dues.
    case dues
    /// It paid what was due on loans.
    case installments
    /// It was handed over.
    case cash
    /// Nobody took it, and it went to a fund.
    case fund
  }

  /// What one member got.
  public struct Row: Hashable, Sendable, Codable {
    /// The member.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// How much was used for what; none of it zero.
    public let uses: [Use: Rupiah]
    /// All of it.
    public let total: Rupiah

    /// Gathers what a member got.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      member: MemberNumber, name: String, uses: [Use: Rupiah]
    ) throws(LedgerError) {
      self.member = member
      self.name = name
      self.uses = uses
      total = try uses.values.sum()
    }
  }

  /// The book year.
  public let year: Int
  /// The day on which it counts.
  public let date: BookDate
  /// The members who got something.
  public let rows: [Row]
  /// What was paid.
  public let total: Rupiah
  /// The vouchers.
  public let entries: [EntryNumber]
  /// Members who have left: their savings are closed, so that their part can only be handed over.
  public let skipped: [MemberNumber]
  /// Whether it had been booked before, so that nothing was stored now.
  public let isReplay: Bool
  /// Whether it was only tried out (`dryRun`), so that nothing was stored.
  public package(set) var isRehearsal = false

  /// Gathers a payment.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    year: Int, date: BookDate, rows: [Row], entries: [EntryNumber], skipped: [MemberNumber] = [],
    isReplay: Bool
  ) throws(LedgerError) {
    self.year = year
    self.date = date
    self.rows = rows
    self.entries = entries
    self.skipped = skipped
    self.isReplay = isReplay
    total = try rows.map(\.total).sum()
  }
}

extension ShuPayment.Use {
  /// The name for people.
  public var name: Phrase {
    switch self {
    case .savings: Phrase(id: "Simpanan", en: "Savings")
    case .dues: Phrase(id: "Wajib", en: "Dues")
    case .installments: Phrase(id: "Angsuran", en: "Installments")
    case .cash: Phrase(id: "Tunai", en: "Cash")
    case .fund: Phrase(id: "Dana", en: "Fund")
    }
  }
}

extension ShuPayment.Row: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member }
}
