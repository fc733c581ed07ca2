import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A voucher shows what it is about, on the day and when it is printed again.
@Suite struct VoucherTests {
  private let folder: TestFolder
  private let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
  }

  private func join(_ number: MemberNumber, _ name: String) throws -> Receipt? {
    try ledger.addMember(
      NewMember(
        number: number, profile: MemberProfile(name: name), joinedOn: day("2026-01-02"),
        pokok: 100_000, wajib: 20_000, entranceFee: 10_000)
    ).receipt
  }

  @Test("K8: a joining shows its parts, a transfer its receiver, an entry its accounts")
  func receiptsShowWhatTheyAreAbout() throws {
    let joining = try #require(try join("0001", "Siti"))
    #expect(
      joining.parts.map(\.name.indonesian) == ["Simpanan pokok", "Simpanan wajib", "Uang pangkal"])
    #expect(joining.parts.map(\.amount) == [100_000, 20_000, 10_000])
    _ = try join("0002", "Budi")
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-05"))
    _ = try ledger.deposit(50_000, member: "0002", on: day("2026-01-05"))
    let transfer = try ledger.transfer(
      75_000, from: AccountCode("SUK-0001"), to: AccountCode("SUK-0002"), on: day("2026-01-06"))
    #expect(transfer.parts.map(\.account?.text) == ["SUK-0002"])
    #expect(transfer.parts.map(\.name.english) == ["Budi"])
    let entry = try ledger.post(
      ManualEntry(
        on: day("2026-01-06"),
        legs: [
          .init(account: AccountCode("5-2100"), amount: 5_000),
          .init(account: AccountCode("1-1000"), amount: -5_000),
        ], note: EntryNote(memo: "ATK")))
    #expect(entry.parts.map(\.account?.text) == ["5-2100", "1-1000"])
    #expect(entry.parts.map(\.side) == [.debit, .credit])
  }

  @Test("K8: any voucher is printed again, with its legs, its name and the balance of its day")
  func anyVoucherIsPrintedAgain() throws {
    let joining = try #require(try join("0001", "Siti"))
    _ = try join("0002", "Budi")
    let deposit = try ledger.deposit(
      500_000, member: "0001", on: day("2026-01-05"), note: EntryNote(recordedBy: "sari"))
    _ = try ledger.deposit(50_000, member: "0002", on: day("2026-01-05"))
    let transfer = try ledger.transfer(
      75_000, from: AccountCode("SUK-0001"), to: AccountCode("SUK-0002"), on: day("2026-01-06"))
    let first = try ledger.voucher(joining.entry)
    #expect(first.name == "Siti" && first.member == "0001" && first.amount == 130_000)
    #expect(first.lines.count == 4)
    let copy = try ledger.voucher(deposit.entry)
    #expect(copy.amount == 500_000 && copy.balance == 500_000 && copy.name == "Siti")
    #expect(copy.entry.note.recordedBy == "sari" && copy.stampDuty == nil)
    let moved = try ledger.voucher(transfer.entry)
    #expect(moved.name == "Siti" && moved.receiver == "Budi (SUK-0002)")
    #expect(moved.amount == 75_000 && moved.balance == 425_000)
    let reversal = try ledger.reverse(transfer.entry, note: EntryNote(memo: "salah"))
    #expect(try ledger.voucher(transfer.entry).entry.reversedBy == reversal.entry)
    #expect(try ledger.voucher(reversal.entry).reversed?.entry == transfer.entry)
    #expect(refusal { try ledger.voucher(EntryNumber(99)) } == .entryUnknown)
  }

  @Test func loansAndOwnCashBeyondFiveMillionNeedAStampAndSavingsDoNot() throws {
    _ = try join("0001", "Siti")
    let savings = try ledger.deposit(9_000_000, member: "0001", on: day("2026-01-05"))
    #expect(try ledger.voucher(savings.entry).stampDuty == nil)
    let rent = try ledger.receive(
      5_000_001, from: "Kantin", for: AccountCode("4-1200"), on: day("2026-01-06"))
    #expect(try ledger.voucher(rent.entry).stampDuty == 10_000)
    let exact = try ledger.receive(
      5_000_000, from: "Kantin", for: AccountCode("4-1200"), on: day("2026-01-06"))
    #expect(try ledger.voucher(exact.entry).stampDuty == nil)
    let loan = try ledger.disburse(
      LoanApplication(member: "0001", product: "flat", amount: 6_000_000, date: day("2026-01-07")))
    #expect(try ledger.voucher(loan.receipt.entry).stampDuty == 10_000)
  }

  @Test func theLinesOfASavingsBookBeginWithTheVoucher() throws {
    _ = try join("0001", "Siti")
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-05"))
    let second = try ledger.deposit(70_000, member: "0001", on: day("2026-01-06"))
    _ = try ledger.withdraw(20_000, member: "0001", on: day("2026-01-07"))
    let lines = try ledger.passbookLines(from: second.entry, row: 7)
    #expect(lines.account.text == "SUK-0001" && lines.firstRow == 7)
    #expect(lines.lines.map(\.balance) == [570_000, 550_000])
    let wajib = try ledger.deposit(
      1_000, member: "0001", product: "wajib", on: day("2026-01-07"))
    let moved = try ledger.transfer(
      10_000, from: "SUK-0001", to: #require(wajib.account), on: day("2026-01-08"))
    #expect(refusal { try ledger.passbookLines(from: moved.entry, row: 1) } == .passbookNone)
    let named = try ledger.passbookLines(from: moved.entry, of: "SUK-0001", row: 8)
    #expect(named.account.text == "SUK-0001" && named.lines.map(\.balance) == [540_000])
    #expect(
      refusal { try ledger.passbookLines(from: second.entry, of: wajib.account, row: 1) }
        == .passbookNone)
    let own = try ledger.pay(1, to: "PLN", for: AccountCode("5-2100"), on: day("2026-01-07"))
    #expect(refusal { try ledger.passbookLines(from: own.entry, row: 1) } == .passbookNone)
    #expect(refusal { try ledger.passbookLines(from: second.entry, row: 0) } == .passbookNone)
  }
}
