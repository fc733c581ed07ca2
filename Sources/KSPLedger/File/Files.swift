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
