import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Synchronization
import Testing

/// The book as an object: who holds it, what is one moment, and what happens together.
@Suite(.hangs) struct DoorTests {
  private struct Strange: Error, Equatable {}

  private func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.join("0002")
    return ledger
  }

  private func balance(_ ledger: Ledger, _ member: MemberNumber) throws -> Rupiah {
    try ledger.account(AccountCode("SUK-\(member)")).balance
  }

  // MARK: - Holding

  @Test func writersOfOneProcessShareABook() throws {
    let folder = try TestFolder()
    let first = try book(folder)
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("lain.ksp"), withDestinationPath: "book.ksp")
    let second = try Ledger.open(at: folder.file("lain.ksp"), clock: clock(on: "2030-02-01"))
    _ = try first.deposit(1_000, member: "0001", on: day("2026-01-05"))
    _ = try second.deposit(2_000, member: "0001", on: day("2026-01-06"))
    #expect(try first.today() == day("2030-01-31"))
    #expect(try second.today() == day("2030-02-01"))
    try first.close()
    try first.close()
    #expect(refusal { try first.today() } == .bookClosed)
    #expect(try balance(second, "0001") == 3_000)
    #expect(FileManager.default.fileExists(atPath: folder.file("book.ksp-lock")))
    try second.close()
    #expect(!FileManager.default.fileExists(atPath: folder.file("book.ksp-lock")))
  }

  /// Many threads open, post and drop the book at the same time; nothing is refused or lost.
  @Test func threadsOpenAndDropAtTheSameTime() throws {
    let folder = try TestFolder()
    try book(folder).close()
    let problems = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<25 {
        do {
          let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
          _ = try ledger.deposit(
            100, member: "000\(thread % 2 + 1)", on: day("2026-01-05"),
            reference: "\(thread)-\(round)")
        } catch { problems.withLock { $0.append("\(error)") } }
      }
    }
    #expect(problems.withLock { $0 } == [])
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    #expect(try balance(ledger, "0001") == 10_000)
    #expect(try balance(ledger, "0002") == 10_000)
    #expect(try ledger.verify().isOK)
  }

  @Test func aBookIsGivenBackInsideAReading() throws {
    let folder = try TestFolder()
    try book(folder).close()
    var ledger: Ledger? = try Ledger.open(at: folder.file(), clock: standingClock)
    try ledger?.reading { book in
      ledger = nil
      let members = try book.members()
      #expect(members.count == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("book.ksp-lock")))
    let closed = try Ledger.open(at: folder.file(), clock: standingClock)
    try closed.reading { book in
      try book.close()
      #expect(refusal { try book.members() } == .bookClosed)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("book.ksp-lock")))
  }

  @Test func aScopedBookIsClosedWhateverHappens() throws {
    let folder = try TestFolder()
    try book(folder).close()
    var kept: Ledger?
    #expect(throws: Strange()) {
      try Ledger.withBook(at: folder.file(), clock: standingClock) { book in
        kept = book
        throw Strange()
      }
    }
    #expect(refusal { try kept?.members() } == .bookClosed)
    let count = try Ledger.withBook(at: folder.file()) { try $0.members().count }
    #expect(count == 2)
  }

  // MARK: - One moment

  @Test func aReadingSeesOneMoment() throws {
    let folder = try TestFolder()
    let writer = try book(folder)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    _ = try writer.deposit(1_000, member: "0001", on: day("2026-01-05"))
    let seen = try reader.reading { book in
      let before = try balance(book, "0001")
      _ = try writer.deposit(5_000, member: "0001", on: day("2026-01-06"))
      let statement = try book.statement(
        of: AccountCode("SUK-0001"), period: period("2026-01-01", "2026-01-31"))
      return (before, statement.closing, try balance(book, "0001"))
    }
    #expect(seen == (1_000, 1_000, 1_000))
    #expect(try balance(reader, "0001") == 6_000)
    #expect(throws: Strange()) { try reader.reading { _ in throw Strange() } }
    try writer.reading { book in
      #expect(refusal { try book.deposit(1, member: "0001", on: day("2026-01-06")) } == .bookBusy)
    }
  }

  // MARK: - One transaction

  @Test func allOfATransactionOrNothing() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let receipts = try ledger.transact { book in
      let joined = try book.join("0003")
      #expect(joined.number == "0003")
      return [
        try book.deposit(10_000, member: "0003", on: day("2026-01-05")),
        try book.withdraw(4_000, member: "0003", on: day("2026-01-05")),
      ]
    }
    #expect(receipts.map(\.balance) == [10_000, 6_000])
    let before = try BookContent(folder)
    #expect(throws: Strange()) {
      try ledger.transact { book in
        try book.join("0004")
        _ = try book.deposit(10_000, member: "0004", on: day("2026-01-05"))
        #expect(try balance(book, "0004") == 10_000)
        throw Strange()
      }
    }
    #expect(throws: LedgerError.self) {
      try ledger.transact { book in
        _ = try book.deposit(10_000, member: "0001", on: day("2026-01-05"))
        _ = try book.withdraw(99_000, member: "0001", on: day("2026-01-05"))
      }
    }
    _ = try ledger.transact(dryRun: true) { book in
      try book.deposit(10_000, member: "0001", on: day("2026-01-05"))
    }
    #expect(try BookContent(folder) == before)
    #expect(try ledger.verify().isOK)
  }

  /// A product that was taken back with its transaction is not remembered.
  @Test func theCatalogIsTakenBackToo() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    #expect(throws: Strange()) {
      try ledger.transact { book in
        try book.addSavingsProduct(
          .sample("qurban", prefix: "QUR"), terms: SavingsTerms(effectiveFrom: month("2026-01")))
        _ = try book.deposit(7_000, member: "0001", product: "qurban", on: day("2026-01-05"))
        throw Strange()
      }
    }
    #expect(try ledger.savingsProducts().contains { $0.code == "qurban" } == false)
    #expect(
      refusal {
        try ledger.deposit(7_000, member: "0001", product: "qurban", on: day("2026-01-05"))
      } == .productUnknown)
  }

  /// A refused act leaves nothing, also in what the program remembers, and the others stand.
  @Test func arefusedActLeavesTheOthers() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    try ledger.transact { book in
      _ = try book.deposit(10_000, member: "0001", on: day("2026-01-05"))
      for _ in 0..<3 {
        #expect(
          refusal { try book.withdraw(99_000, member: "0001", on: day("2026-01-05")) }
            == .overdraft)
      }
      try book.addSavingsProduct(
        .sample("qurban", prefix: "QUR"), terms: SavingsTerms(effectiveFrom: month("2026-01")))
      #expect(
        refusal {
          try book.addSavingsProduct(
            .sample("lain", prefix: "QUR"), terms: SavingsTerms(effectiveFrom: month("2026-01")))
        } != nil)
      _ = try book.deposit(7_000, member: "0001", product: "qurban", on: day("2026-01-05"))
      _ = try book.deposit(
        1, member: "0001", product: "qurban", on: day("2026-01-05"), dryRun: true)
    }
    #expect(try balance(ledger, "0001") == 10_000)
    #expect(try ledger.account(AccountCode("QUR-0001")).balance == 7_000)
    #expect(try ledger.savingsProducts().map(\.code).filter { $0 == "lain" } == [])
    let report = try ledger.verify()
    #expect(report.isOK, "\(report.checks.filter { $0.count > 0 })")
  }

  /// Cash is judged when everything is done, as for any other transaction.
  @Test func cashIsJudgedOnce() throws {
    let folder = try TestFolder()
    let ledger = try createBook(folder, chart: .standard())
    try ledger.join("0001")
    let bank = AccountCode("1-1100")
    _ = try ledger.deposit(50_000, member: "0001", from: bank, on: day("2026-01-05"))
    try ledger.transact { book in
      _ = try book.withdraw(50_000, member: "0001", on: day("2026-01-05"))
      _ = try book.deposit(60_000, member: "0001", on: day("2026-01-05"))
    }
    #expect(
      refusal {
        try ledger.transact { book in
          _ = try book.withdraw(50_000, member: "0001", on: day("2026-01-05"))
        }
      } == .cashBelowZero)
    #expect(try balance(ledger, "0001") == 60_000)
    var heard: [LedgerWarning] = []
    try ledger.transact(pointingOut: { heard.append($0) }) { book in
      _ = try book.withdraw(55_000, member: "0001", to: bank, on: day("2026-01-06"))
    }
    #expect(heard.count == 1)
    // In a list of acts the last receipt says it.
    let date = try day("2026-01-07")
    let receipts = try ledger.perform([
      .savings(SavingsEvent(.withdrawal, 1_000, member: "0001", counterpart: bank, on: date)),
      .savings(SavingsEvent(.deposit, 2_000, member: "0001", on: date)),
    ])
    #expect(receipts.map { $0.receipt?.warnings.map(\.code) } == [[], [.bankBelowZero]])
  }

  @Test func theBookOfATransactionEndsWithIt() throws {
    let folder = try TestFolder()
    let ledger = try book(folder)
    let kept = try ledger.transact { book in
      _ = try book.deposit(1, member: "0001", on: day("2026-01-05"))
      #expect(refusal { try ledger.deposit(1, member: "0001", on: day("2026-01-05")) } == .bookBusy)
      try book.entries { _ in
        #expect(refusal { try book.deposit(1, member: "0001", on: day("2026-01-05")) } == .bookBusy)
      }
      let answer = Mutex<LedgerError.Code?>(nil)
      DispatchQueue.global().sync {
        Thread { answer.withLock { $0 = refusal { try book.members() } } }.start()
        while answer.withLock({ $0 }) == nil { usleep(1_000) }
      }
      #expect(answer.withLock { $0 } == .transactionOver)
      return book
    }
    #expect(refusal { try kept.members() } == .transactionOver)
    #expect(
      refusal { try kept.deposit(1, member: "0001", on: day("2026-01-05")) } == .transactionOver)
    try kept.close()
    #expect(try ledger.members().count == 2)
  }
}
