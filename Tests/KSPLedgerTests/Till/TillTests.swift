import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Tills, safe and bags of collectors: where the cash of an act goes, what a count finds, and what
/// a closed till refuses.
@Suite struct TillTests {
  let folder: TestFolder
  let ledger: Ledger
  let today: BookDate

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    today = try day("2026-01-05")
    try ledger.join("0001")
    try ledger.addTill("Kas 1", keeper: "sari")
    try ledger.addTill("brankas", .safe, keeper: "bendahara")
    try ledger.addTill("kolektor", .field, keeper: "budi")
  }

  private func code(_ name: String) throws -> AccountCode { try ledger.cashAccount(named: name) }

  private func balance(_ name: String) throws -> Rupiah {
    try ledger.tills().first { $0.name == name }?.balance ?? .zero
  }

  private func open(_ name: String = "kas-1", by keeper: String = "sari") throws {
    try ledger.openTill(name, on: today, note: EntryNote(recordedBy: keeper))
  }

  private func deposit(
    _ amount: Rupiah, by author: String? = "sari", till: String? = nil, on date: BookDate? = nil,
    reference: String? = nil
  ) throws -> Receipt {
    try ledger.deposit(
      amount, member: "0001", on: date ?? today, reference: reference,
      note: EntryNote(recordedBy: author, till: till))
  }

  @Test("K8: a till is an account of its own beside cash")
  func accounts() throws {
    let tills = try ledger.tills()
    #expect(tills.map(\.name) == ["brankas", "kas-1", "kolektor"])
    #expect(tills.map(\.account.text) == ["1-1002", "1-1001", "1-1003"])
    #expect(refusal { try ledger.addTill("KAS 1") } == .tillUnfit)
    #expect(refusal { try ledger.addTill("x", account: AccountCode("1-1100")) } == .tillUnfit)
    // A name that is the code of an account would catch what is meant for that account.
    #expect(refusal { try ledger.addTill("1-1100") } == .tillUnfit)
    _ = try ledger.deposit(1_000, member: "0001", from: AccountCode("1-1100"), on: today)
    #expect(refusal { try ledger.addTill("suk-0001") } == .tillUnfit)
    let own = try ledger.addTill("teller", account: AccountCode("1-1010"))
    #expect(own.account == "1-1010")
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: cash goes through the till that is named, or that its clerk has open")
  func routing() throws {
    _ = try deposit(10_000)
    #expect(try balance("kas-1") == .zero)
    try open()
    let receipt = try deposit(20_000, reference: "R-1")
    #expect(receipt.counterpart?.code.text == "1-1001")
    _ = try deposit(5_000, by: "lain")
    _ = try deposit(7_000, by: "lain", till: "kas-1")
    #expect(try balance("kas-1") == 27_000)
    #expect(refusal { try deposit(1_000, till: "kas-9") } == .tillUnknown)
    _ = try ledger.pay(
      2_000, to: "PLN", for: AccountCode("5-2100"), on: today, note: EntryNote(recordedBy: "sari"))
    #expect(try balance("kas-1") == 25_000)
    // What the book knows under a reference stays in the till that it went through.
    try ledger.closeTill("kas-1", TillClosing(.sum(25_000)), on: today)
    #expect(try deposit(20_000, reference: "R-1").isReplay)
    // A day before the count goes to the usual cash, also for who has the till open again.
    try ledger.openTill("kas-1", on: day("2026-01-07"), note: EntryNote(recordedBy: "sari"))
    _ = try deposit(3_000, on: day("2026-01-06"))
    #expect(try balance("kas-1") == 25_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: a closed till takes nothing, and nothing goes before a count")
  func closed() throws {
    #expect(refusal { try deposit(1_000, till: "kas-1") } == .tillClosed)
    try open()
    #expect(refusal { try open() } == .tillOpen)
    #expect(
      refusal { try deposit(1_000, till: "kas-1", on: day("2026-01-04")) } == .tillCounted)
    let wrong = try deposit(1_000)
    try ledger.closeTill("kas-1", TillClosing(.sum(1_000)), on: today)
    #expect(refusal { try deposit(1_000, till: "kas-1") } == .tillClosed)
    #expect(
      refusal { try ledger.closeTill("kas-1", TillClosing(.sum(0)), on: today) } == .tillClosed)
    // A mistake can be taken back all the same, and cash may be carried away.
    _ = try ledger.reverse(wrong.entry, note: EntryNote(memo: "salah"))
    _ = try deposit(4_000, by: "bendahara", till: "brankas")
    _ = try ledger.moveCash(1_000, from: code("brankas"), to: code("kas-1"), on: today)
    #expect(try ledger.tills().filter(\.isUncounted).map(\.name) == ["brankas", "kas-1"])
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: what differs is booked with a name", arguments: ["-300", "500", "0"])
  func differences(_ text: String) throws {
    let difference = try Rupiah(parsing: text)
    try open()
    _ = try deposit(100_000)
    let counted = try 100_000 + difference
    let count = try ledger.closeTill(
      "kas-1", TillClosing(.sum(counted), handing: TillHandover(account: code("brankas"))),
      on: today, reference: "T-1", note: EntryNote(recordedBy: "bendahara"))
    #expect(count.book == 100_000 && count.counted == counted && count.difference == difference)
    #expect(count.keeper == "sari" && count.recordedBy == "bendahara")
    #expect((count.differenceEntry == nil) == difference.isZero)
    #expect(count.handover?.amount == counted && count.handover?.account.text == "1-1002")
    #expect(try balance("kas-1") == .zero && balance("brankas") == counted)
    if let entry = count.differenceEntry {
      #expect(try ledger.entry(entry).note.memo == "kas-1, sari")
      #expect(refusal { try ledger.reverse(entry) } == .entryNotReversible)
    }
    let again = try ledger.closeTill(
      "kas-1", TillClosing(.sum(counted)), on: today, reference: "T-1")
    #expect(again.isReplay && again.number == count.number)
    #expect(
      refusal { try ledger.closeTill("kas-1", TillClosing(.sum(7)), on: today, reference: "T-1") }
        == .referenceReused)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: notes and coins are counted by their values")
  func pieces() throws {
    let found = try CashPieces(parsing: ["100000=12", "50.000x3", "500*5"])
    #expect(found.total == 1_352_500)
    for word in ["100001=1", "100000", "100000=-1", "100000=a"] {
      #expect(refusal { try CashPieces(parsing: [word]) } == .tillPiecesUnfit)
    }
    #expect(refusal { try CashPieces(parsing: ["500=1", "500=2"]) } == .tillPiecesUnfit)
    let count = try ledger.countTill("brankas", .pieces(found), on: today)
    #expect(count.difference == 1_352_500 && count.pieces == found)
    #expect(try ledger.tillCounts(of: "brankas") == [count])
    #expect(refusal { try ledger.openTill("brankas", on: today) } == .tillUnfit)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: what a collector is short stays under the collector's name, or is booked")
  func field() throws {
    for books in [false, true] {
      try open("kolektor", by: "budi")
      _ = try deposit(50_000, by: "budi")
      let held = try balance("kolektor")
      let count = try ledger.closeTill(
        "kolektor",
        TillClosing(
          .sum(45_000), handing: TillHandover(account: code("brankas")), booksDifference: books),
        on: today)
      #expect(count.difference == (try 45_000 - held))
      #expect((count.differenceEntry != nil) == books)
      #expect(try balance("kolektor") == (books ? .zero : 5_000))
    }
    #expect(try ledger.verify().isOK)
  }

  @Test("what a collector has too much stays under the collector's name as well")
  func fieldOver() throws {
    try open("kolektor", by: "budi")
    _ = try deposit(50_000, by: "budi")
    let closed = try ledger.closeTill(
      "kolektor", TillClosing(.sum(65_000), handing: TillHandover(account: code("brankas"))),
      on: today)
    #expect(closed.difference == 15_000 && closed.differenceEntry == nil)
    #expect(closed.handover?.amount == 50_000)
    #expect(try balance("kolektor") == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: a till is handed cash when it opens; a day has one keeper")
  func opening() throws {
    _ = try deposit(900_000, by: nil)
    let count = try ledger.openTill(
      "kas-1",
      TillOpening(handing: TillHandover(500_000, account: code("kas")), counted: .sum(500_000)),
      on: today, note: EntryNote(recordedBy: "sari"))
    #expect(count.book == 500_000 && count.handover?.amount == 500_000)
    try ledger.addTill("kas-2")
    #expect(
      refusal { try ledger.openTill("kas-2", TillOpening(keeper: "sari"), on: today) }
        == .tillUnfit)
    #expect(refusal { try ledger.setTillKeeper("dewi", of: "kas-1") } == .tillOpen)
    #expect(try ledger.setTillKeeper("dewi", of: "kas-2").keeper == "dewi")
    #expect(
      refusal { try ledger.countTill("kas-1", .sum(0), on: day("2026-01-04")) } == .tillCounted)
    let tried = try ledger.countTill("kas-1", .sum(1), on: today, dryRun: true)
    #expect(try tried.number == 2 && ledger.tillCounts(of: "kas-1").count == 1)
    // What was handed over and taken back is told with the count that it came with.
    let handed = try #require(count.handover?.entry)
    let back = try ledger.reverse(handed, on: today).entry
    #expect(count.handover?.reversedBy == nil)
    #expect(try ledger.tillCounts(of: "kas-1").first?.handover?.reversedBy == back)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: the month end names the tills that nobody has counted since money went through")
  func monthEnd() throws {
    try open()
    _ = try deposit(5_000)
    _ = try deposit(7_000, by: nil, till: "brankas")
    try ledger.countTill("brankas", .sum(7_000), on: today)
    let preview = try ledger.previewMonthEnd(month("2026-01"))
    let found = try #require(preview.findings.first { $0.kind == .tillUncounted })
    #expect(found.places.map(\.english) == ["kas-1: Rp5.000"])
    #expect(found.count == 1 && found.amount == 5_000)
    #expect(try ledger.runMonthEnd(month("2026-01")).findings == preview.findings)
    try ledger.countTill("kas-1", .sum(5_000), on: day("2026-02-01"))
    #expect(try !ledger.monthEndOutlook().findings.map(\.kind).contains(.tillUncounted))
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: damage to a count is found")
  func damage() throws {
    try open()
    _ = try deposit(5_000)
    try ledger.countTill("kas-1", .pieces(CashPieces(parsing: ["5000=1"])), on: today)
    _ = try ledger.moveCash(2_000, from: code("kas-1"), to: code("brankas"), on: today)
    try ledger.closeTill("kas-1", TillClosing(.sum(2_900)), on: today)
    _ = try ledger.moveCash(900, from: code("kas-1"), to: code("brankas"), on: today)
    #expect(try ledger.verify().isOK)
    for (sql, check) in [
      ("UPDATE tillCount SET expected = expected - 1", "till.counts"),
      ("UPDATE tillCount SET counted = counted + 1", "till.differences"),
      ("UPDATE tillPiece SET pieces = 2", "till.pieces"),
      ("UPDATE tillCount SET occasion = 'close'", "till.sessions"),
      ("UPDATE tillCount SET occasion = 'close', known = 1 WHERE number = 1", "till.sessions"),
    ] {
      let copy = try TestFolder()
      _ = try ledger.backup(to: copy.file())
      try RichBook.change(DatabaseQueue(path: copy.file()), sql)
      #expect(try RichBook.failures(copy).map(\.name).contains(check), "\(sql)")
    }
  }
}
