import KSPCore
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The descriptors that this process has on books, one set for each file, whatever its names.
///
/// POSIX takes all of a process's locks on a file away when any descriptor of it is closed,
/// SQLite's among them: a book that is opened a second time, looked at and closed would let
/// another process delete the log under the first. So what a file is gets asked with `stat` before
/// anything is opened, a descriptor that is there is used again, and all of them stay open until
/// the last user of the file, whose SQLite has closed by then, is gone.
enum OpenBooks {
  private struct Held {
    var reading: Int32?
    var writing: Int32?
    /// Opened under a name that led elsewhere a moment before: kept only because closing hurts.
    var spare: [Int32] = []
    var users = 0
    var isWritten = false

    var all: [Int32] { [reading, writing].compactMap { $0 } + spare }
  }

  private static let held = Mutex<[FileIdentity: Held]>([:])

  /// A descriptor of the file at a path, for reading or for reading and writing. The user is
  /// counted until ``leave(_:)``.
  ///
  /// - Throws: What opening says; nothing is counted then.
  static func enter(_ path: String, writing: Bool) throws(FileProblem) -> (FileIdentity, Int32) {
    try held.withLock { held throws(FileProblem) in
      guard let named = FileFacts(path: path) else { throw FileProblem(path, errno) }
      guard named.isPlainFile else { throw FileProblem(path, EISDIR) }
      let known = held[named.identity]
      if let descriptor = known?.writing ?? (writing ? nil : known?.reading) {
        held[named.identity]?.users += 1
        return (named.identity, descriptor)
      }
      let flags = (writing ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOCTTY
      let descriptor = open(path, flags)
      guard descriptor >= 0, let opened = FileFacts(descriptor: descriptor) else {
        throw FileProblem(path, errno)
      }
      let identity = opened.identity
      var entry = held[identity] ?? Held()
      if writing, entry.writing == nil {
        entry.writing = descriptor
      } else if entry.reading == nil {
        entry.reading = descriptor
      } else {
        entry.spare.append(descriptor)
      }
      entry.users += 1
      held[identity] = entry
      return (identity, descriptor)
    }
  }

  /// One user less; after the last the descriptors are closed.
  static func leave(_ file: FileIdentity) {
    held.withLock { held in
      guard var entry = held[file] else { return }
      entry.users -= 1
      guard entry.users == 0 else {
        held[file] = entry
        return
      }
      for descriptor in entry.all { _ = close(descriptor) }
      held[file] = nil
    }
  }

  /// How many users a file has in this process, and how many descriptors are held for them.
  static func count(_ file: FileIdentity) -> (users: Int, descriptors: Int) {
    held.withLock { held in (held[file]?.users ?? 0, held[file]?.all.count ?? 0) }
  }

  /// Runs `take` while no other thread may, unless this process writes the file already: locks of
  /// one descriptor do not keep two of its users apart.
  ///
  /// - Returns: Nil when this process writes it; otherwise what `take` returns, and true makes
  ///   this process its writer.
  static func beginWriting(_ file: FileIdentity, _ take: () -> Bool) -> Bool? {
    held.withLock { held in
      guard held[file]?.isWritten == false else { return nil }
      let isTaken = take()
      held[file]?.isWritten = isTaken
      return isTaken
    }
  }

  /// This process has ceased to write the file; `release` gives the lock back.
  static func endWriting(_ file: FileIdentity, _ release: () -> Void) {
    held.withLock { held in
      release()
      held[file]?.isWritten = false
    }
  }
}

/// What the system said when a file could not be opened, made or written.
package struct FileProblem: Error, Hashable, Sendable {
  /// The file as the caller named it.
  package let path: String
  /// The system's number of the error.
  package let code: Int32

  /// An error of the system at a path.
  package init(_ path: String, _ code: Int32) {
    self.path = path
    self.code = code
  }

  /// What it means to the person at the keyboard, where the file is a book or a copy of one.
  package var meaning: LedgerError {
    LedgerError(systemError: code, path: path)
      ?? .diskFailed(path, reason: String(cString: strerror(code)))
  }
}
