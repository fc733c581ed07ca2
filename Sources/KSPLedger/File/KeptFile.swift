#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that no report may be written over, whatever it is called and whoever asks for it.
package enum KeptFile: Equatable, Sendable {
  /// The book that is worked on, or one of the files beside it.
  case book
  /// Another book, a backup, any other SQLite file, or what SQLite keeps beside one.
  case database
  /// A file that this user may not read, so that nobody can tell what it is.
  case unreadable

  /// What lies beside a book: SQLite's log, its index, its journal, and the note of who writes.
  static let sideEndings = ["-wal", "-shm", "-journal", "-lock"]

  /// How the files begin that SQLite makes: a database, the two forms of a log, a journal.
  private static let beginnings: [[UInt8]] = [
    Array("SQLite format 3\0".utf8), [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
    [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
  ]

  /// What the file at a path is, behind links; nil when it is none of these, or no file.
  ///
  /// A book that this process has open is recognized without opening it, because closing another
  /// descriptor of it would drop SQLite's locks.
  package static func at(_ path: String, book: String) -> KeptFile? {
    guard let facts = FileFacts(path: path), facts.isPlainFile else { return nil }
    if family(of: book).contains(facts.identity) { return .book }
    if OpenBooks.count(facts.identity).users > 0 { return .database }
    switch beginsLikeDatabase(path) {
    case nil: return .unreadable
    case true?: return .database
    case false?: return isBesideDatabase(path) ? .database : nil
    }
  }

  /// Whether an open file, such as standard output, is the book or lies beside it.
  package static func isBook(descriptor: Int32, book: String) -> Bool {
    guard let facts = FileFacts(descriptor: descriptor), facts.isPlainFile else { return false }
    return family(of: book).contains(facts.identity)
  }

  /// The book and the files beside it, as far as they are there.
  private static func family(of book: String) -> [FileIdentity] {
    [book, realPath(book) ?? book].flatMap { name in
      ([""] + sideEndings).compactMap { FileFacts(path: name + $0)?.identity }
    }
  }

  /// Nil where the file cannot be read.
  private static func beginsLikeDatabase(_ path: String) -> Bool? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count >= 0 else { return nil }
    return beginnings.contains { bytes.prefix(count).starts(with: $0) }
  }

  /// Whether the file has its name from a database in the same folder.
  private static func isBesideDatabase(_ path: String) -> Bool {
    let real = realPath(path) ?? path
    return sideEndings.contains { ending in
      guard real.hasSuffix(ending) else { return false }
      let database = String(real.dropLast(ending.count))
      guard let facts = FileFacts(path: database), facts.isPlainFile else { return false }
      return OpenBooks.count(facts.identity).users > 0 || beginsLikeDatabase(database) == true
    }
  }
}
