public import KSPCore
public import Testing

/// The code of the error that a call ends in; nil when it succeeds.
///
/// Anything but a `LedgerError` is a failure of the test: no other error may leave the library.
public func refusal<Value>(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Value
) -> LedgerError.Code? {
  refused(sourceLocation: sourceLocation, body)?.code
}

/// The error that a call ends in; nil when it succeeds.
public func refused<Value>(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Value
) -> LedgerError? {
  do {
    _ = try body()
    return nil
  } catch let error as LedgerError {
    return error
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
    return nil
  }
}
