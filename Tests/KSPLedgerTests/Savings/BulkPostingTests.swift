import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Many events in one transaction: all of them, or none.
@Suite struct BulkPostingTests {
  private func prepared(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    try ledger.useSalts { Array(repeating: 7, count: 16) }
    for number in ["0001", "0002", "0003"] { try ledger.join(MemberNumber(number)) }
    return ledger
  }

  private func payday(_ amounts: [(String, Rupiah)]) throws -> [SavingsEvent] {
    try amounts.map { member, amount in
      try SavingsEvent(
        .deposit, amount, member: MemberNumber(member), on: day("2026-01-25"),
        reference: "gaji/2026-01/\(member)")
    }
  }

  @Test func everyKindIsPostedInOrderWithItsReceipt() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    let date = try day("2026-01-25")
    let events: [SavingsEvent] = [
      SavingsEvent(.opening, 100_000, member: "0001", on: date),
      SavingsEvent(.deposit, 50_000, member: "0001", on: date),
      SavingsEvent(.interest, 700, member: "0001", on: date),
      SavingsEvent(.fee, 2_500, member: "0001", on: date),
      SavingsEvent(.withdrawal, 148_200, member: "0001", on: date),
      SavingsEvent(.deposit, 25_000, member: "0002", product: "wajib", on: date),
    ]
    let receipts = try ledger.post(events)
    #expect(receipts.map(\.entry.value) == [1, 2, 3, 4, 5, 6])
    #expect(receipts.map(\.kind) == [.opening, .deposit, .interest, .fee, .withdrawal, .deposit])
    #expect(receipts.map(\.balance) == [100_000, 150_000, 150_700, 148_200, 0, 25_000])
    #expect(receipts.allSatisfy { !$0.isReplay })
    #expect(try ledger.verify().isOK)
    let again = try makeBook(TestFolder())
    try again.useSalts { Array(repeating: 7, count: 16) }
    for number in ["0001", "0002", "0003"] { try again.join(MemberNumber(number)) }
    _ = try again.post(events.prefix(1))
    _ = try again.deposit(50_000, member: "0001", on: date)
    #expect(
      try again.entry(EntryNumber(2)).hash == ledger.entry(EntryNumber(2)).hash,
      "an event is the same entry, alone or in a list")
  }

  @Test func everyRefusedEventIsNamedAndNothingIsStored() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    var events = try payday([("0001", 50_000), ("0009", 50_000), ("0002", 50_000)])
    events.append(try SavingsEvent(.withdrawal, 50_001, member: "0002", on: day("2026-01-26")))
    events.append(try SavingsEvent(.deposit, 10_000, member: "0003", on: day("2025-12-31")))
    let error = #expect(throws: LedgerError.self) { try ledger.post(events) }
    #expect(error?.code == .eventsRefused)
    #expect(error?.details.map(\.event) == [1, 3, 4])
    #expect(
      error?.details.map(\.code.rawValue) == [
        "member.unknown", "account.overdraft", "member.notYetJoined",
      ])
    #expect(try ledger.status().entries == 0)
    #expect(throws: LedgerError.self) { try ledger.account(AccountCode("SUK-0001")) }
    let corrected = try payday([("0001", 50_000), ("0003", 50_000), ("0002", 50_000)])
    #expect(try ledger.post(corrected).map(\.entry.value) == [1, 2, 3])
    #expect(try ledger.verify().isOK)
  }

  @Test func theWholeListMayBeSentAgain() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    let events = try payday([("0001", 50_000), ("0002", 60_000)])
    let first = try ledger.post(events)
    let second = try ledger.post(events + payday([("0003", 70_000)]))
    #expect(second.map(\.isReplay) == [true, true, false])
    #expect(second.prefix(2).map(\.entry) == first.map(\.entry))
    #expect(try ledger.status().entries == 3)
    let other = #expect(throws: LedgerError.self) {
      try ledger.post(payday([("0001", 50_001)]))
    }
    #expect(other?.details.map(\.code) == [.referenceReused])
  }

  @Test func aRehearsalStoresNothing() throws {
    let folder = try TestFolder()
    let ledger = try prepared(folder)
    let events = try payday([("0001", 50_000), ("0002", 60_000)])
    var rehearsed = try ledger.post(events, dryRun: true)
    // A rehearsal also points out that the day lies in another month.
    #expect(rehearsed.last?.warnings.map(\.code) == [.dateOtherMonth])
    rehearsed[rehearsed.count - 1].warnings = []
    for index in rehearsed.indices { rehearsed[index].isRehearsal = false }
    #expect(try ledger.status().entries == 0)
    #expect(try ledger.post(events) == rehearsed)
    #expect(try ledger.post([]).isEmpty)
    #expect(try ledger.verify().isOK)
  }
}
