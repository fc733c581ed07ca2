import KSPCore
import KSPLedger
import KSPStatements
import KSPTestSupport
import Testing

/// The log: who did what, when, before and after.
@Suite struct LogTests {
  private func field(_ fields: [LedgerEvent.Field], _ name: String) -> LedgerEvent.Value? {
    fields.first { $0.name == name }?.value
  }

  @Test func aChangeShowsWhatWasThereBefore() throws {
    let book = try LogBook()
    try book.join()
    try book.change()
    let changes = try book.events(
      EventSelection(subject: "0001", kind: "member.changed", showsPersonal: true))
    let change = try #require(changes.first)
    #expect(changes.count == 1)
    #expect(change.before.map(\.name) == ["name", "phone"])
    #expect(field(change.before, "name") == .text("Siti Aminah"))
    #expect(field(change.after, "name") == .text("Siti Aminah Wati"))
    #expect(field(change.before, "phone") == .text("081234567"))
    #expect(change.note.recordedBy == "Budi" && change.subject == "0001")
    #expect(change.recordedAt.text(offsetSeconds: 25_200) == "2026-01-07T09:00:00+07:00")
    let masked = try book.events(EventSelection(subject: "0001", kind: "member.changed"))[0]
    #expect(field(masked.before, "name") == .text("S***"))
    #expect(field(masked.after, "phone") == .text("0***"))
  }

  /// No form of the log lets a personal value through that was not asked for.
  @Test func personalValuesAreMaskedInEveryForm() throws {
    let book = try LogBook()
    try book.join()
    try book.change()
    try book.lend()
    for format in OutputFormat.allCases {
      let renderer = EventLogRenderer(ReportStyle(format))
      let masked = renderer.string(try book.events())
      for value in ["Siti", "Aminah", "Wati", "0812", "0855", "Guru"] {
        #expect(!masked.contains(value), "\(format): \(value)")
      }
      let open = renderer.string(try book.events(EventSelection(showsPersonal: true)))
      for value in ["Siti Aminah Wati", "085555555", "Pak Guru"] {
        #expect(open.contains(value), "\(format): \(value)")
      }
    }
  }

