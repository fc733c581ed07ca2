extension Loan {
  /// What happens to a loan in its life, other than payments (langkah pinjaman).
  ///
  /// ```swift
  /// Loan.Step.writtenOff.rawValue   // "written-off"
  /// ```
  public enum Step: String, CaseIterable, Sendable, Codable {
    /// Asked for.
    case applied
    /// Granted.
    case approved
    /// Turned down.
    case rejected
    /// Asked for otherwise than before.
    case changed
    /// Taken back by who asked for it.
    case withdrawn
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
    /// The borrower is let off interest or late fees.
    case waived
    /// Something secures it from then on.
    case secured
    /// What secured it is given back.
    case released

    /// Whether the loan is given up after it.
    var isWrittenOff: Bool { self == .writtenOff || self == .recovered }

    /// Whether the loan is somewhere else in its life after it. A waiver leaves it where it was,
    /// and so do a change of the application and of what secures it.
    var changesStatus: Bool {
      switch self {
      case .waived, .changed, .secured, .released: false
      default: true
      }
    }
  }
}
