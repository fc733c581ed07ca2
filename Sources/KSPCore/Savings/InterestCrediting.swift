/// When a product credits the interest of its accounts, and how little it may be: part of the
/// terms of interest.
///
/// Whatever the interval, interest is worked out and rounded month by month. What is not credited
/// yet waits beside the account: it earns nothing, and is taxed in the month that credits it.
public struct InterestCrediting: Hashable, Sendable, Codable {
  /// How often interest is credited.
  public enum Interval: String, TermWord {
    /// At the end of every month.
    case monthly
    /// At the end of every third month of the book's year.
    case quarterly
    /// At the end of every sixth month of the book's year.
    case halfYearly = "half-yearly"
    /// At the end of the book's year.
    case yearly

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .monthly: Phrase(id: "tiap bulan", en: "every month")
      case .quarterly: Phrase(id: "tiap triwulan", en: "every quarter")
      case .halfYearly: Phrase(id: "tiap semester", en: "every half-year")
      case .yearly: Phrase(id: "tiap tahun", en: "every year")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "bulanan": .monthly, "triwulanan": .quarterly, "semesteran": .halfYearly,
      "tahunan": .yearly,
    ]

    var months: Int {
      switch self {
      case .monthly: 1
      case .quarterly: 3
      case .halfYearly: 6
      case .yearly: 12
      }
    }
  }

  /// What becomes of interest that is less than the least amount when it should be credited.
  public enum BelowLeast: String, TermWord {
    /// It waits for the next crediting.
    case carried
    /// It lapses.
    case dropped

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .carried: Phrase(id: "menunggu masa berikutnya", en: "waits for the next crediting")
      case .dropped: Phrase(id: "hangus", en: "lapses")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = ["dibawa": .carried, "hangus": .dropped]
  }

  /// How often interest is credited.
  public var interval: Interval
  /// Whether what waits is set aside at month ends as interest payable.
  public var isAccrued: Bool
  /// The least amount that is credited; zero credits any.
  public var least: Rupiah
  /// What becomes of less.
  public var belowLeast: BelowLeast

  /// Rules of crediting; the defaults credit everything at the end of every month.
  public init(
    _ interval: Interval = .monthly, isAccrued: Bool = false, least: Rupiah = .zero,
    belowLeast: BelowLeast = .carried
  ) {
    self.interval = interval
    self.isAccrued = isAccrued
    self.least = least
    self.belowLeast = belowLeast
  }

  /// Whether interest may stay uncredited after the month that earned it.
  package var mayWait: Bool { interval != .monthly || least.isPositive }

  /// Whether interest is credited at the end of a month of a book whose year begins in `start`.
  package func isDue(in month: BookMonth, yearStart start: YearStart) -> Bool {
    // Months since the year began, this one included.
    let count = (Int(month.ordinal) + 12 - (start.month - 1)) % 12 + 1
    return count.isMultiple(of: interval.months)
  }

  /// The month that credits the interest of `month`.
  ///
  /// - Throws: `date.outOfRange` at the end of the calendar.
  package func creditingMonth(
    of month: BookMonth, yearStart start: YearStart
  ) throws(LedgerError) -> BookMonth {
    var month = month
    while !isDue(in: month, yearStart: start) { month = try month.next() }
    return month
  }

  /// What becomes of an account's interest at the end of a month.
  ///
  /// - Parameters:
  ///   - earned: The interest of the month, rounded.
  ///   - brought: What waited before.
  ///   - isDue: Whether the month credits.
  /// - Returns: What is credited, what lapses and what waits.
  /// - Throws: `amount.overflow`.
  package func outcome(
    of earned: Rupiah, brought: Rupiah, isDue: Bool
  ) throws(LedgerError) -> WaitingInterest {
    let whole = try brought + earned
    guard isDue else {
      return try WaitingInterest(brought: brought, earned: earned)
    }
    guard whole < least else {
      return try WaitingInterest(brought: brought, earned: earned, credited: whole)
    }
    return try WaitingInterest(
      brought: brought, earned: earned, dropped: belowLeast == .dropped ? whole : .zero)
  }
}

/// What becomes of an account's interest at the end of a month that does not simply credit what it
/// earned.
public struct WaitingInterest: Hashable, Sendable, Codable {
  /// What waited before the month.
  public let brought: Rupiah
  /// What the month earned.
  public let earned: Rupiah
  /// What its end credits, before tax.
  public let credited: Rupiah
  /// What lapses because it is less than the least amount.
  public let dropped: Rupiah
  /// What waits after it.
  public let remaining: Rupiah
  /// What waited and what the month earned together.
  public let whole: Rupiah

  /// Works out what remains.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    brought: Rupiah, earned: Rupiah, credited: Rupiah = .zero, dropped: Rupiah = .zero
  ) throws(LedgerError) {
    self.brought = brought
    self.earned = earned
    self.credited = credited
    self.dropped = dropped
    whole = try brought + earned
    remaining = try whole - credited - dropped
  }

  /// Whether there is more to say than that a month credited what it earned.
  package var isWorthKeeping: Bool {
    brought.isPositive || credited != earned
  }
}
