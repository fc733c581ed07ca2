/// What SQLite says is in force on an open book: read back, because what was asked for proves
/// nothing.
public struct Durability: Hashable, Sendable, Codable {
  /// The journal mode: `wal` for every book that can be posted to.
  public let journalMode: String
  /// The level of `synchronous` as SQLite counts it: 1 is NORMAL, 2 is FULL, 3 is EXTRA.
  public let synchronous: Int

  /// Gathers what was read.
  package init(journalMode: String, synchronous: Int) {
    self.journalMode = journalMode
    self.synchronous = synchronous
  }

  /// Whether a posting that has returned outlasts a power cut, as far as the disk keeps what it
  /// says it has kept. Under WAL with NORMAL the last postings may be lost.
  public var outlastsPowerCut: Bool { journalMode == "wal" && synchronous >= 2 }
}
