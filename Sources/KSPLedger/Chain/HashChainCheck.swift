import GRDB
import KSPCore

/// Recomputes the hash of every entry from its rows and the hash before it.
struct HashChainCheck {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// `progress` hears how many entries are done, every ten thousand.
  func run(progress: ((Int) -> Void)?) throws -> (
    check: VerificationReport.Check, head: [UInt8]?, entries: Int, postings: Int
  ) {
    let entries = try SQLStatement(
      db,
      """
      SELECT id, bookDate, kind, recordedAt, reference, memo, recordedBy, reverses, hash
      FROM entry ORDER BY id
      """, isShared: false)
    // The legs come from the table that statements read, not from the index by entry alone.
    let legs = try SQLStatement(
      db,
      """
      SELECT p.account, (SELECT t.amount FROM posting t NOT INDEXED WHERE t.account = p.account
        AND t.bookDate = p.bookDate AND t.entry = p.entry AND t.line = p.line)
      FROM posting p INDEXED BY postingEntry WHERE p.entry = ? ORDER BY p.line
      """, isShared: false)
    var previous = EntryHasher.genesis
    var examined = 0
    var postings = 0
    var failed = 0
    var first: String?
    while try entries.step() {
      let header = EntryHeader(
        id: entries.int64(0), bookDate: entries.int64(1), kind: entries.text(2) ?? "",
        recordedAt: entries.int64(3), reference: entries.text(4), memo: entries.text(5),
        recordedBy: entries.text(6), reverses: entries.optionalInt64(7))
      var hasher = EntryHasher()
      legs.bind(header.id, at: 1)
      while try legs.step() {
        hasher.add(account: legs.int64(0), amount: legs.int64(1))
        postings += 1
      }
      let stored = entries.bytes(8)
      if hasher.finish(header, previous: previous) != stored {
        failed += 1
        if first == nil { first = EntryNumber(header.id).description }
      }
      previous = stored
      examined += 1
      if examined.isMultiple(of: 10_000) { progress?(examined) }
    }
    let check = VerificationReport.Check(
      name: "entry.hash",
      meaning: Phrase(
        "Sidik setiap jurnal cocok dengan isinya dan jurnal sebelumnya",
        "Every entry's hash fits its content and the entry before it"),
      examined: examined, count: failed, first: first)
    return (check, examined == 0 ? nil : previous, examined, postings)
  }
}
