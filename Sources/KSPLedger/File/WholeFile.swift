#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that appear whole under their name, or not at all.
///
/// A file is made under a temporary name in the same folder, `.NAME.PID.ksp-part`, waited for until
/// it is on the disk, and only then gets its name; the folder is waited for too. A kill or a power
/// cut leaves at most the temporary file, which the next run for the same name removes.
///
/// ```swift
/// try WholeFile.write(to: "laporan.csv", replacing: true, mode: 0o666) { temporary in
///   // write the whole file at `temporary`
/// }
/// ```
package enum WholeFile {
  /// The end of every temporary name.
  package static let ending = ".ksp-part"
  /// What SQLite puts beside a file that it makes.
  private static let sideFiles = ["", "-wal", "-shm", "-journal"]

  /// Makes a file.
  ///
  /// - Parameters:
  ///   - path: The name it gets; a symbolic link is followed by nobody, but replaced.
  ///   - replacing: Whether a file of that name gives way. Otherwise the call fails, also when the
  ///     file appears while `body` runs.
  ///   - mode: The permissions, less the user's umask.
  ///   - body: Fills the temporary file, which is there and empty, and closes it. A file that is
  ///     to be proved is proved here, before anybody sees it.
  /// - Throws: ``FileProblem``, with EEXIST when there is such a file, and what `body` throws.
  package static func write(
    to path: String, replacing: Bool, mode: UInt16, _ body: (_ temporary: String) throws -> Void
  ) throws {
    guard !path.isEmpty else { throw FileProblem(path, ENOENT) }
    if !replacing { try requireNothing(at: path) }
    removeLeftovers(of: path)
    let (folder, name) = folderAndName(path)
    let prefix = path.utf8.contains(UInt8(ascii: "/")) ? (folder == "/" ? "/" : folder + "/") : ""
    let temporary = try makeTemporary(prefix + ".\(name).\(getpid())", path, mode: mode)
    do {
      defer { _ = close(temporary.descriptor) }
      try body(temporary.path)
      guard fsync(temporary.descriptor) == 0 else { throw FileProblem(path, errno) }
    } catch {
      remove(temporary.path)
      throw error
    }
    do throws(FileProblem) {
      if replacing {
        guard rename(temporary.path, path) == 0 else { throw FileProblem(path, errno) }
      } else {
        try nameWithoutReplacing(temporary.path, path)
      }
      // What SQLite could not take away itself must not lie about for ever.
      for suffix in sideFiles.dropFirst() { unlink(temporary.path + suffix) }
      try syncFolder(folder, of: path)
    } catch {
      remove(temporary.path)
      throw error
    }
  }

  /// Removes what killed runs for the same name left behind; what a living one works on is held
  /// by it and stays.
  package static func removeLeftovers(of path: String) {
    let (folder, name) = folderAndName(path)
    var found: [String] = []
    for entryName in fileNames(in: folder) {
      guard entryName.hasPrefix(".\(name)."), entryName.hasSuffix(ending) else { continue }
      let middle = entryName.dropFirst(name.utf8.count + 2).dropLast(ending.utf8.count)
      // Of this process's own a descriptor must not be closed: SQLite may be at work on it.
      let maker = middle.split(separator: "-").first.flatMap { Int32($0) }
      if let maker, maker != getpid() { found.append(folder + "/" + entryName) }
    }
    for leftover in found {
      let file = open(leftover, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard file >= 0 else { continue }
      defer { _ = close(file) }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { remove(leftover) }
    }
  }

  // MARK: - Steps

  /// A log that lies about would be taken for that of the new file.
  private static func requireNothing(at path: String) throws(FileProblem) {
    for suffix in sideFiles where isThere(path + suffix) {
      throw FileProblem(path + suffix, EEXIST)
    }
  }

  private static func isThere(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

  private static func makeTemporary(
    _ stem: String, _ path: String, mode: UInt16
  ) throws(FileProblem) -> (path: String, descriptor: Int32) {
    for attempt in 0..<1_000 {
      let temporary = stem + (attempt == 0 ? "" : "-\(attempt)") + ending
      let file = open(
        temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode_t(mode))
      if file >= 0 {
        // Held while the file is made, so that nobody takes it for the leftover of a killed run.
        _ = flock(file, LOCK_EX | LOCK_NB)
        return (temporary, file)
      }
      guard errno == EEXIST else { throw FileProblem(path, errno) }
    }
    throw FileProblem(path, EEXIST)
  }

  private static func nameWithoutReplacing(
    _ temporary: String, _ path: String
  ) throws(FileProblem) {
    if renameExclusively(temporary, path) == 0 { return }
    let reason = errno
    guard reason == EINVAL || reason == ENOSYS || reason == ENOTSUP else {
      throw FileProblem(path, reason)
    }
    // Killed between the two, the file has both names; opening it for writing removes the first.
    if link(temporary, path) == 0 {
      unlink(temporary)
      return
    }
    // No hard links either, as on some sticks: then a moment is left in which somebody may come.
    guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else {
      throw FileProblem(path, errno)
    }
    try requireNothing(at: path)
    guard rename(temporary, path) == 0 else { throw FileProblem(path, errno) }
  }

  /// Renames unless there is such a file: 0, or -1 with `errno`.
  private static func renameExclusively(_ old: String, _ new: String) -> Int32 {
    #if canImport(Darwin)
      return renamex_np(old, new, UInt32(RENAME_EXCL))
    #else
      typealias Rename =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      // The C libraries have it, but not all of them declare it.
      guard let program = dlopen(nil, RTLD_NOW), let found = dlsym(program, "renameat2") else {
        errno = ENOSYS
        return -1
      }
      let renameat2 = unsafeBitCast(found, to: Rename.self)
      return renameat2(AT_FDCWD, old, AT_FDCWD, new, 1)
    #endif
  }

  private static func syncFolder(_ folder: String, of path: String) throws(FileProblem) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    // A folder that may be written and not read keeps its names all the same.
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    // Some file systems cannot sync a folder; they say so with EINVAL.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileProblem(path, errno) }
  }

  private static func remove(_ temporary: String) {
    for suffix in sideFiles { unlink(temporary + suffix) }
  }
}
