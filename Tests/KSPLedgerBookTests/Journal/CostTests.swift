import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// The shape of the cost, counted in steps of SQLite and not by a clock: what an event costs does
/// not grow with the years that the book holds, and what is done for all members grows as they do.
@Suite struct CostTests {
  /// The last month of every book here.
  private static let last = "2028-12"

  /// A book with the same business in every month up to November 2028.
  private func book(
    members: Int, years: Int, plans: Bool = false, _ folder: TestFolder
  ) throws -> Ledger {
    let first = try BookMonth(year: 2029 - years, month: 1)
    let ledger = try Ledger.create(
      at: folder.file(), settings: BookSettings(name: "KSP Uji", firstMonth: first),
      clock: standingClock)
    for number in 1...members {
      _ = try ledger.addMember(
        NewMember(
          number: "\(1000 + number)", profile: MemberProfile(name: "Anggota"),
          joinedOn: first.firstDay))
    }
    if plans {
      try PlannedScene.offer(ledger, from: first.description)
      for number in 1...members {
        try ledger.openPlannedSavings(
          NewPlannedSavings(
            of: "\(1000 + number)", in: "berencana", 100_000, months: 6, on: first.firstDay,
            payTo: nil))
      }
    }
    var month = first
    while try month <= KSPTestSupport.month(Self.last) {
      _ = try ledger.post(
        (1...members).flatMap { number in
          try [5, 10, 15, 20, 25].map { day in
            try SavingsEvent(
              .deposit, 10_000, member: "\(1000 + number)",
              on: BookDate(year: month.year, month: month.month, day: day))
          }
        })
      if try month < KSPTestSupport.month(Self.last) { _ = try ledger.runMonthEnd(month) }
      month = try month.next()
    }
    return ledger
  }

  private struct Costs {
    var deposit, withdrawal, statement, old, known, all, monthEnd: Work
  }

  private func costs(members: Int, years: Int) throws -> Costs {
    let folder = try TestFolder()
    let ledger = try book(members: members, years: years, folder)
    let code = AccountCode("SUK-1001")
    let december = BookPeriod(try month(Self.last))
    let firstMonth = BookPeriod(try ledger.settings.firstMonth)
    let entries = KnowledgePoint.entry(EntryNumber(Int64(try ledger.status().entries)))
    func work(_ body: () throws -> Void) throws -> Work {
      // Once before, so that everything is prepared.
      try body()
      return try ledger.work(of: body)
    }
    let costs = Costs(
      deposit: try work { _ = try ledger.deposit(5_000, member: "1001", on: day("2028-12-28")) },
      withdrawal: try work {
        _ = try ledger.withdraw(5_000, member: "1001", on: day("2028-12-28"))
      },
      statement: try work { _ = try ledger.statement(of: code, period: december) },
      old: try work { _ = try ledger.statement(of: code, period: firstMonth) },
      known: try work {
        _ = try ledger.statement(of: code, period: december, asRecordedThrough: entries)
      },
      all: try work { try ledger.statements(period: december) { _ in } },
      monthEnd: try ledger.work { _ = try ledger.runMonthEnd(month(Self.last)) })
    #expect(try ledger.verify().isOK)
    try ledger.close()
    return costs
  }

  @Test func costDoesNotGrowWithTheYears() throws {
    let one = try costs(members: 5, years: 1)
    let three = try costs(members: 5, years: 3)
    #expect(one.statement == three.statement)
    #expect(one.old == three.old)
    #expect(one.known == three.known)
    #expect(one.all == three.all)
    #expect(one.deposit == three.deposit)
    #expect(one.withdrawal == three.withdrawal)
    #expect(one.monthEnd == three.monthEnd)
    for work in [one.deposit, one.withdrawal, one.statement, one.monthEnd, one.all] {
      #expect(work.steps > 0 && work.statements > 0)
    }
  }

  @Test func costOfOneMemberDoesNotGrowWithTheMembers() throws {
    let few = try costs(members: 4, years: 1)
    let many = try costs(members: 40, years: 1)
    #expect(few.statement == many.statement)
    #expect(few.deposit == many.deposit)
    #expect(few.withdrawal == many.withdrawal)
  }

  /// What a member's paper costs, in a book where every member had planned savings or none.
  private func paper(members: Int, years: Int, plans: Bool) throws -> Work {
    let folder = try TestFolder()
    let ledger = try book(members: members, years: years, plans: plans, folder)
    let december = BookPeriod(try month(Self.last))
    func read() throws -> MemberStatement {
      try ledger.statement(ofMember: "1001", period: december)
    }
    #expect(try read().planned.count == (plans ? 1 : 0))
    return try ledger.work { _ = try read() }
  }

  @Test(arguments: [false, true]) func costOfAPaperGrowsWithNothing(_ plans: Bool) throws {
    let one = try paper(members: 4, years: 1, plans: plans)
    #expect(try one == paper(members: 4, years: 3, plans: plans))
    #expect(try one == paper(members: 20, years: 1, plans: plans))
    #expect(one.steps > 0)
  }

  @Test func costOfAllMembersGrowsAsTheyDo() throws {
    let works = try [10, 20, 30].map { members in try costs(members: members, years: 1) }
    for cost in [\Costs.all, \Costs.monthEnd] {
      let steps = works.map { $0[keyPath: cost].steps }
      let statements = works.map { $0[keyPath: cost].statements }
      // Ten members more cost the same, whether they come to ten or to twenty.
      #expect(statements[2] - statements[1] == statements[1] - statements[0])
      let (first, second) = (steps[1] - steps[0], steps[2] - steps[1])
      #expect(first > 0 && abs(second - first) * 50 <= first, "\(steps)")
    }
  }
}
