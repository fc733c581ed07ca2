extension Loan {
  /// What happens to a loan in its life, other than payments (langkah pinjaman).
  ///
  /// ```swift
  /// Loan.Step.writtenOff.rawValue   // "written-off"
  /// ```
  public enum Step: String, CaseIterable, Sendable {
    /// Asked for.
    case applied
    /// Granted.
    case approved
    /// Turned down.
    case rejected
    /// Paid out.
    case disbursed
    /// Taken over from an earlier book.
    case opening
    /// Given a new plan.
    case rescheduled
    /// Settled before its time.
    case settled
    /// Given up.
    case writtenOff = "written-off"
    /// Money came in for a loan given up.
    case recovered

    /// Whether the loan is given up after it.
    var isWrittenOff: Bool { self == .writtenOff || self == .recovered }
  }
}
