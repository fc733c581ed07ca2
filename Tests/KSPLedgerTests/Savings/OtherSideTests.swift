import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Members' money moves by acts that know its rules, whatever account is on the other side.
@Suite struct OtherSideTests {
  private let folder: TestFolder
  private let ledger: Ledger
  private let today: BookDate

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    today = try day("2026-01-10")
    for number in ["0001", "0002"] {
      try ledger.join(MemberNumber(number))
      _ = try ledger.deposit(100_000, member: MemberNumber(number), product: "pokok", on: today)
      _ = try ledger.deposit(50_000, member: MemberNumber(number), on: today)
    }
  }

  private func legs(_ receipt: Receipt) throws -> [String: Rupiah] {
    Dictionary(
      uniqueKeysWithValues: try ledger.entry(receipt.entry).legs.map {
        ($0.account.text, $0.amount)
      })
  }

  @Test("K3.4: pokok of a running member is not paid out by an entry by hand")
  func pokokByHand() throws {
    let error = refused {
      _ = try ledger.post(
        ManualEntry(
          on: today,
          legs: [
            .init(account: AccountCode("POK-0001"), amount: 100_000),
            .init(account: AccountCode("1-1000"), amount: -100_000),
          ]))
    }
    #expect(error?.code == .accountOwnAct)
    #expect(error?.message.english.contains("Anggota 0001") == true)
    #expect(error?.remedies.contains(.savings(.release(from: "POK-0001"))) == true)
  }

  @Test("K3.3: interest is not paid in through the other side of a deposit")
  func interestThroughADeposit() throws {
    let error = refused {
      _ = try ledger.deposit(
        3_000_000, member: "0001", from: AccountCode("5-1000"), on: today,
        note: EntryNote(memo: "jasa"))
    }
    #expect(error?.code == .accountOwnAct)
  }

  @Test func anyOtherAccountIsTheOtherSide() throws {
    let salary = try ledger.deposit(
      75_000, member: "0001", from: AccountCode("5-2000"), on: today,
      note: EntryNote(memo: "gaji Januari"))
    #expect(try legs(salary) == ["5-2000": 75_000, "SUK-0001": -75_000])
    #expect(salary.counterpart?.code.text == "5-2000")
    #expect(salary.counterpart?.name.indonesian == "Beban gaji")
    // Money in a bank explains itself.
    let transferred = try ledger.withdraw(
      25_000, member: "0001", to: AccountCode("1-1100"), on: today)
    #expect(try legs(transferred) == ["SUK-0001": 25_000, "1-1100": -25_000])
    let charge = try ledger.chargeFee(
      5_000, member: "0001", to: AccountCode("4-1200"), on: today,
      note: EntryNote(memo: "ganti buku"))
    #expect(try legs(charge) == ["SUK-0001": 5_000, "4-1200": -5_000])
    #expect(try ledger.deposit(1, member: "0001", on: today).counterpart == nil)
  }

  @Test func theRulesOfTheProductHoldAllTheSame() throws {
    let bank = AccountCode("1-1100")
    #expect(
      refused { _ = try ledger.withdraw(50_001, member: "0001", to: bank, on: today) }?.code
        == .overdraft)
    #expect(
      refused {
        _ = try ledger.withdraw(1, member: "0001", product: "pokok", to: bank, on: today)
      }?.code == .notWithdrawable)
  }

  @Test func aReferenceNamesTheOtherSideToo() throws {
    let note = EntryNote(reference: "T-1")
    let first = try ledger.deposit(
      10, member: "0001", from: AccountCode("1-1100"), on: today, note: note)
    let again = try ledger.deposit(
      10, member: "0001", from: AccountCode("1-1100"), on: today, note: note)
    #expect(again.isReplay && again.entry == first.entry && again.counterpart == first.counterpart)
    #expect(
      refused { _ = try ledger.deposit(10, member: "0001", on: today, note: note) }?.code
        == .referenceReused)
  }

  @Test func releasedSavingsKeepTheDecision() throws {
    let receipt = try ledger.release(
      40_000, from: AccountCode("POK-0001"), to: AccountCode("SUK-0001"),
      decision: "RAT 3/2026", on: today, note: EntryNote(memo: "kelebihan"))
    #expect(receipt.kind == .release && receipt.balance == 60_000)
    #expect(receipt.note.memo == "RAT 3/2026: kelebihan")
    #expect(try ledger.member("0001").savings.map(\.balance) == [60_000, 90_000])
    let out = try ledger.release(
      60_000, from: AccountCode("POK-0001"), decision: "RAT 4/2026", on: today)
    #expect(try legs(out) == ["POK-0001": 60_000, "1-1000": -60_000])
    #expect(
      refused {
        _ = try ledger.release(
          1, from: AccountCode("POK-0001"), decision: "RAT 5/2026", on: today)
      }?.code == .overdraft)
    _ = try ledger.reverse(out.entry)
    #expect(try ledger.member("0001").savings.map(\.balance) == [60_000, 90_000])
    #expect(try ledger.verify().isOK)
  }

  @Test("K3.7: a program that embeds the library hears of an unusual amount before it posts")
  func theRehearsalPointsOutWhatIsUnusual() throws {
    for date in ["2026-01-11", "2026-01-12", "2026-01-13"] {
      _ = try ledger.deposit(50_000, member: "0002", on: day(date))
    }
    func rehearsed(_ amount: Rupiah) throws -> [LedgerWarning.Code] {
      try ledger.deposit(amount, member: "0002", on: day("2026-01-14"), dryRun: true)
        .warnings.map(\.code).filter { $0 != .dateOtherMonth }
    }
    #expect(try rehearsed(500_000) == [])
    #expect(try rehearsed(500_001) == [.amountUnusual])
    // What is posted without a rehearsal has been decided.
    #expect(try ledger.deposit(900_000, member: "0002", on: day("2026-01-14")).warnings.isEmpty)
  }

  /// A book that some other hand wrote an entry into is found out.
  @Test func verifyNamesAnEntryByHandOnAMember() throws {
    let receipt = try ledger.deposit(7, member: "0001", on: today)
    try ledger.close()
    try tamper(
      with: folder, "book.ksp",
      "UPDATE entry SET kind = 'manual' WHERE id = \(receipt.entry.value)")
    let book = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let check = try book.verify().checks.first { $0.name == "entry.byHand" }
    #expect(check?.count == 1 && check?.first == receipt.entry.description)
  }
}
