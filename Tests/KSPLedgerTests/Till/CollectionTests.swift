import KSPCore
import KSPLedger
import KSPStatements
import KSPTestBooks
import KSPTestSupport
import Testing

/// A field collector: a list goes out, money and list come back, short or over by name.
@Suite struct CollectionTests {
  let folder: TestFolder
  let ledger: Ledger
  let today: BookDate

  init() throws {
    let book = try LoanBook(TestFolder())
    folder = book.folder
    ledger = book.ledger
    today = try day("2026-02-20")
    _ = try book.lend("flat", 12_000_000, to: "0001")
    try ledger.setDues(20_000, from: month("2026-01"))
    try ledger.addTill("kolektor", .field, keeper: "budi")
    try ledger.addTill("brankas", .safe)
  }

  private func take() throws -> CollectionList {
    try ledger.openTill("kolektor", on: today)
    return try ledger.takeCollectionList("kolektor", .members(["0001", "0002"]), on: today)
  }

  @Test("K8: the list has dues and installments of each member")
  func out() throws {
    #expect(
      refusal { try ledger.takeCollectionList("kolektor", .group("RT"), on: today) } == .tillClosed)
    let list = try take()
    let owed = try ledger.dues(asOf: today).members
    let loans = try ledger.dueInstallments(in: period("2026-01-01", "2026-02-20")).debtors
    for member in ["0001", "0002"] as [MemberNumber] {
      let lines = list.lines.filter { $0.member == member }
      let dues = owed.first { $0.member == member }?.owed ?? .zero
      let loan = loans.first { $0.member == member }
      let all =
        try dues + (loan?.due ?? .zero) + (loan?.arrears ?? .zero) + (loan?.lateFee ?? .zero)
      #expect(try lines.map(\.due).sum() == all)
    }
    #expect(list.lines.map(\.number) == Array(1...list.lines.count))
    #expect(list.keeper == "budi" && list.collected == .zero && list.round == 1)
    // One list goes out with an opening.
    #expect(
      refusal { try ledger.takeCollectionList("kolektor", .members(["0002"]), on: today) }
        == .tillUnfit)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: what comes back is booked once, into the collector's till")
  func back() throws {
    let list = try take()
    let first = try #require(list.lines.first)
    let some = try ledger.bringCollectionList(
      "kolektor", collected: [first.number: first.due], on: today)
    #expect(some.collected == first.due && some.balance == first.due)
    let entries = try ledger.status().entries
    let again = try ledger.bringCollectionList(
      "kolektor", collected: [first.number: first.due], on: today)
    #expect(again == some)
    #expect(try ledger.status().entries == entries)
    let all = try ledger.bringCollectionList("kolektor", collected: nil, on: today)
    #expect(all.collected == list.due && all.balance == list.due)
    #expect(all.lines.allSatisfy { $0.entry != nil })
    #expect(try ledger.collectionList(of: "kolektor", round: 1) == all)
    // What was taken back may come in once more.
    let entry = try #require(all.lines.first?.entry)
    _ = try ledger.reverse(entry, note: EntryNote(memo: "salah"))
    #expect(try ledger.collectionList(of: "kolektor").collected == (try list.due - first.due))
    #expect(
      try ledger.bringCollectionList("kolektor", collected: nil, on: today).collected == list.due)
    // The collector hands over less, which stays under the collector's name.
    let count = try ledger.closeTill(
      "kolektor",
      TillClosing(
        .sum(list.due - 5_000), handing: TillHandover(account: ledger.cashAccount(named: "brankas"))
      ),
      on: today)
    #expect(count.difference == -5_000 && count.differenceEntry == nil && count.keeper == "budi")
    #expect(try ledger.tills().first { $0.name == "kolektor" }?.balance == 5_000)
    #expect(try ledger.verify().isOK)
  }

  @Test("K8: all lines are taken or none, and each bad one is named")
  func refusals() throws {
    let list = try take()
    let before = try ledger.status().entries
    let first = try #require(list.lines.first)
    let problem = refused {
      try ledger.bringCollectionList(
        "kolektor", collected: [first.number: first.due, 98: 1_000, 99: 1_000], on: today)
    }
    #expect(problem?.code == .importRefused)
    #expect(problem?.details.map(\.code) == [.tillUnfit, .tillUnfit])
    try ledger.closeTill("kolektor", TillClosing(.sum(0)), on: today)
    let closed = refused {
      try ledger.bringCollectionList("kolektor", collected: nil, on: today)
    }
    #expect(closed?.details.map(\.code) == list.lines.map { _ in .tillClosed })
    #expect(try ledger.status().entries == before)
    #expect(refusal { try ledger.collectionList(of: "brankas") } == .tillUnfit)
  }

  @Test("K8: savings stand beside the dues, and the list itself comes back filled in")
  func sheet() throws {
    try ledger.openTill("kolektor", on: today)
    let list = try ledger.takeCollectionList(
      "kolektor", .members(["0001", "0002"]), savings: ["sukarela", "wajib"], on: today)
    // Dues that are owed have one line, and sukarela one without a sum for everybody.
    #expect(list.lines.filter { $0.target == .savings("wajib") }.count == 2)
    let free = list.lines.filter { $0.target == .savings("sukarela") }
    #expect(free.map(\.member) == ["0001", "0002"] && free.allSatisfy { $0.due.isZero })
    let style = ReportStyle(.csv)
    let first = try #require(list.lines.first)
    var rows = CollectionListRenderer(style).string(list).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let column = try #require(rows[0].firstIndex { $0 == "collected" })
    rows[first.number][column] = first.due.description
    rows[free[1].number][column] = "75000"
    func sheet(_ rows: [[String]]) -> SheetText {
      SheetText(rows.map { $0.joined(separator: ",") }.joined(separator: "\n"), file: "kembali.csv")
    }
    let back = try ledger.importCollection(sheet(rows), of: "kolektor", on: today)
    #expect(try back.collected == first.due + 75_000)
    let entries = try ledger.status().entries
    #expect(try ledger.importCollection(sheet(rows), of: "kolektor", on: today) == back)
    #expect(try ledger.status().entries == entries)
    // A line that is another member's, one that is not there, and one twice: all are told.
    var wrong = rows
    wrong[first.number][1] = "0002"
    wrong.append(["99"] + rows[1].dropFirst())
    wrong.append(rows[free[1].number])
    let found = refused { try ledger.importCollection(sheet(wrong), of: "kolektor", on: today) }
    #expect(found?.details.map(\.code) == [.importNameDiffers, .tillUnfit, .importDuplicate])
    #expect(try ledger.status().entries == entries)
    // A line that speaks of something else, and the list of another round.
    for (column, text) in [("target", "wajib-lama"), ("round", "9")] {
      var other = rows
      let index = try #require(rows[0].firstIndex { $0 == column })
      other[free[1].number][index] = text
      let found = refused { try ledger.importCollection(sheet(other), of: "kolektor", on: today) }
      #expect(found?.details.map(\.code) == [.tillUnfit], "\(column)")
    }
    for text in ["-5", "x"] {
      var other = rows
      other[free[1].number][text == "x" ? 0 : column] = text
      #expect(
        refused { try ledger.importCollection(sheet(other), of: "kolektor", on: today) } != nil)
    }
    // All that is due leaves the lines alone that have no sum.
    let all = try ledger.bringCollectionList("kolektor", collected: nil, on: today)
    #expect(try all.collected == list.due + 75_000)
    #expect(try ledger.verify().isOK)
  }
}
