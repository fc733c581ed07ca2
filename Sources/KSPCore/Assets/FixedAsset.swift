/// Something that the cooperative uses for years (aset tetap, inventaris).
public struct FixedAsset: Hashable, Sendable, Identifiable, Codable {
  /// What an earlier book had written off of it.
  public struct Takeover: Hashable, Sendable, Codable {
    /// The last day of that book.
    public let asOf: BookDate
    /// What was written off by then.
    public let accumulated: Rupiah

    /// What was written off by a day.
    public init(asOf: BookDate, accumulated: Rupiah) {
      self.asOf = asOf
      self.accumulated = accumulated
    }
  }

  /// How it left the cooperative.
  public struct Disposal: Hashable, Sendable, Codable {
    /// On which day.
    public let date: BookDate
    /// What it brought; zero for what was thrown away.
    public let proceeds: Rupiah
    /// The voucher.
    public let entry: EntryNumber

    /// Gathers it.
    package init(date: BookDate, proceeds: Rupiah, entry: EntryNumber) {
      self.date = date
      self.proceeds = proceeds
      self.entry = entry
    }
  }

  /// Its number in the register.
  public let number: AssetNumber
  /// What it is.
  public let name: String
  /// Where it stands; nil where nothing was said.
  public let place: String?
  /// The accounts that hold it.
  public let accounts: AssetAccounts
  /// When it was bought.
  public let acquiredOn: BookDate
  /// What it cost.
  public let cost: Rupiah
  /// What is left of it at the end of its life (nilai sisa).
  public let residual: Rupiah
  /// Its life in months; 0 for what is not written off, such as land.
  public let months: Int
  /// What an earlier book had written off; nil for what this book bought.
  public let takeover: Takeover?
  /// The voucher of its purchase; nil for what was taken over.
  public let entry: EntryNumber?
  /// How it left; nil while the cooperative has it.
  public let disposal: Disposal?

  /// The number.
  public var id: AssetNumber { number }

  /// Gathers what the register says.
  package init(
    number: AssetNumber, name: String, place: String?, accounts: AssetAccounts,
    acquiredOn: BookDate, cost: Rupiah, residual: Rupiah, months: Int, takeover: Takeover?,
    entry: EntryNumber?, disposal: Disposal?
  ) {
    self.number = number
    self.name = name
    self.place = place
    self.accounts = accounts
    self.acquiredOn = acquiredOn
    self.cost = cost
    self.residual = residual
    self.months = months
    self.takeover = takeover
    self.entry = entry
    self.disposal = disposal
  }

  /// What this book writes off of it: from the month after it was bought to the end of its life,
  /// or from the month after the takeover what is left.
  ///
  /// - Throws: `amount.overflow`.
  package func plan() throws(LedgerError) -> DepreciationPlan {
    let bought = acquiredOn.month
    guard months > 0 else { return DepreciationPlan(of: .zero, over: 0, from: bought) }
    let last = bought.ordinal + Int32(months)
    let first = try (takeover.map { max($0.asOf.month, bought) } ?? bought).next()
    let base = try cost - residual - (takeover?.accumulated ?? .zero)
    return DepreciationPlan(of: base, over: Int(last - first.ordinal) + 1, from: first)
  }
}

/// The accounts of a fixed asset.
public struct AssetAccounts: Hashable, Sendable, Codable {
  /// Holds what it cost.
  public var cost: AccountCode
  /// Holds what was written off.
  public var accumulated: AccountCode
  /// Takes what a month writes off.
  public var expense: AccountCode

  /// Three accounts.
  package init(cost: AccountCode, accumulated: AccountCode, expense: AccountCode) {
    self.cost = cost
    self.accumulated = accumulated
    self.expense = expense
  }
}
