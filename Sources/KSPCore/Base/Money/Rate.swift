/// An exact rate of interest, kept in the basis in which it was agreed.
///
/// Cooperatives quote both per year and per month; 8 % a year is not 0.66 % a month, so the
/// quoted figure and its basis are stored and nothing is converted by rounding.
///
/// ```swift
/// let rate = try Rate(parsing: "0,66%/bulan")
/// rate.description   // "0.66%/month"
/// ```
public struct Rate: Hashable, Sendable {
  /// The period that a rate is quoted for.
  public enum Basis: String, TermWord {
    case year
    case month

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .year: Phrase(id: "per tahun", en: "per year")
      case .month: Phrase(id: "per bulan", en: "per month")
      }
    }

    /// Further words and abbreviations.
    public static let otherWords: [String: Self] = [
      "y": .year, "tahun": .year, "th": .year, "m": .month, "bulan": .month, "bln": .month,
    ]
  }

  /// The rate in billionths of the principal: 3 % is 30,000,000.
  public let billionths: Int64
  /// The period that the rate is quoted for.
  public let basis: Basis

  /// A rate in billionths per period.
  ///
  /// - Throws: `rate.unreadable` when it is negative or larger than 1,000 % per period.
  public init(billionths: Int64, per basis: Basis) throws(LedgerError) {
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

  /// The rate for twelve months, in billionths, without rounding.
  public var billionthsPerYear: Int64 {
    switch basis {
    case .year: billionths
    case .month: billionths * 12
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
    return switch basis {
    case .year: Phrase(id: "\(comma)% per tahun", en: "\(percentText)% per year")
    case .month: Phrase(id: "\(comma)% per bulan", en: "\(percentText)% per month")
    }
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
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].last == "%",
      let billionths = Percentage.billionths(parts[0].dropLast())
    else { throw .rateUnreadable(String(text)) }
    let named = parts.count == 2 ? try? Basis(parsing: parts[1]) : nil
    guard parts.count == 1 || named != nil else { throw .rateUnreadable(String(text)) }
    guard let basis = named ?? usual else { throw .ratePeriodMissing(String(text)) }
    self.init(unchecked: billionths, per: basis)
  }
}

extension Rate: Codable {
  /// Reads a rate as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder) { text throws(LedgerError) in try Rate(parsing: text) }
  }

  /// Writes a rate as text: `"1.5%/month"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
