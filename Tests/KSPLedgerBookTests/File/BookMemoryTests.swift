import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// An open book remembers its catalog and where its journal ends. Each test makes one of them
/// wrong and posts on.
@Suite struct BookMemoryTests {
  private func prepared(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(100_000, member: "0001", on: day("2026-01-05"))
    return ledger
  }

  private func expectGoesOn(_ ledger: Ledger, _ number: Int64) throws {
    let receipt = try ledger.deposit(1_000, member: "0001", on: day("2026-01-20"))
    #expect(receipt.entry == EntryNumber(number))
    let report = try ledger.verify()
    #expect(report.isOK, "\(report.checks.filter { $0.count > 0 })")
  }

  @Test func aRehearsalIsForgotten() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    _ = try ledger.deposit(5_000, member: "0001", on: day("2026-01-06"), dryRun: true)
    try expectGoesOn(ledger, 2)
  }

  @Test func aRefusedImportIsForgotten() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    let error = #expect(throws: LedgerError.self) {
      try ledger.importTransactions(
        csv: """
          date,member,product,type,amount,reference
          2026-01-06,0001,sukarela,deposit,5000,K-1
          2026-01-07,0001,sukarela,withdrawal,500000,K-2
          """, file: "harian.csv")
    }
    #expect(error?.details.map(\.code) == [.overdraft])
    try expectGoesOn(ledger, 2)
  }

  @Test func anErrorOfTheDiskIsForgotten() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    try ledger.limitPages()
    let events = try (0..<5_000).map { index in
      try SavingsEvent(
        .deposit, 1_000, member: "0001", on: day("2026-01-06"),
        note: EntryNote(memo: String(repeating: "x", count: 400) + "\(index)"))
    }
    let error = #expect(throws: LedgerError.self) { try ledger.post(events) }
    #expect(error?.code == .diskFull)
    try expectGoesOn(ledger, 2)
  }

  @Test func whatAnotherProgramPostsIsNoticed() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    let other = try DatabaseQueue(path: folder.file())
    try other.write { db in
      try db.execute(
        sql: """
          INSERT INTO posting SELECT account, 20470, 2, line, amount FROM posting WHERE entry = 1;
          INSERT INTO entry VALUES (2, (SELECT max(number) + 1 FROM chain), NULL, 20470, 'deposit', 0, NULL, NULL, NULL, NULL, zeroblob(32));
          """)
    }
    let receipt = try ledger.deposit(1_000, member: "0001", on: day("2026-01-20"))
    #expect(receipt.entry == EntryNumber(3))
    #expect(receipt.balance == 201_000)
    #expect(try !ledger.verify().isOK, "a foreign entry does not continue the chain")
    try other.close()
  }

  @Test(arguments: [Ledger.Access.readWrite, .readOnly])
  func aMonthThatAnotherProgramClosesIsNoticed(_ access: Ledger.Access) throws {
    let folder = try TestFolder()
    let writer = try prepared(folder)
    try writer.close()
    let ledger = try Ledger.open(at: folder.file(), access: access, clock: standingClock)
    #expect(try ledger.status().openMonth == month("2026-01"))
    let (january, lastDay) = try (month("2026-01").ordinal, day("2026-01-31").dayNumber)
    let other = try DatabaseQueue(path: folder.file())
    try other.write { db in
      try db.execute(
        sql: "INSERT INTO closedMonth VALUES (?, ?, 1, 0, NULL)", arguments: [january, lastDay])
    }
    try other.close()
    #expect(try ledger.status().openMonth == month("2026-02"))
    if access == .readWrite {
      let error = #expect(throws: LedgerError.self) {
        try ledger.deposit(1_000, member: "0001", on: day("2026-01-20"))
      }
      #expect(error?.code == .periodClosed)
    }
  }
}
