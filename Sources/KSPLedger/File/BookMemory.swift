import GRDB
import KSPCore

/// What an open book remembers between accesses, so that a posting need not read it again: its
/// prepared statements, its catalog, and where the chain ends.
///
/// Facts of the file are right until the file changes. Another program's change is noticed at the
/// start of each transaction; a transaction of our own that is taken back makes ``Store`` forget
/// the end of the chain; whoever changes the catalog forgets it.
///
/// It is touched only inside the accesses of its store, which run one at a time: hence unchecked.
final class BookMemory: @unchecked Sendable {
  /// The last event, which the next one continues, and the last of them that is an entry.
  struct ChainEnd {
    var event: Int64
    var entry: Int64
    var hash: [UInt8]
  }

  /// Makes the salts of personal values.
  var newSalt: () -> [UInt8] = PersonalValue.randomSalt

  var catalog: Catalog?
  var chainEnd: ChainEnd?
  private var projector: Projector?
  /// Set for a file with foreign rules, whose reading must come to an end.
  var stepLimit: StepLimit?
  private var dataVersion: Int64?
  private var statements: [UnsafePointer<UInt8>: SQLStatement] = [:]

  /// A statement of the hot paths, prepared when it is first asked for and kept.
  ///
  /// The place of the literal in the program is the key: a posting asks for half a dozen, and
  /// finding each by its text costs more than some of them take to run. Every parameter must be
  /// bound before each use.
  func statement(_ db: Database, _ sql: StaticString) throws -> SQLStatement {
    if let kept = statements[sql.utf8Start] {
      kept.reset()
      return kept
    }
    let statement = try SQLStatement(db, sql.description, isShared: false)
    statements[sql.utf8Start] = statement
    return statement
  }

  /// What writes events into the tables of state, with its statements.
  func projector(_ db: Database) -> Projector {
    if let projector { return projector }
    let new = Projector(db)
    projector = new
    return new
  }

  /// Forgets the facts of the file if another program has changed it since the last transaction.
  func noticeChanges(_ db: Database) throws {
    let query = try statement(db, "PRAGMA data_version")
    let version = try query.step() ? query.int64(0) : 0
    query.reset()
    guard version != dataVersion else { return }
    forgetFacts()
    dataVersion = version
  }

  /// Forgets what the file says; the next access reads it again.
  func forgetFacts() {
    catalog = nil
    chainEnd = nil
  }

  /// Gives everything back, so that the connection can be closed.
  func forgetEverything() {
    forgetFacts()
    statements = [:]
    projector = nil
  }
}