  @Test func everyEventOfTheChainIsInTheLogOnce() throws {
    let book = try LogBook()
    try book.join()
    try book.deposit()
    try book.lend()
    try book.clock.set("2026-02-01")
    _ = try book.ledger.runMonthEnd(month("2026-01"))
    let all = try book.events()
    let last = try book.ledger.knowledge().event
    #expect(all.map(\.number) == Array(1...last))
    #expect(
      all.compactMap(\.voucher).map(\.value) == Array(1...Int64(try book.ledger.status().entries)))
  }

  @Test func anEntryShowsItsActAndItsAccounts() throws {
    let book = try LogBook()
    try book.join()
    let entry = try #require(try book.events(EventSelection(kind: "entry.join")).first)
    #expect(entry.voucher == EntryNumber(1) && entry.subject == "JU-000001")
    #expect(entry.note.reference == "A-1" && entry.before.isEmpty)
    #expect(field(entry.after, "amount") == .amount(120_000))
    #expect(field(entry.after, "date") == .date(try day("2026-01-05")))
    guard case .rows(let rows) = field(entry.after, "accounts") else {
      Issue.record("no accounts")
      return
    }
    #expect(rows.count == 3)
    #expect(rows[1].first?.value == .text("POK-0001"))
    #expect(try book.ledger.entry(EntryNumber(1)).note.reference == "A-1")
  }

  /// The reference stands on the first event of an act; people look for it on the voucher.
  @Test func everyFormOfAnEntryShowsTheReferenceOfItsAct() throws {
    let book = try LogBook()
    try book.join()
    try book.deposit()
    try book.lend()
    try book.deposit("D-2", on: "2026-01-10")
    try book.deposit("D-3", on: "2026-01-10")
    // The loan is settled first, so that the act begins with an entry.
    _ = try book.ledger.endMembership(
      of: "0001", on: day("2026-01-10"), setsOffLoans: true, reference: "K-1")
    var entries: [PostedEntry] = []
    try book.ledger.entries { entries.append($0) }
    let references = entries.map(\.note.reference)
    #expect(references.prefix(5) == ["A-1", "D-1", "C-1", "D-2", "D-3"])
    #expect(entries.count >= 7 && references.dropFirst(5).allSatisfy { $0 == "K-1" })
    func export(_ writer: some LedgerExport) -> String {
      var writer = writer
      var output = TextOutput()
      for entry in entries { writer.append(entry, into: &output) }
      return output.string
    }
    let forms =
      [
        export(HledgerExport(language: .english)), export(BeancountExport(language: .english)),
        export(JournalCSVExport(language: .english)),
      ] + OutputFormat.allCases.map { JournalRenderer(ReportStyle($0)).string(entries) }
    for text in forms {
      for reference in ["A-1", "D-1", "C-1", "K-1"] { #expect(text.contains(reference)) }
    }
  }

  @Test(arguments: [
    ("0001", ["member.joined", "account.opened", "entry.join", "entry.deposit", "loan.applied"]),
    ("SUK-0001", ["account.opened", "entry.deposit"]),
    ("PJ-0001", ["loan.applied", "loan.opened", "entry.disbursement", "loan.disbursed"]),
    ("sukarela", ["savingsProduct.added"]), ("book", ["book.created", "setting.changed"]),
    ("address", ["setting.changed"]), ("name", ["book.created", "setting.changed"]),
    ("cash", ["account.added"]), ("2026-01", ["month.closed"]), ("2030-01", []),
    ("JU-000002", ["account.opened", "entry.deposit"]),
  ]) func aSubjectIsWhatPeopleCallIt(_ subject: String, _ kinds: [String]) throws {
    let book = try LogBook()
    try book.join()
    try book.deposit()
    try book.rename()
    try book.lend()
    try book.clock.set("2026-02-01")
    _ = try book.ledger.runMonthEnd(month("2026-01"))
    let events = try book.events(EventSelection(subject: subject))
    for kind in kinds { #expect(events.contains { $0.kind == kind }, "\(kind)") }
    #expect(events.isEmpty == kinds.isEmpty)
    #expect(events.map(\.number) == events.map(\.number).sorted())
    if ["SUK-0001", "book", "address", "JU-000002"].contains(subject) {
      #expect(events.allSatisfy { kinds.contains($0.kind) || $0.kind == "entry.savingsInterest" })
    }
    // Nobody else's events are among a member's.
    if subject == "0001" { #expect(!events.contains { $0.kind == "setting.changed" }) }
  }

  @Test func daysAuthorAndKindLimitIt() throws {
    let book = try LogBook()
    try book.join()
    try book.deposit()
    try book.change()
    let sixth = try day("2026-01-06")
    let ofDay = try book.events(EventSelection(from: sixth, through: sixth))
    #expect(ofDay.map(\.kind) == ["account.opened", "entry.deposit"])
    #expect(ofDay.allSatisfy { $0.note.reference == "D-1" })
    #expect(try book.events(EventSelection(recordedBy: "Budi")).map(\.kind) == ["member.changed"])
    #expect(
      try book.events(EventSelection(kind: "entry")).map(\.kind) == ["entry.join", "entry.deposit"])
    let members = try book.events(EventSelection(kind: "member"))
    #expect(members.map(\.kind) == ["member.joined", "member.changed"])
  }

  @Test func unknownSubjectsAndKindsAreNamed() throws {
    let book = try LogBook()
    #expect(
      refused { _ = try book.events(EventSelection(subject: "9999")) }?.code
        == .eventSubjectUnknown)
    let error = refused { _ = try book.events(EventSelection(kind: "mem")) }
    #expect(error?.code == .eventKindUnknown)
    #expect(error?.advice[.english].contains("member.changed") == true)
  }

  @Test func whoeverReadsMayAskAgainMeanwhile() throws {
    let book = try LogBook()
    try book.join()
    var count = 0
    try book.ledger.events(EventSelection(subject: "0001")) { _ in
      count += try book.events(EventSelection(kind: "member")).count
    }
    #expect(count > 1)
    struct Stop: Error {}
    #expect(throws: Stop.self) { try book.ledger.events { _ in throw Stop() } }
  }

  /// What is asked about one member costs the same however long the book is.
  @Test func theLogOfAMemberDoesNotReadTheBook() throws {
    let book = try LogBook()
    try book.join()
    try book.ledger.join("0002")
    let selection = EventSelection(subject: "0001")
    _ = try book.events(selection)
    let before = try book.ledger.work { _ = try book.events(selection) }
    for index in 0..<200 {
      _ = try book.ledger.deposit(
        1_000, member: "0002", on: day("2026-01-05"), reference: "X-\(index)")
    }
    let after = try book.ledger.work { _ = try book.events(selection) }
    #expect(after.scannedRows == before.scannedRows && after.statements == before.statements)
    #expect(after.steps <= before.steps + 20)
  }

  @Test func theJSONIsAsPromised() throws {
    let book = try LogBook()
    try book.join()
    try book.change()
    var style = ReportStyle(.json)
    style.utcOffsetSeconds = 25_200
    let events = try book.events(
      EventSelection(subject: "0001", kind: "member.changed", showsPersonal: true))
    let number = events[0].number
    let text = EventLogRenderer(style).string(events).filter { $0 != "\n" }
    #expect(
      text == """
        {"schema":"ksp.log/1","events":[{"number":\(number),"kind":"member.changed",\
        "subject":"0001","at":"2026-01-07T09:00:00+07:00","by":"Budi","reference":null,\
        "voucher":null,"before":{"name":"Siti Aminah","phone":"081234567"},\
        "after":{"name":"Siti Aminah Wati","phone":"085555555"}}]}
        """)
  }

  @Test func textFitsEightyColumns() throws {
    let book = try LogBook()
    try book.join()
    try book.deposit()
    try book.rename()
    try book.lend()
    for language in Language.allCases {
      let text = EventLogRenderer(ReportStyle(.text, language: language)).string(try book.events())
      for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
  }
}
