import Foundation
import GRDB
import KSPCore
@testable import KSPLedger
import KSPTestSupport
import Synchronization
import Testing

/// Writers who come at the same time share a sync of the disk, and nothing else: each has its own
/// result and its own refusal.
@Suite(.hangs) struct CommitGroupTests {
  /// A book with two members and some money.
  private static func prepared() throws -> (TestFolder, Ledger) {
    let folder = try PostingProcess.template.copy()
    let ledger = try Ledger.open(at: folder.file(), clock: standingClock)
    _ = try ledger.deposit(1_000_000, member: "0001", on: day("2026-01-02"))
    return (folder, ledger)
  }

  /// Runs `body` on threads of their own and waits for all of them.
  private static func together(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let done = DispatchGroup()
    for index in 0..<count {
      done.enter()
      Thread.detachNewThread {
        body(index)
        done.leave()
      }
    }
    done.wait()
  }

  /// What one writer got: its voucher, or the code of its refusal.
  private enum Answer: Equatable {
    case receipt(EntryNumber, Rupiah)
    case refusal(LedgerError.Code)
  }

  /// Deposits and withdrawals of eight threads, some of which cannot be: every answer is the one
  /// that the book gives when it is read afterwards by another program.
  @Test func everyWriterHasItsOwnAnswer() throws {
    let (folder, ledger) = try Self.prepared()
    let answers = Mutex<[Answer]>([])
    Self.together(8) { thread in
      for round in 0..<40 {
        let amount = Rupiah(sen: Int64((thread * 40 + round + 1) * 100))
        // Every fifth takes more than there can be, every seventh belongs to nobody.
        let answer: Answer
        do {
          let receipt =
            round % 5 == 4
            ? try ledger.withdraw(90_000_000, member: "0001", on: day("2026-01-05"))
            : try ledger.deposit(
              amount, member: round % 7 == 6 ? "9999" : "0001", on: day("2026-01-05"))
          answer = .receipt(receipt.entry, receipt.amount)
        } catch let error as LedgerError {
          answer = .refusal(error.code)
        } catch {
          answer = .refusal(.invariantBroken)
        }
        answers.withLock { $0.append(answer) }
      }
    }
    try ledger.close()
    var stored: [EntryNumber: Rupiah] = [:]
    var refused: [LedgerError.Code: Int] = [:]
    for answer in answers.withLock({ $0 }) {
      switch answer {
      case .receipt(let number, let amount):
        #expect(stored.updateValue(amount, forKey: number) == nil, "\(number) twice")
      case .refusal(let code): refused[code, default: 0] += 1
      }
    }
    #expect(refused == [.overdraft: 64, .memberUnknown: 32])
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try reader.status().entries == stored.count + 1)
    for (number, amount) in stored {
      let legs = try reader.entry(number).legs
      #expect(legs.map(\.amount).contains(amount))
    }
    #expect(try reader.verify().isOK)
  }

  /// Lets one writer wait in its part until others have announced themselves.
  private static func inOnePart(
    of ledger: Ledger, others: Int, start: @escaping @Sendable () -> Void,
    _ write: (Database) throws -> Void
  ) throws {
    try ledger.store.write { db in
      try write(db)
      start()
      while ledger.shared.turns.waiting < others { usleep(200) }
    }
  }

  /// A part that fails is taken back alone: what was done before it in the same transaction stays,
  /// and what comes after it too.
  @Test func aFailedPartLeavesTheOthers() throws {
    let (folder, ledger) = try Self.prepared()
    let results = Mutex<[String]>([])
    let done = DispatchGroup()
    @Sendable func start() {
      for name in ["links", "throws", "good"] {
        done.enter()
        Thread.detachNewThread {
          defer { done.leave() }
          do {
            try ledger.store.write { db in
              switch name {
              case "links":
                try db.execute(
                  sql:
                    "INSERT INTO posting VALUES ((SELECT max(account) FROM accountBalance), 20500, 99, 1, 7)"
                )
              case "throws":
                try db.execute(
                  sql: "INSERT INTO taxRule VALUES (30000, 1, 'individual', 'pph-4-2', 1, 1, 0)")
                throw LedgerError.memberUnknown("x")
              default:
                try db.execute(
                  sql: "INSERT INTO taxRule VALUES (30002, 1, 'individual', 'pph-4-2', 1, 1, 0)")
              }
            }
            results.withLock { $0.append("\(name) stored") }
          } catch {
            results.withLock { $0.append("\(name) refused") }
          }
        }
      }
    }
    try Self.inOnePart(of: ledger, others: 3, start: start) { db in
      try db.execute(sql: "INSERT INTO taxRule VALUES (30001, 1, 'individual', 'pph-4-2', 1, 1, 0)")
    }
    done.wait()
    #expect(
      Set(results.withLock { $0 }) == ["links refused", "throws refused", "good stored"])
    let months = try Self.months(folder)
    #expect(months.filter { $0 >= 30_000 } == [30_001, 30_002])
    #expect(try ledger.status().entries == 1)
  }

  /// Another program's eyes: what is in the file.
  private static func months(_ folder: TestFolder) throws -> [Int64] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: folder.file(), configuration: configuration)
    return try queue.read { db in
      try Int64.fetchAll(db, sql: "SELECT effectiveFrom FROM taxRule ORDER BY 1")
    }
  }

  /// A reader never sees what is not on the disk yet: it has the open parts committed first.
  @Test func aReaderSeesOnlyWhatIsStored() throws {
    let (folder, ledger) = try Self.prepared()
    let done = DispatchGroup()
    let seen = Mutex<(own: Bool, file: Bool)?>(nil)
    @Sendable func start() {
      done.enter()
      Thread.detachNewThread {
        defer { done.leave() }
        try? ledger.store.read { db in
          let own = try Int64.fetchAll(db, sql: "SELECT effectiveFrom FROM taxRule").contains(
            30_001)
          let file = try Self.months(folder).contains(30_001)
          seen.withLock { $0 = (own, file) }
        }
      }
      usleep(100_000)
      done.enter()
      Thread.detachNewThread {
        defer { done.leave() }
        try? ledger.store.write { db in
          try db.execute(
            sql: "INSERT INTO taxRule VALUES (30002, 1, 'individual', 'pph-4-2', 1, 1, 0)")
        }
      }
    }
    try Self.inOnePart(of: ledger, others: 1, start: start) { db in
      try db.execute(sql: "INSERT INTO taxRule VALUES (30001, 1, 'individual', 'pph-4-2', 1, 1, 0)")
    }
    // Whoever was answered is in the file.
    #expect(try Self.months(folder).contains(30_001))
    done.wait()
    let both = seen.withLock { $0 }
    #expect(both?.own == true && both?.file == true)
    #expect(try Self.months(folder).contains(30_002))
  }

  /// Where the disk takes no more, nobody is told that something is stored that is not.
  @Test func aFullDiskIsEverybodysAnswer() throws {
    let (folder, ledger) = try Self.prepared()
    try ledger.store.connection { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
    }
    let answers = Mutex<[Answer]>([])
    Self.together(6) { thread in
      for _ in 0..<200 {
        do {
          let receipt = try ledger.deposit(
            Rupiah(sen: Int64(thread + 1) * 100), member: "0001", on: day("2026-01-05"))
          answers.withLock { $0.append(.receipt(receipt.entry, receipt.amount)) }
        } catch let error as LedgerError {
          answers.withLock { $0.append(.refusal(error.code)) }
        } catch {}
      }
    }
    try ledger.close()
    let all = answers.withLock { $0 }
    let receipts = all.compactMap { answer -> EntryNumber? in
      if case .receipt(let number, _) = answer { return number }
      return nil
    }
    #expect(all.count == 1_200 && receipts.count < 1_200)
    #expect(Set(receipts).count == receipts.count)
    #expect(all.allSatisfy { $0 == .refusal(.diskFull) || $0 != .refusal(.invariantBroken) })
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try reader.status().entries == receipts.count + 1)
    #expect(try reader.verify().isOK)
  }
}
