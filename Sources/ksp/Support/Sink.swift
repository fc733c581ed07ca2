import Foundation
import KSPCore
import KSPStatements

/// Takes a report piece by piece: to standard output, or to a file that appears only when complete.
struct Sink {
  var buffer = TextOutput()
  private let path: String?
  private let temporary: String?
  private let handle: FileHandle

  init(path: String?) throws {
    self.path = path
    guard let path, path != "-" else {
      temporary = nil
      handle = .standardOutput
      return
    }
    let unfinished = path + ".part"
    guard FileManager.default.createFile(atPath: unfinished, contents: nil),
      let file = FileHandle(forWritingAtPath: unfinished)
    else { throw LedgerError.bookReadOnly(path) }
    temporary = unfinished
    handle = file
  }

  /// Writes out what has gathered, once it is worth a system call.
  mutating func flush(above bytes: Int = 65_536) throws {
    guard buffer.bytes.count > bytes else { return }
    do {
      try handle.write(contentsOf: Data(buffer.bytes))
    } catch {
      throw LedgerError.diskFailed(
        path ?? "stdout", reason: say("tidak bisa ditulis", "cannot be written"))
    }
    buffer.removeAll()
  }

  mutating func finish() throws {
    try flush(above: 0)
    guard let path, let temporary else { return }
    try handle.close()
    guard rename(temporary, path) == 0 else { throw LedgerError.bookReadOnly(path) }
  }

  func abandon() {
    guard let temporary else { return }
    try? handle.close()
    unlink(temporary)
  }
}
