/// A share of an amount: a percentage without a period, such as a fee of 1 % of the loan.
///
/// A percentage for a time is a ``Rate``. Like it, a share is kept exactly, with at most seven
/// decimals of a percent.
///
/// ```swift
/// let fee = Share.percent("1.5")
/// try fee.of(2_000_000, rounded: .rupiah)   // Rp30.000
/// ```
public struct Share: Hashable, Sendable {
  /// The share in billionths of the whole: 1 % is 10,000,000.
  package let billionths: Int64

  /// A share in billionths, as books keep it.
  ///
  /// - Throws: `share.unreadable` when it is negative or larger than 1,000 %.
  package init(billionths: Int64) throws(LedgerError) {
    guard (0...Percentage.largest).contains(billionths) else {
      throw .shareUnreadable("\(billionths)/1000000000")
    }
    self.billionths = billionths
  }

  /// A share that is known to lie between nothing and 1,000 %.
  package init(unchecked billionths: Int64) {
    self.billionths = billionths
  }

  /// Nothing.
  public static let zero = Share(unchecked: 0)

  /// All of it.
  public static let whole = Share(unchecked: Percentage.whole)

  /// A percentage for constants in source code: `.percent("1.5")`.
  ///
  /// Only a literal can be given, and one that is no percentage between 0 and 1,000 stops the
  /// program where it stands, so that a slip of the pen never becomes another share.
  public static func percent(_ text: StaticString) -> Share {
    Share(unchecked: Percentage.literal(text))
  }

  /// Whether it is nothing.
  public var isZero: Bool { billionths == 0 }

  /// The share of an amount, rounded once.
  ///
  /// - Throws: `amount.overflow`.
  public func of(_ amount: Rupiah, rounded rounding: Rounding) throws(LedgerError) -> Rupiah {
    try rounding.round(
      Int128(amount.sen) * Int128(billionths), over: Int128(Percentage.whole))
  }
}

extension Share: Comparable {
  /// Orders shares by size.
  public static func < (left: Share, right: Share) -> Bool { left.billionths < right.billionths }
}

extension Share: CustomStringConvertible {
  /// The percentage for machines, which ``init(parsing:)`` reads: `1.5%`.
  public var description: String { percentText + "%" }

  /// The percentage with a decimal point and no sign: `1.5`.
  public var percentText: String { Percentage.text(billionths) }

  /// The percentage with the decimal sign of the language: `1,5%`, `1.5%`.
  public var inWords: Phrase {
    let text = description
    return Phrase(id: String(text.map { $0 == "." ? "," : $0 }), en: text)
  }

  /// Reads `1%`, `1,5%` or `1.5%`.
  ///
  /// At most seven decimals of a percent are kept exactly; more are refused rather than rounded.
  ///
  /// - Throws: `share.unreadable`, also for a percentage of a period such as `1%/year`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    guard text.last == "%", let billionths = Percentage.billionths(text.dropLast()) else {
      throw .shareUnreadable(String(text))
    }
    self.billionths = billionths
  }
}

extension Share: Codable {
  /// Reads a share as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, Share.init(parsing:))
  }

  /// Writes a share as text: `"1.5%"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
