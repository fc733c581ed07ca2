#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which file it is, whatever it is called: the device and the number of the file on it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
}

/// What the system says about a file without opening it: opening and closing a book would drop
/// SQLite's locks on it.
struct FileFacts: Equatable, Sendable {
  let identity: FileIdentity
  /// How many names it has.
  let links: Int
  /// The twelve bits of its permissions.
  let permissions: UInt16
  let owner: UInt32
  let group: UInt32
  let size: Int64
  let isPlainFile: Bool
  private let contentChanged, anythingChanged: Moment

  private struct Moment: Equatable {
    let seconds, nanoseconds: Int
  }

  /// The facts of what is at a path, behind symbolic links; nil when there is nothing.
  init?(path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    self.init(facts)
  }

  /// The facts of an open file.
  init?(descriptor: Int32) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return nil }
    self.init(facts)
  }

  private init(_ facts: stat) {
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: facts.st_dev),
      number: UInt64(truncatingIfNeeded: facts.st_ino))
    links = Int(facts.st_nlink)
    permissions = UInt16(truncatingIfNeeded: facts.st_mode) & 0o7777
    owner = facts.st_uid
    group = facts.st_gid
    size = Int64(facts.st_size)
    isPlainFile = facts.st_mode & S_IFMT == S_IFREG
    #if canImport(Darwin)
      let (content, any) = (facts.st_mtimespec, facts.st_ctimespec)
    #else
      let (content, any) = (facts.st_mtim, facts.st_ctim)
    #endif
    contentChanged = Moment(seconds: content.tv_sec, nanoseconds: Int(content.tv_nsec))
    anythingChanged = Moment(seconds: any.tv_sec, nanoseconds: Int(any.tv_nsec))
  }
}

/// The path without symbolic links; nil when there is nothing at it.
func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// The folder that a path lies in, and its last part.
func folderAndName(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
  let folder = slash == path.startIndex ? "/" : String(path[..<slash])
  return (folder, String(path[path.utf8.index(after: slash)...]))
}

/// Whether there is a folder at a path.
func isFolder(_ path: String) -> Bool {
  var facts = stat()
  return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
}

/// A path that is there, or the folder in which a file of that name is about to be made.
private func existing(_ path: String) -> String {
  FileFacts(path: path) == nil ? folderAndName(path).folder : path
}

/// Whether the file system of a path takes no writing at all, so that nobody can change the file.
func isOnReadOnlyMedium(_ path: String) -> Bool {
  var facts = statvfs()
  return statvfs(existing(path), &facts) == 0 && UInt(facts.f_flag) & UInt(ST_RDONLY) != 0
}

/// Whether the file system of a path has no room left for this user.
func isOnFullDisk(_ path: String) -> Bool {
  var facts = statvfs()
  return statvfs(existing(path), &facts) == 0 && facts.f_bavail == 0 && facts.f_blocks > 0
}

/// The names in a folder, in no order; none where it cannot be read.
func fileNames(in folder: String) -> [String] {
  guard let entries = opendir(folder) else { return [] }
  defer { closedir(entries) }
  var names: [String] = []
  while let entry = readdir(entries) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      })
  }
  return names
}

/// A path without the ending that books have.
func withoutBookEnding(_ path: String) -> String {
  path.hasSuffix(".ksp") ? String(path.dropLast(4)) : path
}
