import GRDB
import KSPCore

/// Puts the passes of a month end in order.
///
/// Members come one at a time, so memory does not grow with their number. This is the only walk
/// over them: preview and run post what it finds, verify compares it, a book that is built again
/// takes lost evidence from it, and an explanation looks at one of them.
struct MonthEndRun {
  let month: EndingMonth
  let passes: [any MonthEndPass]
  /// Those of them that go member by member.
  private let memberPasses: [any MemberPass]

  init(
    _ month: EndingMonth, passes: [any MonthEndPass.Type] = MonthEndPasses.all
  ) throws {
    self.month = month
    self.passes = try passes.map { try $0.init(month) }
    memberPasses = self.passes.compactMap(\.byMember)
  }

  // MARK: - Ending a month

  /// Ends a month, or says what that would do: one way for both, also in what is refused. A month
  /// that was run before is read from what it left.
  static func end(
    _ db: Database, _ catalog: Catalog, _ desk: MonthEndDesk, today: BookDate,
    passes: [any MonthEndPass.Type] = MonthEndPasses.all
  ) throws -> MonthEndReport {
    let month = EndingMonth(db, desk.month, catalog, desk)
    if let done = try read(month, passes: passes) { return done }
    let open = try catalog.openMonth()
    guard desk.month >= open else {
      throw LedgerError.dateBeforeBook(desk.month.firstDay, first: open)
    }
    guard desk.month == open else { throw LedgerError.monthEarlierOpen(desk.month, open: open) }
    if let obstacle = try MonthEndObstacles(month).errors.first { throw obstacle }
    try desk.requireUsableNote()
    try desk.requireEnded(today)
    var report = try MonthEndRun(month, passes: passes).report()
    report.isBeforeEnd = today <= desk.month.lastDay
    return report
  }

  /// Refuses the open month where something stands in the way, before anything is posted for it.
  static func requireClear(_ month: BookMonth, _ db: Database, _ catalog: Catalog) throws {
    guard try month == catalog.openMonth() else { return }
    let ending = EndingMonth(db, month, catalog, MonthEndDesk(db, month, .preview))
    if let obstacle = try MonthEndObstacles(ending).errors.first { throw obstacle }
  }

  /// What the clearing account of the opening balances holds.
  static func openingDifference(_ db: Database, _ catalog: Catalog) throws -> Rupiah {
    let balance = try Int64.fetchOne(
      db, sql: "SELECT balance FROM accountBalance WHERE account = ?",
      arguments: [catalog.account(.openingClearing).value])
    guard let balance else { throw LedgerError.invariantBroken("opening: accountBalance") }
    return Rupiah(sen: balance)
  }

  private func report() throws -> MonthEndReport {
    let found = try MonthEndQuestions.findings(month)
    month.findings.atClosing += [MonthFindingTable.change(found, of: month.month)]
      .compactMap(\.self)
    let total = try Int.fetchOne(month.known, sql: "SELECT count(*) FROM member") ?? 0
    var counter = try month.desk.count(Phrase(id: "anggota", en: "members"), of: total)
    try walk { member in
      for pass in memberPasses { try pass.post(&member) }
      try counter.advance()
    }
    for pass in passes { try pass.finish() }
    let closedAt = month.desk.session?.recordedAt
    var report = MonthEndReport(
      month: month.month, outcome: closedAt == nil ? .preview : .done, closedAt: closedAt)
    report.findings = found
    for pass in passes { try pass.report(into: &report) }
    return report
  }

  // MARK: - Members

  /// Hands over every member, with what the passes found.
  func walk(_ body: (inout MemberMonth) throws -> Void) throws {
    let members = try SQLStatement(
      month.known, MemberMonth.query(month.known) + " ORDER BY m.id", isShared: false)
    members.bind(Int64(month.month.ordinal), at: 1)
    members.bind(Int64(month.month.lastDay.dayNumber), at: 2)
    while try members.step() {
      var member = try find(MemberMonth(members))
      try body(&member)
    }
  }

  /// What the passes find for one member.
  func find(_ member: MemberMonth) throws -> MemberMonth {
    var member = member
    for pass in memberPasses { try pass.find(&member) }
    return member
  }

  // MARK: - Afterwards

  /// The report of a month that was run; nil while it is open.
  static func read(
    _ month: EndingMonth, passes: [any MonthEndPass.Type] = MonthEndPasses.all
  ) throws -> MonthEndReport? {
    guard
      let closedAt = try Int64.fetchOne(
        month.book, sql: "SELECT closedAt FROM closedMonth WHERE month = ?",
        arguments: [month.month.ordinal])
    else { return nil }
    let closed = Timestamp(seconds: closedAt)
    var report = MonthEndReport(month: month.month, outcome: .alreadyDone, closedAt: closed)
    report.isBeforeEnd =
      closed.day(offsetSeconds: month.catalog.settings.utcOffsetSeconds) <= month.month.lastDay
    report.findings = try MonthFindingTable.read(month.book, month.month)
    for pass in passes { try pass.read(month, into: &report) }
    return report
  }

  /// Stores a table of evidence once more, as it comes from the journal.
  static func restore(_ table: String, of month: BookMonth, in book: Database) throws {
    let desk = MonthEndDesk(book, month, .evidence(of: table))
    let run = try MonthEndRun(EndingMonth(book, month, try Catalog(book), desk))
    let keeping = run.passes.filter { type(of: $0).evidence.contains(table) }
    let posting = keeping.compactMap(\.byMember)
    try run.walk { member in
      for pass in posting { try pass.post(&member) }
    }
    for pass in keeping { try pass.finish() }
  }
}
