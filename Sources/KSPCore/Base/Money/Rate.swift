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
  public enum Basis: String, CaseIterable, Sendable {
    case year
    case month
  }

  /// The rate in billionths of the principal: 3 % is 30,000,000.
  public let billionths: Int64
  /// The period that the rate is quoted for.
  public let basis: Basis

  /// The largest rate that is accepted: 1,000 % per period.
  public static let largestBillionths: Int64 = 10_000_000_000

  /// A rate in billionths per period.
  ///
  /// - Throws: `rate.unreadable` when it is negative or larger than 1,000 % per period.
  public init(billionths: Int64, per basis: Basis) throws(LedgerError) {
    guard (0...Rate.largestBillionths).contains(billionths) else {
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

  /// A whole percentage per year, for constants in source code; more than 1,000 is taken as 1,000.
  public static func percentPerYear(_ percent: UInt16) -> Rate {
    Rate(unchecked: Int64(min(percent, 1_000)) * 10_000_000, per: .year)
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
  public var percentText: String { Rate.percentText(billionths) }

  /// A part of a whole in percent, with a decimal point and no unit: 10,000,000 is `1`.
  package static func percentText(_ billionths: Int64) -> String {
    let (whole, rest) = billionths.quotientAndRemainder(dividingBy: 10_000_000)
    guard rest != 0 else { return "\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: 7 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(whole).\(digits)"
  }

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
    let named: Basis?
    switch parts.count == 2 ? parts[1].lowercased() : parts.count == 1 ? "-" : "" {
    case "year", "y", "tahun", "th": named = .year
    case "month", "m", "bulan", "bln": named = .month
    case "-": named = nil
    default: throw .rateUnreadable(String(text))
    }
    guard parts[0].last == "%" else { throw .rateUnreadable(String(text)) }
    let pieces = parts[0].dropLast().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
    guard pieces.count <= 2, !pieces[0].isEmpty, pieces[0].count <= 4,
      pieces.count == 1 || (1...7).contains(pieces[1].count),
      pieces.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { throw .rateUnreadable(String(text)) }
    let decimals = pieces.count == 2 ? String(pieces[1]) : ""
    let scaled = pieces[0] + decimals + String(repeating: "0", count: 7 - decimals.count)
    guard let billionths = Int64(scaled), billionths <= Rate.largestBillionths else {
      throw .rateUnreadable(String(text))
    }
    guard let basis = named ?? usual else { throw .ratePeriodMissing(String(text)) }
    self.init(unchecked: billionths, per: basis)
  }
}
