import GRDB

/// The last event, which the next one continues, and the last of them that is an entry.
///
/// One for each transaction's memory: what is appended moves it in place, since a posting does so
/// for every entry.
final class ChainEnd {
  var event: Int64
  var entry: Int64
  var hash: [UInt8]
  /// Whether the last event is an entry.
  var isEntry: Bool
  /// No entry has a later day. What is appended at the counter nearly always is of this day or a
  /// later one, so that nothing has to be looked for after it.
  var lastDay: Int64

  init(
    event: Int64, entry: Int64, hash: [UInt8], isEntry: Bool = false, lastDay: Int64 = .min
  ) {
    self.event = event
    self.entry = entry
    self.hash = hash
    self.isEntry = isEntry
    self.lastDay = lastDay
  }
}

/// What an open book remembers of the chain.
extension BookMemory {
  /// Makes the salts of personal values.
  private final class Salts {
    let make: () -> [UInt8]
    init(make: @escaping () -> [UInt8]) { self.make = make }
  }

  var newSalt: () -> [UInt8] {
    get { self[Salts.self, for: .connection]?.make ?? PersonalValue.randomSalt }
    set { self[Salts.self, for: .connection] = Salts(make: newValue) }
  }

  /// Where the chain ends; nil while nobody has looked.
  var chainEnd: ChainEnd? {
    get { self[ChainEnd.self, for: .transaction] }
    set { self[ChainEnd.self, for: .transaction] = newValue }
  }

  /// Where the chain ends, as far as it is remembered.
  func chainEnd(_ db: Database) throws -> ChainEnd {
    if let chainEnd { return chainEnd }
    let end = try ChainWriter.end(db)
    chainEnd = end
    return end
  }

  /// What writes events into the tables of state, with its statements.
  func projector(_ db: Database) -> Projector {
    if let kept = self[Projector.self, for: .connection] { return kept }
    let new = Projector(db)
    self[Projector.self, for: .connection] = new
    return new
  }
}
