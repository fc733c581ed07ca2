import GRDB
import KSPCore

/// Appends entries to the journal inside one write transaction.
///
/// Legs go in first, the header seals them: the database counts and sums the legs when the header
/// arrives. Numbers and hashes continue the chain.
final class JournalWriter {
  private let statements: Statements
  private let chain: ChainWriter
  private var openVouchers = 0

  init(_ db: Database, memory: BookMemory, chain: ChainWriter) throws {
    self.chain = chain
    statements = try .kept(db, memory)
  }

  /// What entries are written with, kept as long as the connection.
  private final class Statements {
    let posting, entry: SQLStatement

    init(_ db: Database) throws {
      posting = try SQLStatement(
        db, "INSERT INTO posting (account, bookDate, entry, line, amount) VALUES (?, ?, ?, ?, ?)",
        isShared: false)
      entry = try SQLStatement(
        db,
        """
        INSERT INTO entry
          (id, bookDate, kind, recordedAt, reference, memo, recordedBy, reverses, hash, event, act)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, isShared: false)
    }

    static func kept(_ db: Database, _ memory: BookMemory) throws -> Statements {
      if let kept = memory[Statements.self, for: .connection] { return kept }
      let new = try Statements(db)
      memory[Statements.self, for: .connection] = new
      return new
    }
  }

  /// The number that the next entry gets.
  var next: EntryNumber { EntryNumber(chain.end.entry + 1) }

  /// Stores one entry and returns its number.
  func append(_ entry: JournalEntry) throws -> EntryNumber {
    precondition(openVouchers == 0, "vouchers are sealed before other entries are written")
    var voucher = beginVoucher(on: entry.bookDate)
    for posting in JournalWriter.storedOrder(entry.postings) {
      try add(posting, to: &voucher)
    }
    return try seal(voucher, kind: entry.kind, note: entry.note, reverses: entry.reverses)
  }

  /// An entry whose legs are written one by one, for vouchers too large to hold in memory.
  struct Voucher {
    fileprivate let id: Int64
    fileprivate let bookDate: Int64
    fileprivate var line: Int64 = 0
    fileprivate var hasher = EntryHasher()

    /// The number that the entry will have.
    var number: EntryNumber { EntryNumber(id) }
  }

  /// Starts a voucher. Vouchers may grow side by side but must be sealed in the order of their
  /// start.
  func beginVoucher(on date: BookDate) -> Voucher {
    openVouchers += 1
    return Voucher(id: chain.end.entry + Int64(openVouchers), bookDate: Int64(date.dayNumber))
  }

  /// Writes one leg.
  func add(_ posting: Posting, to voucher: inout Voucher) throws {
    voucher.line += 1
    voucher.hasher.add(account: posting.account.value, amount: posting.amount.sen)
    let insertPosting = statements.posting
    insertPosting.bind(posting.account.value, at: 1)
    insertPosting.bind(voucher.bookDate, at: 2)
    insertPosting.bind(voucher.id, at: 3)
    insertPosting.bind(voucher.line, at: 4)
    insertPosting.bind(posting.amount.sen, at: 5)
    try insertPosting.run()
  }

  /// Writes the header, which seals the entry.
  func seal(
    _ voucher: Voucher, kind: EntryKind, note: EntryNote, reverses: EntryNumber? = nil
  ) throws -> EntryNumber {
    precondition(
      voucher.id == chain.end.entry + 1, "vouchers are sealed in the order of their start")
    let place = chain.nextEntry(note)
    let header = EntryHeader(
      id: voucher.id, event: place.event, act: place.act, bookDate: voucher.bookDate,
      kind: kind.rawValue, recordedAt: chain.recordedAt.seconds, reference: place.reference,
      memo: note.memo, recordedBy: note.recordedBy, reverses: reverses?.value)
    var hasher = voucher.hasher
    let hash = hasher.finish(header, previous: place.previous)
    let insertEntry = statements.entry
    insertEntry.bind(header.id, at: 1)
    insertEntry.bind(header.bookDate, at: 2)
    insertEntry.bind(header.kind, at: 3)
    insertEntry.bind(header.recordedAt, at: 4)
    insertEntry.bind(header.reference, at: 5)
    insertEntry.bind(header.memo, at: 6)
    insertEntry.bind(header.recordedBy, at: 7)
    insertEntry.bind(header.reverses, at: 8)
    insertEntry.bind(hash, at: 9)
    insertEntry.bind(header.event, at: 10)
    insertEntry.bind(header.act, at: 11)
    try insertEntry.run()
    chain.sealed(place, on: header.bookDate, hash: hash)
    openVouchers -= 1
    return EntryNumber(header.id)
  }

  /// Balances and their limits follow the legs one by one. Where one account occurs on both sides
  /// of an entry, its increase is written first, so that only the outcome is held to the limit.
  static func storedOrder(_ postings: [Posting]) -> [Posting] {
    guard postings.count > 2, Set(postings.map(\.account)).count < postings.count else {
      return postings
    }
    let credits = postings.filter { $0.amount.isNegative }
    return credits + postings.filter { !$0.amount.isNegative }
  }
}
