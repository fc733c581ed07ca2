import GRDB
import KSPCore

/// Takes what the passes of a month end hand over, and does with it what the purpose asks for.
///
/// Passes do not know whether they are rehearsed or run: whatever is refused is refused in both.
final class MonthEndDesk {
  enum Purpose {
    /// Nothing is stored; everything is refused that a run would refuse.
    case preview
    /// All of it goes into the book.
    case run(PostingSession)
    /// The evidence of one table alone is stored: the vouchers are in the book.
    case evidence(of: String)
    /// Nothing is stored and nothing refused: what is found is set beside the book.
    case proof
  }

  let db: Database
  let month: BookMonth
  let purpose: Purpose
  let note: EntryNote
  /// Those that have begun and are not sealed.
  var vouchers: [MonthVoucher] = []
  /// What vouchers add to accounts that somebody watches, whether they are stored or not.
  var sums: [AccountID: Rupiah] = [:]
  var watching: Set<AccountID> = []
  private let progress: ((StageProgress) throws -> Void)?

  init(
    _ db: Database, _ month: BookMonth, _ purpose: Purpose, note: EntryNote = EntryNote(),
    progress: ((StageProgress) throws -> Void)? = nil
  ) {
    self.db = db
    self.month = month
    self.purpose = purpose
    self.note = note
    self.progress = progress
  }

  /// The transaction of a run.
  var session: PostingSession? {
    if case .run(let session) = purpose { session } else { nil }
  }

  // MARK: - Storing

  /// Whether evidence of a table is stored.
  func keeps(_ table: String) -> Bool {
    switch purpose {
    case .run: true
    case .evidence(let wanted): wanted == table
    case .preview, .proof: false
    }
  }

  // MARK: - Refusals

  /// Refuses a note that cannot be printed, or whose reference names something else already.
  func requireUsableNote() throws {
    try note.requireUsable()
    if let reference = note.reference { try requireFree(reference) }
  }

  /// Refuses a month before its last day, unless the note says that it is meant, and why.
  ///
  /// - Throws: `month.notOver`, `month.reasonMissing`.
  func requireEnded(_ today: BookDate) throws(LedgerError) {
    guard today < month.lastDay else { return }
    guard note.exceptions.contains(.beforeEnd) else { throw .monthNotOver(month, today: today) }
    guard note.memo != nil else { throw .monthReasonMissing(month) }
  }

  /// Refuses a reference that is in the book.
  ///
  /// - Throws: `reference.reused`.
  func requireFree(_ reference: String) throws {
    let query = try SQLStatement(
      db,
      """
      SELECT event, id FROM entry WHERE reference = ?1
      UNION ALL
      SELECT v.number, (SELECT id FROM entry WHERE id = v.afterEntry + 1 AND act = v.number)
      FROM event v WHERE v.reference = ?1
      """)
    query.bind(reference, at: 1)
    defer { query.reset() }
    guard try query.step() else { return }
    let act = RecordedAct(
      first: query.int64(0),
      entries: query.optionalInt64(1).map { [(number: EntryNumber($0), kind: "")] } ?? [])
    throw LedgerError.referenceReused(
      reference, by: act, differing: Phrase(id: "jenis", en: "kind"))
  }

  // MARK: - Progress

  /// Counts `total` things one by one: says how far it is, about a hundred times, and stops
  /// between two of them when its task was cancelled, or whoever hears of it throws.
  func count(_ stage: Phrase, of total: Int) throws -> Counter {
    let counter = Counter(
      stage: stage, total: total, step: max(1, min(1_000, total / 100)), month: month,
      progress: progress, isCancellable: isCancellable)
    try counter.begin()
    return counter
  }

  private var isCancellable: Bool {
    switch purpose {
    case .preview, .run: true
    case .evidence, .proof: false
    }
  }

  struct Counter {
    let stage: Phrase
    let total, step: Int
    let month: BookMonth
    let progress: ((StageProgress) throws -> Void)?
    let isCancellable: Bool
    private(set) var done = 0

    fileprivate func begin() throws(LedgerError) { try report() }

    /// One more is done.
    mutating func advance() throws(LedgerError) {
      done += 1
      if done.isMultiple(of: step) || done == total {
        try report()
      } else if isCancellable, Task.isCancelled {
        throw .monthEndCancelled(month)
      }
    }

    private func report() throws(LedgerError) {
      do {
        try progress?(StageProgress(stage, done: done, total: total))
      } catch {
        throw .monthEndCancelled(month)
      }
      if isCancellable, Task.isCancelled { throw .monthEndCancelled(month) }
    }
  }
}
