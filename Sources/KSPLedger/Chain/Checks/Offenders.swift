import GRDB
import KSPCore

/// Counts what fails a check, and keeps the first of it.
struct Offenders {
  private(set) var count = 0
  private(set) var first: String?

  mutating func add(_ name: @autoclosure () throws -> String) rethrows {
    if first == nil { first = try name() }
    count += 1
  }

  func check(_ name: String, _ meaning: Phrase, examined: Int) -> VerificationReport.Check {
    VerificationReport.Check(
      name: name, meaning: meaning, examined: examined, count: count, first: first)
  }
}

/// What `body` says; nil where what it reads is damaged: verify counts that, and goes on.
func unlessDamaged<Value>(_ body: () throws -> Value) throws -> Value? {
  do {
    return try body()
  } catch is LedgerError {
    return nil
  } catch is UnreadableValue {
    return nil
  } catch is RowDecodingError {
    return nil
  } catch let error as DatabaseError {
    // A disk that fails and a memory that is full say nothing about the book.
    let primary = error.resultCode.primaryResultCode
    guard ![.SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_FULL, .SQLITE_INTERRUPT].contains(primary) else {
      throw error
    }
    return nil
  }
}
