import GRDB
import KSPCore
@testable import KSPLedger
import KSPStatements
import KSPTestSupport
import Testing

/// Papers print again as they were, by the event that they name.
@Suite struct KnownTests {
  /// Every paper of the book in every form, as they are printed at a point.
  private func papers(_ book: LogBook, _ point: KnowledgePoint?) throws -> [String] {
    let ledger = book.ledger
    let january = BookPeriod(try month("2026-01"))
    return try OutputFormat.allCases.flatMap { format in
      var style = ReportStyle(format)
      let settings = try ledger.settings(asRecordedThrough: point)
      style.cooperative = settings.name
      style.address = settings.address
      var all = TextOutput()
      try ledger.statements(period: january, asRecordedThrough: point) {
        AccountStatementRenderer(style).append($0, into: &all)
      }
      var journal: [PostedEntry] = []
      try ledger.entries(asRecordedThrough: point) { journal.append($0) }
      return [
        AccountStatementRenderer(style).string(
          try ledger.statement(
            of: AccountCode("SUK-0001"), period: january, asRecordedThrough: point)),
        AccountStatementRenderer(style).string(
          try ledger.statement(of: AccountCode("1-1000"), period: january, asRecordedThrough: point)
        ),
        MemberStatementRenderer(style).string(
          try ledger.statement(ofMember: "0001", period: january, asRecordedThrough: point)),
        TrialBalanceRenderer(style).string(
          try ledger.trialBalance(asOf: day("2026-01-31"), asRecordedThrough: point)),
        BalanceSheetRenderer(style).string(
          try ledger.balanceSheet(asOf: day("2026-01-31"), asRecordedThrough: point)),
        IncomeStatementRenderer(style).string(
          try ledger.incomeStatement(january, asRecordedThrough: point)),
        EquityChangesRenderer(style).string(
          try ledger.equityChanges(january, asRecordedThrough: point)),
        CashFlowRenderer(style).string(try ledger.cashFlow(january, asRecordedThrough: point)),
        LoanCardRenderer(style).string(
          try ledger.loan("PJ-0001", asOf: day("2026-03-31"), asRecordedThrough: point)),
        JournalRenderer(style).string(journal), all.string,
      ]
    }
  }

  /// After a rename of the member and of the cooperative, payments, a month end, another plan.
  private func busy() throws -> (book: LogBook, known: Int64, papers: [String]) {
    let book = try LogBook()
    try book.join()
    try book.deposit()
    try book.lend()
    let known = try book.ledger.knowledge().event
    let papers = try papers(book, nil)
    try book.change()
    try book.rename()
    try book.deposit("D-2", on: "2026-01-10")
    try book.clock.set("2026-01-21")
    _ = try book.ledger.repay(loan: "PJ-0001", on: day("2026-01-20"))
    _ = try book.ledger.deposit(5_000, member: "0001", product: "wajib", on: day("2026-01-20"))
    _ = try book.ledger.reverse(EntryNumber(2), on: day("2026-01-20"))
    _ = try book.ledger.rescheduleLoan("PJ-0001", on: day("2026-01-21"), count: 6)
    try book.ledger.join("0002")
    try book.clock.set("2026-02-01")
    _ = try book.ledger.runMonthEnd(month("2026-01"))
    return (book, known, papers)
  }

