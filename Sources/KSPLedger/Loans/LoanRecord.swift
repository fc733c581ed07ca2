import KSPCore

/// A loan as it was read: where it is in its life, and the rows of the book that it hangs on.
struct LoanRecord {
  let id: Int64
  /// The borrower's row.
  let memberID: Int64
  let product: LoanProductRecord
  let state: LoanState
  /// Whether anything is known of one of its payments beside the legs: that its parts were said,
  /// or are others since.
  let hasSplits: Bool

  var loan: Loan { state.loan }

  /// The day of the last thing that happened to it, payments included.
  var lastEvent: BookDate { state.lastEvent }
}
