/// How the cooperative's own income is taxed, from one month on (PPh badan).
///
/// By turnover: PP 55/2022, 0.5 % of what a month earned, final, for at most four tax years of a
/// cooperative whose turnover is at most Rp4.8 billion. By result: the rate on the taxable result
/// of the year (UU PPh pasal 17 and 31E). Which of them holds, until when, and at which rate is
/// data of the book.
///
/// ```swift
/// let rule = try CorporateTaxRule(
///   .turnover, .percent("0.5"), from: BookMonth(parsing: "2025-01"),
///   until: BookMonth(parsing: "2028-12"))
/// ```
public struct CorporateTaxRule: Hashable, Sendable, Codable {
  /// What is taxed.
  public enum Basis: String, CaseIterable, Sendable, Codable {
    /// The turnover of every month.
    case turnover
    /// The result of the year, at the end of its last month.
    case result
    /// Nothing by rule: tax is booked by hand, or not owed.
    case off

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .turnover: Phrase(id: "peredaran bruto sebulan", en: "turnover of the month")
      case .result: Phrase(id: "hasil usaha setahun", en: "result of the year")
      case .off: Phrase(id: "tidak menurut aturan", en: "not by rule")
      }
    }
  }

  /// What is taxed.
  public let basis: Basis
  /// The rate.
  public let rate: Share
  /// The first month in which the rule holds.
  public let effectiveFrom: BookMonth
  /// The last one; nil for until the next rule.
  public let until: BookMonth?
  /// The accounts of income and expenses that do not count, such as the interest of banks, which is
  /// taxed finally. Nil for what is usual: by turnover all income that stands outside cells 71 to
  /// 77 of the health worksheet, by result none.
  public let exempt: [AccountCode]?

  /// A rule.
  ///
  /// - Parameters:
  ///   - basis: What is taxed.
  ///   - rate: The rate; nothing where no rule is to hold.
  ///   - effectiveFrom: The first month.
  ///   - until: The last month; nil for until the next rule.
  ///   - exempt: The accounts that do not count; nil for what is usual.
  public init(
    _ basis: Basis, _ rate: Share = .zero, from effectiveFrom: BookMonth,
    until: BookMonth? = nil, exempt: [AccountCode]? = nil
  ) {
    self.basis = basis
    self.rate = rate
    self.effectiveFrom = effectiveFrom
    self.until = until
    self.exempt = exempt
  }

  /// The cells of the health worksheet whose income is turnover where nobody says otherwise: what
  /// members and others pay for loans and services. Cell 78 holds the interest of banks.
  package static let turnoverCells = 71...77

  /// The rule that taxes a month, of all that were set, in the order in which they were set; nil
  /// where none does.
  ///
  /// Of the rules that have begun the one that begins last holds, and of several that begin
  /// together the last that was set. One whose last month is over leaves none.
  package static func rule(in month: BookMonth, of rules: [CorporateTaxRule]) -> CorporateTaxRule? {
    var found: CorporateTaxRule?
    for rule in rules where rule.effectiveFrom <= month {
      if let known = found, known.effectiveFrom > rule.effectiveFrom { continue }
      found = rule
    }
    guard let found, found.basis != .off, found.until.map({ month <= $0 }) ?? true else {
      return nil
    }
    return found
  }

  /// The first month that the tax at the end of a month looks at; nil where none is due then.
  ///
  /// By turnover the month itself. By result the tax falls due with the last month of the year, for
  /// the months before it as far back as the result is what is taxed.
  package static func firstMonth(
    dueIn month: BookMonth, of rules: [CorporateTaxRule], year: BookYear
  ) -> BookMonth? {
    switch rule(in: month, of: rules)?.basis {
    case nil, .off: return nil
    case .turnover: return month
    case .result:
      guard month == year.lastMonth else { return nil }
      let taxed = year.months.reversed().prefix { rule(in: $0, of: rules)?.basis == .result }
      return taxed.last
    }
  }
}
