import KSPCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// BOOK-lock: tells who writes the book and since when. It locks nothing; a program that was
/// killed leaves it behind, and the next writer replaces it.
struct LockNote {
  private let path: String

  init(book: String) {
    path = book + "-lock"
  }

  /// Says that this process writes the book. Where it cannot be said, nothing else is lost.
  func write(since now: Timestamp, mode: UInt16) {
    let text = "pid \(getpid())\nuser \(Self.user)\nhost \(Self.host)\nsince \(now)\n"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    var file = open(path, flags, mode_t(mode))
    if file < 0, errno == EEXIST {
      unlink(path)
      file = open(path, flags, mode_t(mode))
    }
    guard file >= 0 else { return }
    defer { _ = close(file) }
    _ = text.withCString { writeOut(file, $0, strlen($0)) }
  }

  /// Takes it away; only the writer may.
  func remove() {
    unlink(path)
  }

  /// Who writes; nil when nobody has said.
  func holder() -> BookHolder? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: 1_000)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    var said: [Substring: String] = [:]
    for line in String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { continue }
      said[words[0]] = String(words[1]).isPrintable ? String(words[1].prefix(60)) : "?"
    }
    guard let process = said["pid"], let since = said["since"] else { return nil }
    return BookHolder(
      isThisProcess: process == "\(getpid())" && said["host"] == Self.host, process: process,
      user: said["user"], host: said["host"], since: since)
  }

  private static var user: String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var room = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(getuid(), &entry, &room, room.count, &found) == 0, found != nil,
      let name = entry.pw_name
    else { return "\(getuid())" }
    return String(cString: name)
  }

  private static var host: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "?" }
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "?" }
  }
}

/// `write` of the system, under a name that methods do not hide.
private func writeOut(_ file: Int32, _ bytes: UnsafePointer<CChar>, _ count: Int) -> Int {
  write(file, bytes, count)
}
