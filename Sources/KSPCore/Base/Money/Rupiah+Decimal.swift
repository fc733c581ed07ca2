#if canImport(FoundationEssentials)
  public import FoundationEssentials
#elseif canImport(Foundation)
  public import Foundation
#endif

#if canImport(Foundation)
  extension Rupiah {
    /// The amount that a decimal number stands for: `Decimal(string: "12345.67")`.
    ///
    /// Nothing is rounded. A `Decimal` that was made of a literal with a point went through a
    /// binary number, and is refused where that shows.
    ///
    /// - Throws: `amount.unreadable` for a fraction of a sen and for what is no number,
    ///   `amount.overflow` beyond ±92 quadrillion rupiah.
    public init(_ decimal: Decimal) throws(LedgerError) {
      guard decimal.isFinite else { throw .amountUnreadable("\(decimal)") }
      let sen = decimal * 100
      let limit = Decimal(Int64.max)
      guard -limit <= sen, sen <= limit else { throw .amountOverflow() }
      guard let whole = Int64("\(sen)") else { throw .amountUnreadable("\(decimal)") }
      self.init(sen: whole)
    }
  }
#endif
