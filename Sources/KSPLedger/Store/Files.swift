#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import KSPCore

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

/// Waits until a file, and its name in the folder, are on the disk.
func syncToDisk(_ path: String) throws(LedgerError) {
  let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  for place in [path, folder] {
    let descriptor = open(place, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .diskFailed(path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .diskFailed(path, reason: String(cString: strerror(errno)))
    }
  }
}
