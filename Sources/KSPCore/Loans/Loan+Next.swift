extension Loan {
  /// What comes next for the loan in its ordinary course; nil where nothing does.
  public var nextStep: Remedy? {
    switch status {
    case .applied: .loan(.approve(number))
    case .approved: .loan(.payOut(number))
    case .running: .loan(.repay(number))
    case .writtenOff: .loan(.recover(number))
    case .rejected, .withdrawn, .settled, .cancelled: nil
    }
  }
}
