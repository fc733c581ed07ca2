/// An exact amount of Indonesian rupiah, counted in sen (1/100 rupiah).
///
/// Arithmetic is checked: a result that does not fit is an error, never a wrap and never a crash.
/// Sums are exact; an amount is rounded only where a ``Rounding`` is named.
///
/// ```swift
/// let deposit: Rupiah = 500_000
/// let balance = try deposit + Rupiah(sen: 50)   // Rp500.000,50
/// ```
public struct Rupiah: Hashable, Sendable {
  /// The amount in sen.
  public let sen: Int64

  /// An amount given in sen.
  public init(sen: Int64) {
    self.sen = sen
  }

  /// A whole number of rupiah.
  ///
  /// - Throws: `amount.overflow` beyond ±92 quadrillion rupiah.
  public init(rupiah: Int64) throws(LedgerError) {
    let (sen, overflow) = rupiah.multipliedReportingOverflow(by: 100)
    guard !overflow else { throw .amountOverflow() }
    self.sen = sen
  }

  /// An amount of sen that may have left the countable range.
  ///
  /// It has a name of its own, so that `Rupiah(sen: 50)` means one thing.
  ///
  /// - Throws: `amount.overflow` when it has.
  package init(wideSen sen: Int128) throws(LedgerError) {
    guard let narrow = Int64(exactly: sen) else { throw .amountOverflow() }
    self.sen = narrow
  }

  /// Nothing.
  public static let zero = Rupiah(sen: 0)

  /// Whether the amount is zero.
  public var isZero: Bool { sen == 0 }
  /// Whether the amount is greater than zero.
  public var isPositive: Bool { sen > 0 }
  /// Whether the amount is less than zero.
  public var isNegative: Bool { sen < 0 }
}

extension Rupiah: Comparable {
  /// Orders amounts by size.
  public static func < (left: Rupiah, right: Rupiah) -> Bool {
    left.sen < right.sen
  }
}

extension Rupiah: ExpressibleByIntegerLiteral {
  /// A literal of whole rupiah, for constants in source code.
  public init(integerLiteral value: Int64) {
    self.sen = value * 100
  }
}

extension Rupiah {
  /// The sum. Throws `amount.overflow` when it does not fit.
  public static func + (left: Rupiah, right: Rupiah) throws(LedgerError) -> Rupiah {
    let (sum, overflow) = left.sen.addingReportingOverflow(right.sen)
    guard !overflow else { throw .amountOverflow() }
    return Rupiah(sen: sum)
  }

  /// The difference. Throws `amount.overflow` when it does not fit.
  public static func - (left: Rupiah, right: Rupiah) throws(LedgerError) -> Rupiah {
    let (difference, overflow) = left.sen.subtractingReportingOverflow(right.sen)
    guard !overflow else { throw .amountOverflow() }
    return Rupiah(sen: difference)
  }

  /// Adds in place. Throws `amount.overflow` when the sum does not fit.
  public static func += (left: inout Rupiah, right: Rupiah) throws(LedgerError) {
    left = try left + right
  }

  /// Takes away in place. Throws `amount.overflow` when the difference does not fit.
  public static func -= (left: inout Rupiah, right: Rupiah) throws(LedgerError) {
    left = try left - right
  }

  /// So many times the amount. Throws `amount.overflow` when the product does not fit.
  public static func * (amount: Rupiah, count: Int) throws(LedgerError) -> Rupiah {
    try Rupiah(wideSen: Int128(amount.sen) * Int128(count))
  }

  /// The amount with the opposite sign. Throws `amount.overflow` for the one amount without one.
  public func negated() throws(LedgerError) -> Rupiah {
    try .zero - self
  }

  /// The amount itself, or ``zero`` where it is negative.
  public var orZero: Rupiah { isNegative ? .zero : self }

  /// The amount without its sign, as an unsigned count of sen.
  public var senMagnitude: UInt64 { sen.magnitude }
}

extension Sequence where Element == Rupiah {
  /// What the amounts come to; ``Rupiah/zero`` for none.
  ///
  /// - Throws: `amount.overflow` when the sum, or a sum on the way to it, does not fit.
  public func sum() throws(LedgerError) -> Rupiah {
    var sum = Rupiah.zero
    for amount in self { try sum += amount }
    return sum
  }
}
