#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Removes a book that could not be finished, with SQLite's side files.
func removeFiles(of path: String) {
  for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
}

extension String {
  /// Whether a text fits on one line of paper: not blank, at most 500 characters, all printable.
  var isUsableText: Bool {
    guard count <= 500, contains(where: { !$0.isWhitespace }) else { return false }
    return unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}

/// Whether there is anything at a path.
func fileExists(_ path: String) -> Bool {
  access(path, F_OK) == 0
}
