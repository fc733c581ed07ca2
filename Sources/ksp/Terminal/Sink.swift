import Foundation
import KSPCore
import KSPStatements

/// Takes a report piece by piece: to standard output, or to a file that appears only when complete.
struct Sink {
  /// Whoever read the other end of a pipe has gone: `ksp entry list | head`.
  struct ReaderGone: Error {}

  var buffer = TextOutput()
  private let target: String
  /// The unfinished file beside the target; nil where the bytes go straight to their place.
  private let unfinished: String?
  private let descriptor: Int32

  init(path: String?) throws {
    guard let path, path != "-" else {
      target = "stdout"
      unfinished = nil
      descriptor = STDOUT_FILENO
      return
    }
    target = Self.followingLinks(path)
    // Only a plain file is replaced; a device or a pipe is written to and stays what it is.
    let isReplaced = Self.isPlainFile(target) ?? true
    unfinished = isReplaced ? "\(target).\(getpid()).part" : nil
    let flags = isReplaced ? O_WRONLY | O_CREAT | O_TRUNC : O_WRONLY
    descriptor = open(unfinished ?? target, flags, 0o666)
    guard descriptor >= 0 else { throw Self.cannotCreate(path, reason: errno) }
  }

  /// Opens a sink, lets `body` fill it, and finishes it or leaves nothing behind.
  static func fill(path: String?, _ body: (inout Sink) throws -> Void) throws {
    var sink = try Sink(path: path)
    do {
      try body(&sink)
      try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }

  /// Prints a text on standard output.
  static func print(_ text: String) throws {
    try fill(path: nil) { sink in sink.buffer.line(text) }
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
        guard count >= 0 else { throw Self.failed(target, reason: errno) }
        rest = rest.dropFirst(count)
      }
    }
    buffer.removeAll()
  }

  mutating func finish() throws {
    try flush(above: 0)
    guard descriptor != STDOUT_FILENO else { return }
    guard unfinished == nil || fsync(descriptor) == 0, close(descriptor) == 0 else {
      throw Self.failed(target, reason: errno)
    }
    guard let unfinished else { return }
    guard rename(unfinished, target) == 0 else { throw Self.cannotCreate(target, reason: errno) }
  }

  /// Leaves nothing behind.
  func abandon() {
    guard descriptor != STDOUT_FILENO else { return }
    _ = close(descriptor)
    if let unfinished { unlink(unfinished) }
  }

  /// What must not be opened just to try: the reader of a pipe would take that for the end.
  static func isPipeOrDevice(_ path: String) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return false }
    return [S_IFIFO, S_IFCHR, S_IFSOCK].contains(facts.st_mode & S_IFMT)
  }

  /// Nil when there is nothing at the path.
  private static func isPlainFile(_ path: String) -> Bool? {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    return facts.st_mode & S_IFMT == S_IFREG
  }

  /// Where a symbolic link leads, so that the link itself stays.
  private static func followingLinks(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func cannotCreate(_ path: String, reason: Int32) -> LedgerError {
    guard reason != ENOSPC else { return failed(path, reason: reason) }
    return LedgerError(
      LedgerError.Code(rawValue: "output.notCreated"), category: .cannotCreate,
      message: Phrase(
        "Laporan tidak bisa ditulis ke “\(path)”.", "The report cannot be written to “\(path)”."),
      advice: Phrase(
        "Pilih folder yang ada dan boleh ditulisi, atau tanpa --output.",
        "Choose a folder that exists and allows writing, or leave out --output."))
  }

  /// Says nothing about the book: what was to be stored has been stored by then.
  private static func failed(_ path: String, reason: Int32) -> LedgerError {
    let isFull = reason == ENOSPC
    return LedgerError(
      LedgerError.Code(rawValue: "output.failed"), category: .inputOutput,
      message: Phrase(
        "Laporan tidak selesai ditulis ke “\(path)”: \(isFull ? "disk penuh" : "disk gagal").",
        "The report was not completely written to “\(path)”: \(isFull ? "disk full" : "disk failed")."
      ),
      advice: Phrase(
        "Yang sudah dibukukan tetap tersimpan (lihat ksp entry list); cetak lagi ke tempat lain.",
        "What was posted stays stored (see ksp entry list); print it again elsewhere."))
  }
}
