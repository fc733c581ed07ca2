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
      500_000, member: "0001", on: day("2026-01-10"), reference: "K-1")
    return ledger
  }

  @Test func aReplayIsAnsweredEvenAfterTheMonthIsClosed() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let entries = try ledger.status().entries
    let replay = try ledger.deposit(
      500_000, member: "0001", on: day("2026-01-10"), reference: "K-1")
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
    // What was drawn since cannot be taken back, and nobody can ask for less of it.
    let drawn = try ledger.withdraw(20_000, member: "0002", on: day("2026-01-12"))
    let short = try #require(refused { try ledger.reverse(moved.entry, on: day("2026-01-13")) })
    #expect(short.code == .overdraft && !short.advice.english.contains("smaller"))
    _ = try ledger.reverse(drawn.entry, on: day("2026-01-12"))
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
    for number in ["0001", "0002"] { try ledger.join(MemberNumber(number)) }
    let most = Rupiah(sen: Int64.max)
    _ = try ledger.deposit(most, member: "0001", on: day("2026-01-02"))
    for number in ["0001", "0002"] {
      let date = try day("2026-01-03")
      let error = #expect(throws: LedgerError.self) {
        _ = try ledger.deposit(most, member: MemberNumber(number), on: date)
      }
      #expect(error?.code == .amountOverflow)
    }
    #expect(try ledger.status().entries == 1)
    #expect(try ledger.verify().isOK)
    try ledger.close()
  }
}
