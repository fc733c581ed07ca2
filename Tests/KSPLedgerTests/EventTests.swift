import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

@Suite struct EventTests {
  /// Two members; 0001 has 100,000 pokok and 500,000 sukarela since 10 January.
  private func prepared(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.join("0002")
    _ = try ledger.deposit(100_000, member: "0001", product: "pokok", on: day("2026-01-10"))
    _ = try ledger.deposit(
      500_000, member: "0001", on: day("2026-01-10"), note: EntryNote(reference: "K-1"))
    return ledger
  }

  typealias Attempt = @Sendable (Ledger) throws -> Void

  static let refusals: [(code: String, attempt: Attempt)] = [
    ("amount.notPositive", { _ = try $0.deposit(0, member: "0001", on: day("2026-01-11")) }),
    ("member.unknown", { _ = try $0.deposit(1_000, member: "9999", on: day("2026-01-11")) }),
    (
      "product.unknown",
      { _ = try $0.deposit(1_000, member: "0001", product: "nihil", on: day("2026-01-11")) }
    ),
    ("period.beforeBook", { _ = try $0.post(EventTests.manual("2025-12-31", 5, -5)) }),
    (
      "product.notWithdrawable",
      { _ = try $0.withdraw(1_000, member: "0001", product: "pokok", on: day("2026-01-11")) }
    ),
    (
      "account.overdraft",
      { _ = try $0.withdraw(500_001, member: "0001", on: day("2026-01-11")) }
    ),
    (
      "reference.reused",
      {
        let note = EntryNote(reference: "K-1")
        _ = try $0.deposit(500_001, member: "0001", on: day("2026-01-10"), note: note)
      }
    ),
    (
      "transfer.toSelf",
      {
        let account = try AccountCode("SUK-0001")
        _ = try $0.transfer(1_000, from: account, to: account, on: day("2026-01-11"))
      }
    ),
    ("entry.unknown", { _ = try $0.reverse(EntryNumber(99), on: day("2026-01-11")) }),
    ("entry.unbalanced", { _ = try $0.post(EventTests.manual("2026-01-11", 5, -4)) }),
    ("entry.zeroLeg", { _ = try $0.post(EventTests.manual("2026-01-11", 0, 0)) }),
  ]

  static func manual(_ date: String, _ debit: Rupiah, _ credit: Rupiah) throws -> ManualEntry {
    try ManualEntry(
      on: day(date),
      legs: [
        .init(account: AccountCode("SUK-0001"), amount: debit),
        .init(account: AccountCode("POK-0001"), amount: credit),
      ])
  }

  @Test(arguments: refusals.indices) func refusalsStoreNothing(_ index: Int) throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    let head = try ledger.verify().headHash
    let (code, attempt) = Self.refusals[index]
    do {
      try attempt(ledger)
      Issue.record("\(code) was accepted")
    } catch let error as LedgerError {
      #expect(error.code.rawValue == code)
    }
    #expect(try ledger.verify().headHash == head)
    #expect(try ledger.verify().isOK)
  }

  @Test func aReplayIsAnsweredEvenAfterTheMonthIsClosed() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let entries = try ledger.status().entries
    let replay = try ledger.deposit(
      500_000, member: "0001", on: day("2026-01-10"), note: EntryNote(reference: "K-1"))
    #expect(replay.isReplay)
    #expect(replay.entry == EntryNumber(2))
    #expect(try ledger.status().entries == entries)
  }

  @Test func aDryRunStoresNothing() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    let receipt = try ledger.withdraw(
      200_000, member: "0001", on: day("2026-01-11"), dryRun: true)
    #expect(receipt.balance == 300_000)
    #expect(try ledger.status().entries == 2)
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 500_000)
  }

  @Test func aBackDatedWithdrawalMayNotOverdrawALaterDay() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    _ = try ledger.withdraw(400_000, member: "0001", on: day("2026-01-20"))
    _ = try ledger.deposit(400_000, member: "0001", on: day("2026-01-25"))
    #expect(throws: LedgerError.self) {
      _ = try ledger.withdraw(100_001, member: "0001", on: day("2026-01-15"))
    }
    _ = try ledger.withdraw(100_000, member: "0001", on: day("2026-01-15"))
    #expect(try ledger.verify().isOK)
  }

  @Test func transferAndReversalMirrorTheLegs() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    _ = try ledger.deposit(1_000, member: "0002", on: day("2026-01-11"))
    let moved = try ledger.transfer(
      50_000, from: AccountCode("SUK-0001"), to: AccountCode("SUK-0002"), on: day("2026-01-12"))
    #expect(try ledger.account(AccountCode("SUK-0002")).balance == 51_000)
    let reversal = try ledger.reverse(moved.entry, on: day("2026-01-13"))
    let before = try ledger.entry(moved.entry)
    let after = try ledger.entry(reversal.entry)
    #expect(after.reverses == moved.entry)
    #expect(before.reversedBy == reversal.entry)
    let mirrored = try after.legs.map { try [$0.account.text: $0.amount.negated()] }
    #expect(Set(mirrored) == Set(before.legs.map { [$0.account.text: $0.amount] }))
    #expect(throws: LedgerError.self) {
      _ = try ledger.reverse(moved.entry, on: day("2026-01-13"))
    }
    #expect(try ledger.account(AccountCode("SUK-0001")).balance == 500_000)
    #expect(try ledger.verify().isOK)
  }

  /// The second deposit takes the account past 64 bits, the third only the till.
  @Test func balancesThatCannotBeCountedAreRefused() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    for number in ["0001", "0002"] { try ledger.join(number) }
    let most = Rupiah(sen: Int64.max)
    _ = try ledger.deposit(most, member: "0001", on: day("2026-01-02"))
    for number in ["0001", "0002"] {
      let date = try day("2026-01-03")
      let error = #expect(throws: LedgerError.self) {
        _ = try ledger.deposit(most, member: number, on: date)
      }
      #expect(error?.code == .amountOverflow)
    }
    #expect(try ledger.status().entries == 1)
    #expect(try ledger.verify().isOK)
    try ledger.close()
  }
}
