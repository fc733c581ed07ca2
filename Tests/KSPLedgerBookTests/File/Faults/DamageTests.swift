import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A disk that changed bytes of the book, in the file or in its log.
@Suite(.hangs) struct DamageTests {
  static let template = BookTemplate { folder in
    var book = try RandomBook(folder, seed: 3)
    try book.move(in: month("2026-01"), count: 60)
    _ = try book.ledger.runMonthEnd(month("2026-01"))
    try book.move(in: month("2026-02"), count: 30)
    try book.ledger.close()
  }

  /// The tables that verify answers for. Names, addresses and terms are not in the chain
  /// (`Docs/Schema.md`).
  static let proven = ["entry", "posting", "closingBalance"]

  /// Reads everything that a program could ask for; false when verify finds something.
  static func readAll(_ path: String, _ access: Ledger.Access) throws -> Bool {
    let ledger = try Ledger.open(at: path, access: access, clock: standingClock)
    defer { try? ledger.close() }
    let isOK = try ledger.verify().isOK
    let period = BookPeriod(try month("2026-01"))
    _ = try ledger.status()
    _ = try ledger.chart()
    _ = try ledger.trialBalance(asOf: period.last)
    try ledger.entries { _ in }
    try ledger.statements(period: period) { _ in }
    _ = try ledger.withholdingSlips(month("2026-01"))
    for member in try ledger.members(includingLeft: true) {
      for savings in member.savings { _ = try ledger.explain(savings.account, month("2026-01")) }
    }
    for loan in try ledger.loans(asOf: period.last, includingEnded: true) {
      let number = loan.loan.number
      _ = try ledger.loan(number, asOf: day("2026-03-31"))
      for text in ["2026-01", "2026-02", "2026-03"] {
        _ = try ledger.explainLoan(number, month(text))
      }
      guard try ledger.loan(number).loan.status == .running else { continue }
      _ = try ledger.settlementQuote(of: number, on: day("2026-03-31"))
    }
    _ = try ledger.loanRegister(asOf: period.last, includingEnded: true)
    _ = try ledger.dueInstallments(in: BookPeriod(month("2026-03")))
    _ = try ledger.previewMonthEnd(month("2026-01"))
    _ = try ledger.previewMonthEnd(month("2026-02"))
    return isOK
  }

  /// Every change is noticed, or it changed nothing that verify answers for; nothing crashes.
  @Test(arguments: [1, 2, 3] as [UInt64]) func changedBytesAreNoticed(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let original = try Self.template.copy()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: original.file()))
    // Most of a small book is empty space; what is written is what matters.
    let written = bytes.indices.filter { $0 >= 100 && bytes[$0] != 0 }
    let content = try BookContent(original)
    var reached: [String: Int] = [:]
    for _ in 0..<100 {
      let folder = try TestFolder()
      var damaged = bytes
      var places: [Int] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = written.randomElement(using: &random) ?? 100
        places.append(place)
        damaged[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      try damaged.write(to: URL(fileURLWithPath: folder.file()))
      var notices = false
      do {
        let access: Ledger.Access = Bool.random(using: &random) ? .readOnly : .readWrite
        notices = try !Self.readAll(folder.file(), access)
        reached[notices ? "found by verify" : "nothing found", default: 0] += 1
      } catch let error as LedgerError {
        notices = true
        reached["\(error.code)", default: 0] += 1
      }
      guard !notices else { continue }
      let now = try? BookContent(folder)
      for table in Self.proven {
        #expect(now?.tables[table] == content.tables[table], "\(table), bytes \(places)")
      }
    }
    print("damage, seed \(seed): \(reached.sorted { $0.key < $1.key })")
    #expect(reached.values.reduce(0, +) == 100)
    #expect((reached["nothing found"] ?? 0) < 70)
  }

  /// What is cut off at the end of the file is noticed.
  @Test func aShorterFileIsNoticed() throws {
    let original = try Self.template.copy()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: original.file()))
    for kept in [0, 50, 100, 4_096, bytes.count / 2, bytes.count - 4_096, bytes.count - 1] {
      let folder = try TestFolder()
      try bytes.prefix(kept).write(to: URL(fileURLWithPath: folder.file()))
      var isOK = false
      let code = refusal { isOK = try Self.readAll(folder.file(), .readOnly) }
      #expect(!isOK || code != nil, "\(kept) bytes kept")
    }
  }

  /// A changed byte of the log hides what was posted after it: the book is whole, but shorter.
  @Test func aDamagedLogLeavesAWholeBook() throws {
    var random = SplitMix64(seed: 5)
    let folder = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    for step in 1...20 {
      _ = try ledger.deposit(
        1_000, member: "0001", on: day("2026-01-05"), reference: "R-\(step)")
    }
    let book = try Data(contentsOf: URL(fileURLWithPath: folder.file()))
    let log = try Data(contentsOf: URL(fileURLWithPath: folder.file("book.ksp-wal")))
    try ledger.close()
    for _ in 0..<40 {
      let ruins = try TestFolder()
      var damaged = log
      damaged[Int.random(in: 0..<log.count, using: &random)] ^= 0x10
      try book.write(to: URL(fileURLWithPath: ruins.file()))
      try damaged.write(to: URL(fileURLWithPath: ruins.file("book.ksp-wal")))
      let opened = try Ledger.open(at: ruins.file(), clock: standingClock)
      #expect(try opened.verify().isOK)
      #expect(try opened.status().entries <= 20)
      try opened.close()
    }
  }
}
