import KSPCore

/// The exit codes of `ksp`, after sysexits.
enum Exit: Int32, Error {
  case done = 0
  case differences = 1
  case cancelled = 2
  case usage = 64
  case refused = 65
  case missing = 66
  case invariant = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75

  init(_ category: LedgerError.Category) {
    switch category {
    case .refused: self = .refused
    case .missing: self = .missing
    case .invariant: self = .invariant
    case .cannotCreate: self = .cannotCreate
    case .inputOutput: self = .inputOutput
    case .busy: self = .busy
    }
  }
}

/// An argument that cannot be understood: exit code 64.
struct UsageProblem: Error {
  let error: LedgerError

  init(error: LedgerError) {
    self.error = error
  }

  init(_ message: Phrase, advice: Phrase) {
    error = LedgerError(
      LedgerError.Code(rawValue: "arguments"), message: message, advice: advice)
  }
}

/// Turns what the library refuses about an argument into a usage problem.
func argument<Value>(_ parse: () throws -> Value) throws -> Value {
  do {
    return try parse()
  } catch let error as LedgerError {
    throw UsageProblem(error: error)
  }
}
