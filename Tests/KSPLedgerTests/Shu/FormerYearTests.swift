import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The SHU of a year that ended before the book was taken over: ratified from the opening balances,
/// divided by a list of bases, paid as any other.
@Suite struct FormerYearTests {
  let folder: TestFolder
  let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for (number, name) in [("0001", "Siti"), ("0002", "Budi"), ("0003", "Made")] {
      _ = try ledger.addMember(
        NewMember(
          number: MemberNumber(number), profile: MemberProfile(name: name),
          joinedOn: day("2024-02-01")))
    }
  }

  /// Brings in what the earlier book had of its SHU.
  private func open(current: Rupiah = .zero, undistributed: Rupiah = .zero) throws {
    let money = try current + undistributed
    let rows = [
      money.isNegative ? "1-1000,,\(try money.negated())" : "1-1000,\(money),",
      try Self.credit("3-3000", current), try Self.credit("3-3100", undistributed),
    ].compactMap(\.self)
    _ = try ledger.importOpeningBalances(
      csv: (["account,debit,credit"] + rows).joined(separator: "\n"), file: "awal.csv",
      on: day("2025-12-31"))
  }

  private static func credit(_ account: String, _ amount: Rupiah) throws -> String? {
    guard !amount.isZero else { return nil }
    return amount.isNegative ? "\(account),\(try amount.negated())," : "\(account),,\(amount)"
  }

  private func ratify(_ shu: Rupiah?, on date: String = "2026-01-20") throws -> YearEnd {
    try ledger.ratifyYear(2025, on: day(date), decision: "RAT 1/2026", shu: shu)
  }

  private static let bases = [
    ShuBase(member: "0002", capital: 1_000_000, activity: 500_000),
    ShuBase(member: "0001", capital: 3_000_000, activity: 0),
    ShuBase(member: "0003", capital: 0, activity: 1_500_000),
  ]

  private func decide(aside fund: String? = nil) throws {
    try ledger.decideShu(
      ShuDecision(
        year: 2025, on: day("2026-01-20"), number: "RAT 2/2026",
        plan: ShuPlan(
          ShuShares(
            capital: .percent("40"), activity: .percent("20"),
            funds: [.init("cadangan", .percent("40"))]), othersFund: fund),
        accounts: ["cadangan": "3-2000"]))
  }

  private func failures() throws -> [String] {
    try ledger.verify().checks.filter { $0.count > 0 }.map { "\($0.name): \($0.first ?? "")" }
  }

  @Test(
    "From whichever account the earlier book had it on, it is ratified, divided and paid",
    arguments: [(10_000_000, 0), (0, 10_000_000), (4_000_000, 6_500_000)] as [(Rupiah, Rupiah)])
  func divided(_ current: Rupiah, _ undistributed: Rupiah) throws {
    try open(current: current, undistributed: undistributed)
    #expect(refusal { _ = try ratify(nil) } == .yearBeforeBook)
    let end = try ratify(10_000_000)
    #expect(end.state == .ratified && end.shu == 10_000_000 && end.openMonths.isEmpty)
    #expect(try ratify(10_000_000) == end)
    #expect(refusal { _ = try ratify(9_000_000) } == .yearRatified)
    #expect(try ledger.yearEnd(2025) == end)
    #expect(try ledger.account("3-3000").balance.isZero)
    try decide()
    #expect(refusal { _ = try ledger.shu(2025) } == .shuBasesUnfit)
    let missing = refused { try ledger.postShu(2025, on: day("2026-01-21")) }
    #expect(missing?.code == .shuBasesUnfit && missing?.remedies == [.again(.giveBases)])
    let planned = try ledger.simulateShu(2025, among: Self.bases)
    let posted = try ledger.postShu(2025, among: Self.bases, on: day("2026-01-21"))
    #expect(posted.recipients.map(\.part) == planned.recipients.map(\.part))
    #expect(posted.recipients.map(\.part.base.name) == ["Siti", "Budi", "Made"])
    #expect(posted.recipients.map(\.part.capital) == [3_000_000, 1_000_000, 0])
    #expect(posted.recipients.map(\.part.activity) == [0, 500_000, 1_500_000])
    _ = try ledger.payShu(2025, into: .savings("sukarela"), on: day("2026-01-22"))
    #expect(try ledger.account("SUK-0003").balance == 1_500_000)
    #expect(
      try ledger.account("3-3100").balance == current + undistributed - 10_000_000)
    let sheet = try ledger.balanceSheet(asOf: day("2026-01-31"))
    #expect(sheet.balances && sheet.sections[2].lines.allSatisfy { !$0.amount.isNegative })
    #expect(try ledger.equityChanges(BookPeriod(month("2026-01"))).balances)
    #expect(try failures() == [])
    // The book's own year ends as ever.
    for number in 1...12 { _ = try ledger.runMonthEnd(BookMonth(year: 2026, month: number)) }
    try ledger.runYearEnd(2026)
    let own = try ledger.ratifyYear(2026, on: day("2027-01-10"), decision: "RAT 3")
    #expect(try own.shu == ledger.incomeStatement(BookPeriod(year: 2026)).shu)
    #expect(try failures() == [])
  }

  @Test("The same division again is known, however its list is ordered; another list is another")
  func again() throws {
    try open(current: 10_000_000)
    _ = try ratify(10_000_000)
    try decide()
    func post(_ bases: [ShuBase]?) throws -> ShuYear {
      try ledger.postShu(2025, among: bases, on: day("2026-01-21"), reference: "SHU-2025")
    }
    let posted = try post(Self.bases)
    #expect(try post(Self.bases) == posted)
    let nobody = ShuBase(member: "0003", name: "Made", capital: 0, activity: 1_500_000)
    #expect(try post(Self.bases.dropLast().reversed() + [nobody]) == posted)
    for other in [
      nil, Array(Self.bases.dropLast()),
      Self.bases.dropLast() + [ShuBase(member: "0003", capital: 0, activity: 1_500_001)],
    ] {
      #expect(refusal { _ = try post(other) } == .referenceReused)
    }
    #expect(try failures() == [])
  }

  @Test("No more is ratified than the opening balances hold, and less leaves the rest")
  func limits() throws {
    try open(current: 4_000_000, undistributed: 1_000_000)
    #expect(refusal { _ = try ratify(5_000_001) } == .yearShuUnfit)
    #expect(refusal { _ = try ratify(0) } == .yearShuUnfit)
    #expect(refusal { _ = try ratify(-1_000_000) } == .yearShuUnfit)
    _ = try ratify(3_000_000)
    #expect(try ledger.account("3-3000").balance == 1_000_000)
    // An earlier one still: what is left of both accounts.
    #expect(
      refusal {
        try ledger.ratifyYear(2024, on: day("2026-01-20"), decision: "RAT 9", shu: 2_000_001)
      } == .yearShuUnfit)
    try ledger.ratifyYear(2024, on: day("2026-01-20"), decision: "RAT 9", shu: 2_000_000)
    #expect(try ledger.account("3-3000").balance.isZero)
    #expect(try failures() == [])
  }

  @Test("A loss of the earlier book is covered from reserves")
  func loss() throws {
    try open(current: -2_000_000)
    _ = try ledger.post(
      ManualEntry(
        on: day("2026-01-05"),
        legs: [
          .init(account: "1-1000", amount: 5_000_000), .init(account: "3-2000", amount: -5_000_000),
        ]))
    let end = try ratify(-2_000_000)
    #expect(try end.lossLeft() == 2_000_000)
    try ledger.coverLoss(
      LossCover(
        of: 2025, by: [.init("3-2000", 2_000_000)], on: day("2026-01-21"), decision: "RAT 1"))
    #expect(try ledger.yearEnd(2025).lossLeft().isZero)
    #expect(try ledger.account("3-3100").balance.isZero)
    #expect(try failures() == [])
  }

  /// A year that the book has takes no list; one that it took over in the middle may.
  @Test func basesAreGivenForYearsThatBeganBeforeTheBook() throws {
    try open(undistributed: 1_000_000)
    _ = try ratify(1_000_000)
    try decide(aside: "cadangan")
    #expect(
      refusal { _ = try ledger.simulateShu(2025, among: Self.bases) } == .shuBasesUnfit)
    let plan = try ShuPlan(
      ShuShares(
        capital: .percent("50"), activity: .percent("50"), funds: []))
    #expect(
      refusal { _ = try ledger.simulateShu(2026, by: plan, among: Self.bases) } == .shuBasesUnfit)

    let half = try createBook(TestFolder(), first: "2025-07")
    for number in ["0001", "0002", "0003"] as [MemberNumber] { try half.join(number) }
    _ = try half.importOpeningBalances(
      csv: """
        account,debit,credit
        1-1000,5000000,
        4-1000,,6000000
        5-2000,1000000,
        """, file: "awal.csv", on: day("2025-06-30"))
    for number in 7...12 { _ = try half.runMonthEnd(BookMonth(year: 2025, month: number)) }
    #expect(try half.yearEnd(2025).shu == 5_000_000)
    try half.runYearEnd(2025)
    try half.ratifyYear(2025, on: day("2026-01-20"), decision: "RAT 1", shu: 5_000_000)
    let divided = try half.simulateShu(2025, by: plan, among: Self.bases)
    #expect(divided.recipients.map(\.part.capital) == [1_875_000, 625_000, 0])
    #expect(try half.verify().isOK)
  }

  @Test("What the book says of its own year is what a meeting can ratify")
  func ownYear() throws {
    let book = try YearBook(.closed).ledger
    func ratify(_ shu: Rupiah) throws -> YearEnd {
      try book.ratifyYear(2025, on: day("2026-02-10"), decision: "RAT 1", shu: shu)
    }
    #expect(refusal { _ = try ratify(-2_999_999) } == .yearShuUnfit)
    #expect(try ratify(-3_000_000).state == .ratified)
  }

  @Test(
    "Verify finds a former year that its opening balances do not give",
    arguments: [
      ("UPDATE yearRatification SET shu = shu * 3", "year.ratified"),
      ("DELETE FROM yearRatification", "year.ratified"),
      ("UPDATE shuPart SET capitalBase = capitalBase + 100", "shu.parts"),
      ("UPDATE shuPosting SET hasGivenBases = 0", "shu.parts"),
    ])
  func broken(_ sql: String, _ check: String) throws {
    try open(current: 10_000_000)
    _ = try ratify(10_000_000)
    try decide()
    try ledger.postShu(2025, among: Self.bases, on: day("2026-01-21"))
    #expect(try failures() == [])
    try ledger.close()
    try RichBook.change(DatabaseQueue(path: folder.file()), sql)
    let found = try RichBook.failures(folder).map(\.name)
    #expect(found.contains(check), "\(found)")
  }

  @Test(
    "A ratification of which the end is gone is half, and left out whole",
    arguments: [(10_000_000, 0), (0, 10_000_000)] as [(Rupiah, Rupiah)])
  func half(_ current: Rupiah, _ undistributed: Rupiah) throws {
    try open(current: current, undistributed: undistributed)
    _ = try ratify(10_000_000)
    try ledger.close()
    let queue = try DatabaseQueue(path: folder.file())
    let found = try queue.read { db in
      try Int64.fetchOne(
        db, sql: "SELECT number FROM event WHERE kind = ?",
        arguments: [EventKind.yearClosed.rawValue])
    }
    let number = try #require(found)
    try RichBook.change(
      queue,
      """
      DELETE FROM posting WHERE entry IN (SELECT id FROM entry WHERE event > \(number));
      DELETE FROM entry WHERE event > \(number);
      DELETE FROM event WHERE number > \(number);
      """)
    let half = try RichBook.failures(folder).first { $0.name == "chain.act" }
    #expect(half?.first == "#\(number) year.closed 2025")
    let report = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(report.lost.first?.name == half?.first && report.verification.isOK, "\(report.lost)")
  }

  @Test func theBookIsBuiltAgain() throws {
    try open(current: 4_000_000, undistributed: 6_000_000)
    _ = try ratify(10_000_000)
    try decide()
    let posted = try ledger.postShu(2025, among: Self.bases, on: day("2026-01-21"))
    try ledger.close()
    let report = try Ledger.rebuild(
      from: folder.file(), to: folder.file("new.ksp"), clock: standingClock)
    #expect(report.isComplete && report.verification.isOK)
    let again = try Ledger.open(
      at: folder.file("new.ksp"), access: .readOnly, clock: standingClock)
    #expect(try again.shu(2025) == posted)
  }
}
