#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import GRDB
import KSPCore

extension LedgerError {
  /// What an error from below the façade means to the person at the keyboard.
  ///
  /// `systemError` is what the system said to SQLite, where that was asked in time; 0 otherwise.
  package init(wrapping error: any Error, path: String, systemError: Int32 = 0) {
    switch error {
    case let error as LedgerError: self = error
    case let problem as FileProblem: self = problem.meaning
    case let problem as SideFileProblem:
      self = LedgerError.meaning(
        of: problem.error, path: path, systemError: problem.systemError)
    case is UnreadableValue, is RowDecodingError:
      self = .bookDamaged(path, reason: "nilai tak terbaca / unreadable value")
    case let error as DatabaseError:
      self = LedgerError.meaning(of: error, path: path, systemError: systemError)
    default: self = .diskFailed(path, reason: "\(error)")
    }
  }

  /// What the system's own error says about the disk or the permissions; nil where it says
  /// nothing of the kind.
  package init?(systemError: Int32, path: String) {
    switch systemError {
    case ENOSPC: self = .diskFull(path)
    case EDQUOT: self = .diskQuota(path)
    case EROFS: self = .diskReadOnly(path)
    case ENODEV, ENXIO, ESTALE: self = .diskGone(path)
    case EEXIST: self = .bookExists(path)
    case ENOENT, ENOTDIR:
      let folder = folderAndName(path).folder
      self = isFolder(folder) ? .bookReadOnly(path) : .bookFolderMissing(path, folder: folder)
    case EACCES, EPERM, EISDIR: self = .bookReadOnly(path)
    case EIO: self = .diskFailed(path, reason: String(cString: strerror(systemError)))
    default: return nil
    }
  }

  private static func meaning(
    of error: DatabaseError, path: String, systemError: Int32
  ) -> LedgerError {
    let text = error.message ?? "\(error.resultCode.rawValue)"
    switch error.resultCode {
    // Sums that leave 64 bits become REAL, which the file's STRICT tables do not take.
    case .SQLITE_CONSTRAINT where text.contains("cannot store REAL value"):
      return .amountOverflow()
    case .SQLITE_CONSTRAINT: return refusal(text)
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: return .bookBusy(path)
    case .SQLITE_FULL: return .diskFull(path)
    case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED:
      return .bookMoved(path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      return LedgerError(systemError: systemError, path: path)
        ?? (isOnReadOnlyMedium(path) ? .diskReadOnly(path) : .bookReadOnly(path))
    case .SQLITE_NOTADB: return .bookNotABook(path)
    case .SQLITE_CORRUPT: return .bookDamaged(path, reason: text)
    case .SQLITE_IOERR:
      return LedgerError(systemError: systemError, path: path)
        ?? (isOnFullDisk(path) ? .diskFull(path) : .diskFailed(path, reason: text))
    case .SQLITE_INTERRUPT: return .bookTooManySteps(path)
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
