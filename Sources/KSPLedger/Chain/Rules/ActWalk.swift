import GRDB
import KSPCore

/// Follows the chain act by act: which act an event belongs to, and whether an act is whole.
///
/// How many events an act has is recorded nowhere, since that is not known when its first one is
/// written. What must follow is known by kind: money that was paid out needs its plan, the voucher
/// of a member who leaves the closing of their accounts, the vouchers of a month end the closing of
/// the month.
struct ActWalk {
  /// An entry of the act under way.
  struct Entry {
    let id: Int64
    let kind: String
    let bookDate: Int64
  }

  /// The entries of the act under way so far.
  private(set) var entries: [Entry] = []
  /// The first event of the act under way; that of a month end is its first voucher.
  private var beginning: ChainRows.Item?
  private var first: Int64 = 0
  private var recordedAt: Int64 = 0
  /// One of each of these kinds must still come.
  private var awaited: [Set<EventKind>] = []
  /// An entry must still come.
  private var awaitsEntry = false
  /// The first month of the book, as its first event says.
  private var firstMonth: Int64?
  private let legsOnLoan: SQLStatement
  private let legs: SQLStatement

  /// Follows a chain whose legs are in `db`.
  init(_ db: Database) throws {
    legsOnLoan = try SQLStatement(
      db,
      """
      SELECT 1 FROM posting p INDEXED BY postingEntry JOIN loanAccount c ON c.account = p.account
      WHERE p.entry = ? LIMIT 1
      """, isShared: false)
    legs = try SQLStatement(
      db, "SELECT count(*) FROM posting INDEXED BY postingEntry WHERE entry = ?", isShared: false)
  }

  /// How people find the act under way, if something of it is missing so far.
  var half: String? { awaited.isEmpty && !awaitsEntry ? nil : beginning?.name }

  /// Whether an event begins another act than the one under way. The vouchers of a month end are
  /// acts of their own, and one with the closing of the month.
  func isNext(_ item: ChainRows.Item) -> Bool {
    item.act == nil && !(awaited.first == Self.closing && Self.isOfMonthEnd(item))
  }

  /// Whether an event that says that it belongs to an act can belong to the one under way: it
  /// points at its first event, was recorded in the same moment, and carries no reference.
  func fits(_ item: ChainRows.Item) -> Bool {
    item.act.map { $0 == first && item.recordedAt == recordedAt && item.reference == nil } ?? true
  }

  /// Takes the next event, after ``half`` was asked where it ``isNext(_:)``.
  mutating func take(_ item: ChainRows.Item) throws {
    if isNext(item) {
      beginning = item
      entries.removeAll(keepingCapacity: true)
      awaited.removeAll(keepingCapacity: true)
      awaitsEntry = false
    }
    if item.act == nil {
      first = item.number
      recordedAt = item.recordedAt
    }
    switch item {
    case .entry(let header, _):
      entries.append(Entry(id: header.id, kind: header.kind, bookDate: header.bookDate))
      awaitsEntry = false
      if let kinds = try following(EntryKind(rawValue: header.kind), of: header) { expect(kinds) }
    case .event(let event):
      guard let kind = EventKind(rawValue: event.header.kind) else { return }
      awaited.removeAll { $0.contains(kind) }
      if let kinds = following(kind) { expect(kinds) }
      if kind == .bookCreated { firstMonth = Self.value("firstMonth", of: "book", event) }
      // A year that ended before the book is closed by its ratification.
      if kind == .yearClosed, isBeforeBook(event) { expect([.yearRatified]) }
      // In the middle of something else an account is opened for money that comes next.
      if kind == .accountOpened, event.header.act != nil { awaitsEntry = true }
      // What a standing order took, or an earlier book left, comes next.
      if kind == .orderTaken || kind == .plannedTakenOver { awaitsEntry = true }
    }
  }

  // MARK: - What must follow

