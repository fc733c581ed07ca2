#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A book that is about to be replaced, kept byte for byte with its log: it may be damaged, and
/// what is in it may be wanted once more.
struct KeptBook {
  private let book: BookFile

  init(_ book: BookFile) { self.book = book }

  /// Writes the book and its log under another name, and waits for the disk.
  func write(to path: String) throws {
    try WholeFile.write(to: path, replacing: false, mode: 0o600) { temporary in
      // The descriptor that is held anyway: closing another would drop SQLite's locks.
      try Self.copy(book.descriptor, of: book.realPath, to: temporary)
      book.givePermissions(to: temporary)
    }
    let log = open(book.realPath + "-wal", O_RDONLY | O_CLOEXEC)
    guard log >= 0 else { return }
    defer { _ = close(log) }
    try WholeFile.write(to: path + "-wal", replacing: false, mode: 0o600) { temporary in
      try Self.copy(log, of: book.realPath + "-wal", to: temporary)
      book.givePermissions(to: temporary)
    }
  }

  /// Takes away what SQLite keeps beside a book that is no longer there.
  static func removeLog(of path: String) {
    for ending in ["-wal", "-shm", "-journal"] { unlink(path + ending) }
  }

  private static func copy(_ source: Int32, of path: String, to target: String) throws {
    let file = open(target, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(target, errno) }
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var offset: off_t = 0
    while true {
      let count = pread(source, &bytes, bytes.count, offset)
      guard count >= 0 else { throw FileProblem(path, errno) }
      guard count > 0 else { return }
      var written = 0
      while written < count {
        let more = bytes.withUnsafeBytes { buffer in
          pwrite(
            file, buffer.baseAddress.map { $0 + written }, count - written,
            offset + off_t(written))
        }
        guard more > 0 else { throw FileProblem(target, errno) }
        written += more
      }
      offset += off_t(count)
    }
  }
}
