import Foundation
import KSPCore
import KSPLedger
import KSPStatements

/// Takes a report piece by piece: to standard output, to a device or pipe, or to a file that
/// appears only when complete.
struct Sink {
  /// Whoever read the other end of a pipe has gone: `ksp entry list | head`.
  struct ReaderGone: Error {}

  var buffer = TextOutput()
  private let name: String
  private let descriptor: Int32

  private init(_ name: String, _ descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Lets `body` fill what was asked for, and finishes it or leaves nothing behind.
  ///
  /// The target is looked at once more: a file may have come since the run began.
  static func fill(_ request: OutputRequest, _ body: (inout Sink) throws -> Void) throws {
    let target = try OutputTarget(request, book: OutputCheck.book)
    switch target.place {
    case .standardOutput: try fill(STDOUT_FILENO, "stdout", body)
    case .stream: try fillOpened(target.name, as: target.name, body)
    case .file(let path, let mode):
      do {
        try WholeFile.write(to: path, replacing: target.replaces, mode: mode) { temporary in
          try fillOpened(temporary, as: target.name, body)
        }
      } catch let problem as FileProblem {
        throw problem.code == EEXIST
          ? LedgerError.outputExists(problem.path)
          : LedgerError.outputNotCreated(target.name, reason: problem.code)
      }
    }
  }

  /// Prints a text on standard output.
  static func print(_ text: String) throws {
    try fill(STDOUT_FILENO, "stdout") { sink in sink.buffer.line(text) }
  }

  private static func fillOpened(
    _ path: String, as name: String, _ body: (inout Sink) throws -> Void
  ) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw LedgerError.outputNotCreated(name, reason: errno) }
    do {
      try fill(descriptor, name, body)
    } catch {
      _ = close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw LedgerError.outputFailed(name, reason: errno) }
  }

  private static func fill(
    _ descriptor: Int32, _ name: String, _ body: (inout Sink) throws -> Void
  ) throws {
    var sink = Sink(name, descriptor)
    try body(&sink)
    try sink.flush(above: 0)
  }

  /// Writes out what has gathered, once it is worth a system call.
  mutating func flush(above limit: Int = 65_536) throws {
    guard buffer.bytes.count > limit else { return }
    try Data(buffer.bytes).withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EPIPE { throw ReaderGone() }
        guard count >= 0 else { throw LedgerError.outputFailed(name, reason: errno) }
        rest = rest.dropFirst(count)
      }
    }
    buffer.removeAll()
  }
}
