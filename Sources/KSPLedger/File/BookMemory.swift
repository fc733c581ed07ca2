import GRDB

/// What an open book remembers between accesses, so that a posting need not read it again: its
/// prepared statements, and what the rooms above keep, such as the catalog and the chain's end.
///
/// Facts of the file are right until the file changes. That another program changed it is noticed
/// at the start of each transaction, and not what it changed: whoever keeps a thing beyond that
/// looks whether it still holds. A transaction of our own that is taken back makes ``Store`` forget
/// what it wrote; whoever changes the catalog forgets it. The file knows none of them by name: a
/// room keeps a thing under its type.
///
/// It is touched only inside the accesses of its store, which run one at a time: hence unchecked.
final class BookMemory: @unchecked Sendable {
  /// How long a thing is kept.
  enum Term: Int, CaseIterable {
    /// As long as the connection: tools.
    case connection
    /// Until it no longer holds: its room looks again when ``changes`` has moved.
    case file
    /// Until the file changes, or a transaction of our own is taken back.
    case transaction
  }

  /// Set for a file with foreign rules, whose reading must come to an end.
  var stepLimit: StepLimit?
  private var kept = Array(repeating: [ObjectIdentifier: AnyObject](), count: Term.allCases.count)
  private var dataVersion: Int64?
  /// How often other programs have been seen to change the file.
  private(set) var changes = 0
  private var statements: [UnsafePointer<UInt8>: SQLStatement] = [:]
  private var frame: TransactionFrame?

  /// What every access runs before and after its own work.
  final class TransactionFrame {
    let begin, beginWriting, commit, dataVersion: SQLStatement

    init(_ db: Database) throws {
      begin = try SQLStatement(db, "BEGIN", isShared: false)
      beginWriting = try SQLStatement(db, "BEGIN IMMEDIATE", isShared: false)
      commit = try SQLStatement(db, "COMMIT", isShared: false)
      dataVersion = try SQLStatement(db, "PRAGMA data_version", isShared: false)
    }
  }

  /// What every access runs, kept by itself: looking for each of them costs a reader more than
  /// running them.
  func frame(_ db: Database) throws -> TransactionFrame {
    if let frame { return frame }
    let new = try TransactionFrame(db)
    frame = new
    return new
  }

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

  /// What a room keeps, one of each type; nil for nothing.
  ///
  /// Objects, because looking at the type of anything else costs more than finding it.
  subscript<Kept: AnyObject>(_ type: Kept.Type, for term: Term) -> Kept? {
    get { kept[term.rawValue][ObjectIdentifier(type)] as? Kept }
    set { kept[term.rawValue][ObjectIdentifier(type)] = newValue }
  }

  /// Takes note of it if another program has changed the file since the last transaction.
  func noticeChanges(_ db: Database) throws {
    let query = try frame(db).dataVersion
    let version = try query.step() ? query.int64(0) : 0
    query.reset()
    guard version != dataVersion else { return }
    forget(.transaction)
    changes += 1
    dataVersion = version
  }

  /// Forgets what a transaction wrote that was taken back.
  func forgetWritten() { forget(.transaction) }

  /// Forgets what the file says; the next access reads it again.
  func forgetFacts() {
    forget(.file)
    forget(.transaction)
  }

  private func forget(_ term: Term) { kept[term.rawValue] = [:] }

  /// Gives everything back, so that the connection can be closed.
  func forgetEverything() {
    for term in Term.allCases { forget(term) }
    statements = [:]
    frame = nil
  }
}
