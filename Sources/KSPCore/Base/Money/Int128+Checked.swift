/// Exact sums and products that refuse to leave 128 bits.
extension Int128 {
  /// The sum; `amount.overflow` when it does not fit.
  func adding(_ other: Int128) throws(LedgerError) -> Int128 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw .amountOverflow() }
    return sum
  }

  /// The product; `amount.overflow` when it does not fit.
  func multiplied(by other: Int128) throws(LedgerError) -> Int128 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    guard !overflow else { throw .amountOverflow() }
    return product
  }
}
