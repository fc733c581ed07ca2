import GRDB
import KSPCore

extension LedgerError {
  /// What an error from below the façade means to the person at the keyboard.
  init(wrapping error: any Error, path: String) {
    switch error {
    case let error as LedgerError: self = error
    case is UnreadableValue, is RowDecodingError:
      self = .bookDamaged(path, reason: "nilai tak terbaca / unreadable value")
    case let error as DatabaseError: self = LedgerError.meaning(of: error, path: path)
    default: self = .diskFailed(path, reason: "\(error)")
    }
  }

  private static func meaning(of error: DatabaseError, path: String) -> LedgerError {
    let text = error.message ?? "\(error.resultCode.rawValue)"
    switch error.resultCode {
    // Sums that leave 64 bits become REAL, which the file's STRICT tables do not take.
    case .SQLITE_CONSTRAINT where text.contains("cannot store REAL value"):
      return .amountOverflow()
    case .SQLITE_CONSTRAINT: return refusal(text)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .bookBusy(path)
    case .SQLITE_FULL: return .diskFull(path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: return .bookReadOnly(path)
    case .SQLITE_NOTADB: return .bookNotABook(path)
    case .SQLITE_CORRUPT: return .bookDamaged(path, reason: text)
    case .SQLITE_IOERR: return .diskFailed(path, reason: text)
    case .SQLITE_ERROR where text.contains("integer overflow"): return .amountOverflow()
    default: return .invariantBroken(text)
    }
  }

  /// The rules that the file itself keeps. The library checks each of them before, with more to
  /// say; arriving here means that the check above and the rule below disagree.
  private static func refusal(_ text: String) -> LedgerError {
    .invariantBroken(text.hasPrefix("ksp:") ? String(text.dropFirst(4)) : text)
  }
}