  private static let closing: Set<EventKind> = [.monthClosed]

  private static func isOfMonthEnd(_ item: ChainRows.Item) -> Bool {
    switch item {
    case .event(let event): event.header.kind == EventKind.monthClosed.rawValue
    case .entry(let header, _):
      EntryKind(rawValue: header.kind)?.is(.byMonthEnd) ?? false
    }
  }

  private mutating func expect(_ kinds: Set<EventKind>) {
    if !awaited.contains(kinds) { awaited.append(kinds) }
  }

  private func following(
    _ kind: EntryKind?, of entry: EntryHeader
  ) throws -> Set<EventKind>? {
    switch kind {
    case let kind? where kind.is(.byMonthEnd): Self.closing
    case .interest: [.interestRecorded]
    case .interestCorrection: [.interestCorrected, .taxSettled]
    case .monthlyFee: [.feesCharged]
    case .plannedPayment: [.plannedPaid]
    case .taxClaim: [.taxClaimSettled]
    case .taxPayment: [.taxPaid]
    case .depositOpening: try paysAhead(entry) ? [.depositPaid] : [.depositOpened]
    case .depositInterest: [.depositPaid]
    case .depositEnding: [.depositEnded]
    case .disbursement: [.loanDisbursed]
    case .writeOff: [.loanWrittenOff]
    case .cashReceipt, .cashPayment: [.cashBooked]
    case .assetPurchase: [.assetBought]
    case .assetDisposal: [.assetDisposed]
    case .yearAdjustment: [.yearAdjusted]
    case .yearClosing: [.yearClosed, .yearAdjusted]
    case .yearRatification: [.yearRatified]
    case .lossCover: [.lossCovered]
    case .yearCorrection: [.yearCorrected]
    case .recovery: [.loanRecovered]
    case .waiver: [.loanWaived]
    case .reallocation: [.loanReallocated]
    case .leave: [.memberLeft]
    case .shuDistribution: [.shuPosted]
    case .shuCredit, .shuPayment, .shuForfeit: [.shuPaid]
    case .shuReward: [.shuRewarded]
    case .merge: [.memberMerged]
    case .leaverPayment: [.leaverPaid]
    case .opening: try isOnLoan(entry) ? [.loanTakenOver] : nil
    default: nil
    }
  }

  /// Whether a year that is closed ended before the book began.
  private func isBeforeBook(_ closing: ChainRows.Event) -> Bool {
    guard let firstMonth, let day = Self.value("lastDay", of: "yearClosing", closing),
      let last = try? BookDate(stored: day)
    else { return false }
    return last.month.ordinal < firstMonth
  }

  /// What an event writes into a column of a table.
  private static func value(
    _ column: String, of table: String, _ event: ChainRows.Event
  ) -> Int64? {
    EventContent.decode(event.content)?.first { $0.table == table }?[column]?.integer
  }

  /// Whether an entry has legs on an account of a loan.
  private func isOnLoan(_ entry: EntryHeader) throws -> Bool {
    legsOnLoan.bind(entry.id, at: 1)
    defer { legsOnLoan.reset() }
    return try legsOnLoan.step()
  }

  /// Whether the entry that opens a deposit pays its interest in advance: then it has more legs
  /// than the principal and where it came from, and the value date comes last.
  private func paysAhead(_ entry: EntryHeader) throws -> Bool {
    legs.bind(entry.id, at: 1)
    defer { legs.reset() }
    return try legs.step() && legs.int64(0) > 2
  }

  private func following(_ kind: EventKind) -> Set<EventKind>? {
    switch kind {
    case .loanEntered: [.loanTakenOver]
    case .loanOpened: [.loanDisbursed, .loanTakenOver]
    case .memberMerged, .waitingSettled: [.memberLeft]
    // The parts of members are as many events as they need; the pots come last.
    case .shuPosted: [.shuFilled]
    default: nil
    }
  }
}
