import Foundation
import KSPCore
import KSPLedger
import Synchronization

/// A place where a report may go, looked at without changing it.
struct OutputTarget {
  enum Place: Equatable {
    case standardOutput
    /// A device or a pipe, which is written to and stays what it is.
    case stream
    /// A file that appears when it is complete, with the permissions that it shall have.
    case file(String, mode: UInt16)
  }

  /// The name that was given.
  let name: String
  let place: Place
  let replaces: Bool

  /// Refuses what cannot be written, and what must not be: a book, whatever leads to it.
  init(_ request: OutputRequest, book: String) throws {
    replaces = request.replaces
    guard let path = request.path, !Self.standardNames.contains(path) else {
      name = "stdout"
      place = .standardOutput
      guard !KeptFile.isBook(descriptor: STDOUT_FILENO, book: book) else {
        throw LedgerError.outputIsKept(book, .book)
      }
      return
    }
    name = path
    guard !path.isEmpty else {
      throw UsageProblem(
        Phrase(id: "Nama berkas --keluaran kosong.", en: "The file name of --output is empty."))
    }
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    let reason = errno
    guard isThere || reason == ENOENT else {
      throw LedgerError.outputNotCreated(path, reason: reason)
    }
    if isThere, [S_IFIFO, S_IFCHR, S_IFSOCK].contains(facts.st_mode & S_IFMT) {
      place = .stream
      return
    }
    if isThere { try Self.requireReplaceable(path, facts, book: book) }
    try request.checkEnding(path)
    guard request.replaces || lstat(path, &facts) != 0 else { throw LedgerError.outputExists(path) }
    // A link stays; what it leads to is replaced.
    let real = isThere ? Self.realPath(path) : path
    try Self.requireFolder(of: real)
    place = .file(real, mode: isThere ? UInt16(facts.permissions & 0o666) : 0o666)
  }

  private static let standardNames = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]

  private static func requireReplaceable(_ path: String, _ facts: stat, book: String) throws {
    switch facts.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw LedgerError.outputIsFolder(path)
    default: throw LedgerError.outputNotCreated(path, reason: EPERM)
    }
    if let kept = KeptFile.at(path, book: book) { throw LedgerError.outputIsKept(path, kept) }
  }

  private static func requireFolder(of path: String) throws {
    let url = path.lastIndex(of: "/").map { path[...$0] } ?? "."
    let folder = url.count > 1 && url.hasSuffix("/") ? String(url.dropLast()) : String(url)
    var facts = stat()
    guard stat(folder, &facts) == 0 else { throw LedgerError.outputFolderMissing(path, folder) }
    guard facts.st_mode & S_IFMT == S_IFDIR else {
      throw LedgerError.outputNotCreated(path, reason: ENOTDIR)
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw LedgerError.outputNotCreated(path, reason: errno)
    }
  }

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

extension stat {
  fileprivate var permissions: mode_t { st_mode & 0o7777 }
}

/// What the words of this run ask for, known before the command runs.
///
/// Option groups say it while they are parsed, so that no command can forget to have its output
/// checked before it asks a question, opens the book or posts.
enum OutputCheck {
  private struct Asked {
    var request: OutputRequest?
    var book = BookOptions.path(nil)
  }

  private static let asked = Mutex(Asked())

  static func note(_ request: OutputRequest) { asked.withLock { $0.request = request } }

  static func note(book: String) { asked.withLock { $0.book = book } }

  /// The book of this run, or the one that it would be.
  static var book: String { asked.withLock(\.book) }

  /// Refuses an output that cannot or must not be written.
  static func beforeRun() throws {
    guard let request = asked.withLock(\.request) else { return }
    _ = try OutputTarget(request, book: book)
  }
}
