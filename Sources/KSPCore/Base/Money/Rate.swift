/// An exact rate of interest, kept in the basis in which it was agreed.
///
/// Cooperatives quote both per year and per month; 8 % a year is not 0.66 % a month, so the
/// quoted figure and its basis are stored and nothing is converted by rounding.
///
/// ```swift
/// let rate = try Rate(parsing: "0,66%/bulan")
/// rate.description   // "0.66%/month"
/// ```
///
/// Rates of loans are also said by the day, by the week, and for the whole term:
/// ``init(ofLoan:)``.
public struct Rate: Hashable, Sendable {
  /// The period that a rate is quoted for.
  public enum Basis: String, TermWord {
    /// A year.
    case year
    /// A month: a twelfth of a year.
    case month
    /// A day; of loans only.
    case day
    /// Seven days; of loans only.
    case week
    /// All of the time for which a loan was agreed; of loans only.
    case term

    /// Whether savings are paid by it, too.
    package var isOfCalendar: Bool { self == .year || self == .month }

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .year: Phrase(id: "per tahun", en: "per year")
      case .month: Phrase(id: "per bulan", en: "per month")
      case .day: Phrase(id: "per hari", en: "per day")
      case .week: Phrase(id: "per minggu", en: "per week")
      case .term: Phrase(id: "selama jangka waktu", en: "for the whole term")
      }
    }

    /// Further words and abbreviations.
    public static let otherWords: [String: Self] = [
      "y": .year, "tahun": .year, "th": .year, "m": .month, "bulan": .month, "bln": .month,
      "d": .day, "hari": .day, "w": .week, "minggu": .week, "mgg": .week, "jangka": .term,
    ]
  }

  /// The rate in billionths of the principal: 3 % is 30,000,000.
  package let billionths: Int64
  /// The period that the rate is quoted for.
  public let basis: Basis

  /// A rate in billionths per period.
  ///
  /// - Throws: `rate.unreadable` when it is negative or larger than 1,000 % per period.
  package init(billionths: Int64, per basis: Basis) throws(LedgerError) {
    guard (0...Percentage.largest).contains(billionths) else {
      throw .rateUnreadable("\(billionths)/1000000000")
    }
    self.billionths = billionths
    self.basis = basis
  }

  private init(unchecked billionths: Int64, per basis: Basis) {
    self.billionths = billionths
    self.basis = basis
  }

  /// No interest.
  public static let zero = Rate(unchecked: 0, per: .year)

  /// A percentage for constants in source code: `.percent("1.5", per: .month)`.
  ///
  /// Only a literal can be given, and one that is no percentage between 0 and 1,000 stops the
  /// program where it stands, so that a slip of the pen never becomes another rate.
  public static func percent(_ text: StaticString, per basis: Basis) -> Rate {
    Rate(unchecked: Percentage.literal(text), per: basis)
  }

  /// The rate for twelve months, in billionths, without rounding; of 365 days or 52 weeks. A rate
  /// for a whole term is taken as that of a year: how long the term is, ``PlanTerms/yearlyRate``
  /// knows.
  package var billionthsPerYear: Int64 {
    switch basis {
    case .year, .term: billionths
    case .month: billionths * 12
    case .day: billionths * 365
    case .week: billionths * 52
    }
  }

  /// Whether the rate is zero.
  public var isZero: Bool { billionths == 0 }
}

extension Rate: CustomStringConvertible {
  /// The quoted percentage with its basis, for machines: `3%/year`, `0.66%/month`.
  public var description: String { "\(percentText)%/\(basis.rawValue)" }

  /// The percentage with a decimal point and no unit: `3`, `0.66`.
  public var percentText: String { Percentage.text(billionths) }

  /// The rate as people say it, with the decimal sign of the language: `0,66% per bulan`,
  /// `0.66% per month`.
  public var inWords: Phrase {
    let comma = String(percentText.map { $0 == "." ? "," : $0 })
    return Phrase(
      id: "\(comma)% \(basis.name.indonesian)", en: "\(percentText)% \(basis.name.english)")
  }

  /// Reads `3%/year`, `0,66%/bulan`, `0.66%/month`, `3%/tahun`.
  ///
  /// At most seven decimals of a percent are kept exactly; more are refused rather than rounded.
  ///
  /// - Parameters:
  ///   - text: The rate.
  ///   - usual: The period that is meant where the text names none; nil refuses such a text,
  ///     because a month and a year are twelve times apart.
  /// - Throws: `rate.unreadable`, `rate.periodMissing`.
  public init(
    parsing text: some StringProtocol, per usual: Basis? = nil
  ) throws(LedgerError) {
    self = try Self.read(text, per: usual)
    try requireOfCalendar()
  }

  /// Reads what is said of a loan: as ``init(parsing:per:)`` does, and `0.1%/day`, `2%/minggu`,
  /// `20%/term`.
  ///
  /// - Throws: `rate.unreadable`, `rate.periodMissing`.
  public init(ofLoan text: some StringProtocol) throws(LedgerError) {
    self = try Self.read(text, per: nil)
  }

  /// Refuses a rate by the day, by the week or for a term, which are for loans.
  package func requireOfCalendar() throws(LedgerError) {
    guard basis.isOfCalendar else { throw .rateUnreadable(description) }
  }

  private static func read(
    _ text: some StringProtocol, per usual: Basis?
  ) throws(LedgerError) -> Rate {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].last == "%",
      let billionths = Percentage.billionths(parts[0].dropLast())
    else { throw .rateUnreadable(String(text)) }
    let named = parts.count == 2 ? try? Basis(parsing: parts[1]) : nil
    guard parts.count == 1 || named != nil else { throw .rateUnreadable(String(text)) }
    guard let basis = named ?? usual else { throw .ratePeriodMissing(String(text)) }
    return Rate(unchecked: billionths, per: basis)
  }
}

extension Rate: Codable {
  /// Reads a rate as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder) { text throws(LedgerError) in try Rate(ofLoan: text) }
  }

  /// Writes a rate as text: `"1.5%/month"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