  @Test func aReprintIsByteForByteWhatWasPrinted() throws {
    let (book, known, before) = try busy()
    let again = try papers(book, .event(known))
    #expect(before.count == again.count)
    for (old, new) in zip(before, again) { #expect(old == new) }
    #expect(try papers(book, nil) != before)
    // The end of the book named by its number is the same as not named.
    let last = try book.ledger.knowledge().event
    #expect(try papers(book, .event(last)) == papers(book, nil))
  }

  @Test func everyPaperSaysWhatItWasMadeOf() throws {
    let (book, known, before) = try busy()
    let knowledge = try book.ledger.knowledge(at: .event(known))
    let count = before.count / OutputFormat.allCases.count
    let forms = OutputFormat.allCases
    for (index, format) in forms.enumerated() where [.text, .html, .json].contains(format) {
      for (place, paper) in before.dropFirst(index * count).prefix(count).enumerated()
      where place != 9 {
        let line =
          format == .json
          ? "\"known\":\(known)" : "Diketahui sampai peristiwa \(knowledge.description)"
        #expect(paper.contains(line), "\(format) \(place)")
      }
    }
    #expect(book.folder.path.isEmpty == false)
  }

  @Test func eventVoucherAndDayAreTheSamePoint() throws {
    let (book, known, before) = try busy()
    let ledger = book.ledger
    // The loan was the last thing on 9 January.
    #expect(try ledger.knowledge(at: .day(day("2026-01-09"))).event >= known)
    #expect(try ledger.knowledge(at: .day(day("2026-01-05"))).entry == EntryNumber(1))
    let first = try ledger.knowledge(at: .entry(EntryNumber(1)))
    let events = try book.events(EventSelection(kind: "entry"))
    for event in events {
      let voucher = try #require(event.voucher)
      #expect(try ledger.knowledge(at: .entry(voucher)).event == event.number)
      #expect(try ledger.knowledge(at: .event(event.number)).entry == voucher)
    }
    #expect(first.event == events[0].number)
    #expect(try ledger.knowledge(at: .day(day("2025-12-31"))).event == 0)
    #expect(!before.isEmpty)
    #expect(try KnowledgePoint(parsing: "12") == .event(12))
    #expect(try KnowledgePoint(parsing: "ju-000012") == .entry(EntryNumber(12)))
    #expect(try KnowledgePoint(parsing: "2026-01-31") == .day(day("2026-01-31")))
    for text in ["", "0", "-1", "+5", "JU-", "2026-01", "12a"] {
      #expect(refused { _ = try KnowledgePoint(parsing: text) }?.code == .knowledgeUnreadable)
    }
  }

  @Test func aPointBeyondTheBookIsRefused() throws {
    let (book, _, _) = try busy()
    let last = try book.ledger.knowledge()
    for point in [
      .event(last.event + 1), .entry(EntryNumber(99)), .day(try day("2026-02-02")),
    ] as [KnowledgePoint] {
      let error = refused { _ = try book.ledger.trialBalance(asRecordedThrough: point) }
      #expect(error?.code == .knowledgeBeyond)
      let end = if case .entry = point { last.entry?.description } else { last.description }
      #expect(error?.message[.indonesian].contains(try #require(end)) == true)
    }
  }

  @Test func whatWasNotThereIsNotShown() throws {
    let book = try LogBook()
    try book.join()
    let joined = try book.ledger.knowledge().event
    try book.deposit()
    try book.ledger.join("0002")
    let period = BookPeriod(try month("2026-01"))
    let known = KnowledgePoint.event(joined)
    let statement = try book.ledger.statement(
      ofMember: "0001", period: period, asRecordedThrough: known)
    #expect(statement.accounts.map(\.heading.account.text) == ["POK-0001", "WAJ-0001"])
    #expect(
      refused {
        _ = try book.ledger.statement(
          of: AccountCode("SUK-0001"), period: period, asRecordedThrough: known)
      }?.code == .accountUnknown)
    #expect(
      refused {
        _ = try book.ledger.statement(ofMember: "0002", period: period, asRecordedThrough: known)
      }?
      .code == .memberUnknown)
    try book.lend()
    #expect(
      refused { _ = try book.ledger.loan("PJ-0001", asRecordedThrough: known) }?.code
        == .loanUnknown)
  }

  @Test func whatWasErasedIsMarked() throws {
    let (book, known, _) = try busy()
    let queue = try DatabaseQueue(path: book.folder.file())
    try queue.write { db in
      try db.execute(sql: "UPDATE personalValue SET salt = NULL, value = NULL")
    }
    try queue.close()
    let point = KnowledgePoint.event(known)
    let statement = try book.ledger.statement(
      ofMember: "0001", period: BookPeriod(month("2026-01")), asRecordedThrough: point)
    #expect(statement.member.profile.name == "(dihapus)")
    #expect(statement.accounts.allSatisfy { $0.heading.memberName == "(dihapus)" })
    let loan = try book.ledger.loan("PJ-0001", asRecordedThrough: point)
    #expect(loan.loan.memberName == "(dihapus)" && loan.guarantors.map(\.name) == ["(dihapus)"])
    let events = try book.events(EventSelection(subject: "0001", showsPersonal: true))
    #expect(events.flatMap(\.after).contains(.init("name", .text("(dihapus)"))))
  }

  /// Whatever a paper says of its knowledge, the event and the voucher where it names one, prints
  /// the same bytes again, after every event that the book ever had last, and in its own period.
  @Test func whatAPaperSaysIsWhatOneTypes() throws {
    let (book, _, _) = try busy()
    let ledger = book.ledger
    func paper(_ point: KnowledgePoint?) throws -> String {
      let period = try ledger.statementPeriod(asRecordedThrough: point)
      return AccountStatementRenderer(ReportStyle(.text)).string(
        try ledger.statement(of: AccountCode("1-1000"), period: period, asRecordedThrough: point))
        + TrialBalanceRenderer(ReportStyle(.text)).string(
          try ledger.trialBalance(asRecordedThrough: point))
    }
    let last = try ledger.knowledge().event
    var kinds: Set<Bool> = []
    for number in (last - 40)...last {
      let first = try paper(.event(number))
      let said = first.matches(of: /Diketahui sampai peristiwa (\d+)(?: \((JU-\d+)\))?/)
      #expect(said.count == 2)
      for match in said {
        let names = [match.output.1, match.output.2].compactMap(\.self)
        kinds.insert(names.count == 2)
        for name in names {
          #expect(try paper(KnowledgePoint(parsing: name)) == first, "\(name)")
        }
      }
    }
    #expect(kinds == [true, false])
    // The month end closed the month after its last voucher: the next one is the period now.
    #expect(try ledger.knowledge().isEntry == false)
    #expect(try paper(nil) == paper(.event(last)))
  }

  /// The days of a statement that names none follow from the book as it was.
  @Test func thePeriodOfAReprintIsThatOfThePrint() throws {
    let (book, known, _) = try busy()
    let then = try book.ledger.statementPeriod(asRecordedThrough: .event(known))
    #expect(then == BookPeriod(try month("2026-01")))
    #expect(try book.ledger.statementPeriod() == BookPeriod(month("2026-02")))
  }
}
