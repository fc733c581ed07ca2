import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Joining and leaving.
@Suite struct MemberTests {
  static let january = "2026-01-05"

  /// 0001 owns 100,000 pokok, 25,000 wajib and 500,000 sukarela.
  static func book(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    _ = try ledger.addMember(
      NewMember(
        number: "0001", profile: MemberProfile(name: "Siti"), joinedOn: day(january),
        pokok: 100_000, wajib: 25_000, entranceFee: 10_000, reference: "M-1"))
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-06"))
    return ledger
  }

  static func balance(_ ledger: Ledger, _ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  // MARK: - Joining

  @Test func joiningBooksWhatIsBrought() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    #expect(try Self.balance(ledger, "POK-0001") == 100_000)
    #expect(try Self.balance(ledger, "WAJ-0001") == 25_000)
    #expect(try Self.balance(ledger, "4-1300") == 10_000)
    #expect(try Self.balance(ledger, "1-1000") == 635_000)
    let entry = try ledger.entry(EntryNumber(1))
    #expect(entry.kind == .join && entry.legs.count == 4)
  }

  @Test func joiningTwiceUnderOneReference() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let before = try BookContent(folder)
    func join(_ name: String, _ pokok: Rupiah, number: MemberNumber? = nil) throws -> Bool {
      try ledger.addMember(
        NewMember(
          number: number, profile: MemberProfile(name: name), joinedOn: day(Self.january),
          pokok: pokok, wajib: 25_000, entranceFee: 10_000, reference: "M-1")
      ).receipt?.isReplay ?? false
    }
    #expect(try join("Siti", 100_000))
    #expect(try join("Siti", 100_000, number: "0001"))
    #expect(refusal { try join("Budi", 100_000) } == .referenceReused)
    #expect(refusal { try join("Siti", 100_001) } == .referenceReused)
    #expect(refusal { try join("Siti", 100_000, number: "0002") } == .referenceReused)
    #expect(try BookContent(folder) == before)
  }

  /// Numbers go on as the cooperative writes them.
  @Test(arguments: [
    ("001", "002"), ("0009", "0010"), ("9", "10"), ("099", "100"), ("A-7", "0001"),
  ]) func aNumberIsAsWideAsThoseInUse(_ used: String, _ next: String) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join(MemberNumber(used))
    let new = try ledger.addMember(
      NewMember(profile: MemberProfile(name: "Siti"), joinedOn: day(Self.january)))
    #expect(new.member.number.text == next)
  }

  @Test func numbersAreAssignedAboveAllOthers() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    func next() throws -> String {
      try ledger.addMember(
        NewMember(profile: MemberProfile(name: "A"), joinedOn: day(Self.january))
      ).member.number.text
    }
    #expect(try next() == "0001")
    try ledger.join("A-7")
    try ledger.join("0041")
    #expect(try next() == "0042")
    try ledger.join("9999")
    #expect(try next() == "10000")
    #expect(refusal { try ledger.join("0042") } == .memberNumberTaken)
    // A number of twenty digits is more than can be counted on from.
    try ledger.join("99999999999999999999")
    try ledger.join("9223372036854775807")
    #expect(try next() == "10001")
    #expect(try ledger.verify().isOK)
  }

  @Test(arguments: ["", " ", "a b", "0001;", String(repeating: "1", count: 21), "é"])
  func numbersThatCannotBeUsed(_ number: String) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    #expect(refusal { try ledger.join(MemberNumber(number)) } == .memberProfileUnacceptable)
    #expect(try ledger.members().isEmpty)
  }

  /// Money counts from the first month of the book on; only opening balances are older.
  @Test func membershipMayBeOlderThanTheBookButMoneyMayNot() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    let profile = MemberProfile(name: "Siti")
    _ = try ledger.addMember(NewMember(profile: profile, joinedOn: day("1998-05-20")))
    #expect(
      refusal {
        try ledger.addMember(
          NewMember(profile: profile, joinedOn: day("1998-05-20"), pokok: 100_000))
      } == .dateBeforeBook)
    #expect(try ledger.members().count == 1)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(
      refusal {
        try ledger.addMember(
          NewMember(profile: profile, joinedOn: day("2026-01-20"), pokok: 100_000))
      } == .periodClosed)
    #expect(try ledger.members().count == 1)
  }

  /// PPh 23 for an organisation, from the first rupiah and on another account than a person's.
  @Test func organisationsAndPersonsAreTaxedApart() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var profile = MemberProfile(name: "Koperasi", kind: .organization)
    profile.npwp = "0012345678901000"
    _ = try ledger.addMember(
      NewMember(number: "0001", profile: profile, joinedOn: day("2026-01-01")))
    try ledger.join("0002")
    for number in ["0001", "0002"] {
      _ = try ledger.deposit(36_500_000, member: MemberNumber(number), on: day("2026-01-01"))
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slips = try ledger.withholdingSlips(month("2026-01"))
    #expect(slips.map(\.memberKind) == [.organization, .individual])
    #expect(slips.map(\.gross) == [93_000, 93_000])
    #expect(slips.map(\.tax) == [13_950, 0])
    #expect(try Self.balance(ledger, "2-1410") == 13_950)
    #expect(try Self.balance(ledger, "2-1400") == .zero)
    #expect(
      refusal {
        try ledger.updateMember("0001", profile: MemberProfile(name: "X", kind: .individual))
      } == .memberKindFixed)
  }

  @Test("K8: a kind set by mistake is put back while its month is open")
  func aKindIsCorrectedInTheOpenMonth() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    _ = try ledger.deposit(36_500_000, member: "0001", on: day("2026-01-01"))
    func set(_ kind: Member.Kind, _ reference: String) throws -> Member.Kind {
      try ledger.updateMember(
        "0001", profile: ledger.member("0001").member.profile,
        kind: Member.KindChange(kind, from: month("2026-01")), reference: reference
      ).profile.kind
    }
    #expect(try set(.organization, "K-1") == .organization)
    #expect(try set(.individual, "K-2") == .individual)
    // The same key is the same correction; another kind under it is not.
    #expect(try set(.individual, "K-2") == .individual)
    #expect(refusal { try set(.organization, "K-2") } == .referenceReused)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let slip = try #require(try ledger.withholdingSlips(month("2026-01")).first)
    #expect(slip.memberKind == .individual && slip.tax.isZero)
    #expect(refusal { try set(.organization, "K-3") } == .memberKindTooEarly)
    #expect(try ledger.verify().isOK)
  }

  // MARK: - Leaving

  @Test func leavingPaysOutAndClosesTheAccounts() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let date = try day("2026-01-20")
    let before = try BookContent(folder)
    let rehearsal = try ledger.endMembership(of: "0001", on: date, deduction: 5_000, dryRun: true)
      .receipt
    #expect(rehearsal?.amount == 620_000)
    #expect(try BookContent(folder) == before)
    let receipt = try ledger.endMembership(of: "0001", on: date, deduction: 5_000).receipt
    #expect(receipt?.amount == 620_000 && receipt?.kind == .leave)
    #expect(try Self.balance(ledger, "1-1000") == 15_000)
    #expect(try Self.balance(ledger, "3-1400") == 5_000)
    for code in ["POK-0001", "WAJ-0001", "SUK-0001"] {
      let account = try ledger.account(AccountCode(code))
      #expect(account.balance == .zero && account.closedOn == date)
    }
    let member = try ledger.member("0001").member
    #expect(member.leftOn == date)
    #expect(try ledger.members().isEmpty)
    #expect(try ledger.members(includingLeft: true).count == 1)
    // The running month pays no interest to somebody who has left.
    #expect(try ledger.runMonthEnd(month("2026-01")).products.map(\.accountsPaid) == [0])
    #expect(try ledger.verify().isOK)
  }

  @Test func nothingMovesOnceSomebodyHasLeft() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    try ledger.join("0002")
    _ = try ledger.deposit(1_000, member: "0002", on: day("2026-01-06"))
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"))
    let before = try BookContent(folder)
    let date = try day("2026-01-21")
    let own = AccountCode("SUK-0001")
    let other = AccountCode("SUK-0002")
    let cash = AccountCode("1-1000")
    let calls: [(LedgerError.Code, () throws -> Void)] = [
      (.memberLeft, { _ = try ledger.deposit(1, member: "0001", on: date) }),
      (.memberLeft, { _ = try ledger.chargeFee(1, member: "0001", on: date) }),
      (.accountClosed, { _ = try ledger.transfer(1, from: other, to: own, on: date) }),
      (.accountClosed, { _ = try ledger.transfer(1, from: own, to: other, on: date) }),
      (.accountClosed, { _ = try ledger.reverse(EntryNumber(2), on: date) }),
      (
        .accountOwnAct,
        {
          _ = try ledger.post(
            ManualEntry(
              on: date,
              legs: [.init(account: cash, amount: 5), .init(account: own, amount: -5)]))
        }
      ),
      (.memberLeft, { _ = try ledger.endMembership(of: "0001", on: date) }),
      (.memberLeft, { _ = try ledger.endMembership(of: "0001", on: day("2026-01-20")) }),
      (.entryNotReversible, { _ = try ledger.reverse(EntryNumber(4), on: date) }),
    ]
    for (code, call) in calls { #expect(refusal(call) == code) }
    #expect(try BookContent(folder) == before)
  }

  @Test func leavingIsRefusedWhereItWouldBeWrong() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    _ = try ledger.deposit(1_000, member: "0001", on: day("2026-01-25"))
    let before = try BookContent(folder)
    func leave(_ date: String, _ deduction: Rupiah = 0) -> LedgerError.Code? {
      refusal { try ledger.endMembership(of: "0001", on: day(date), deduction: deduction) }
    }
    #expect(
      refusal { try ledger.endMembership(of: "9999", on: day("2026-01-26")) } == .memberUnknown)
    #expect(leave("2026-01-04") == .memberNotYetJoined)
    #expect(leave("2026-01-24") == .memberHasLaterEntries)
    #expect(leave("2026-01-26", -1) == .amountNotPositive)
    #expect(leave("2026-01-26", 626_001) == .leaveDeductionTooLarge)
    // Whether or not loans are set off first.
    #expect(
      refusal {
        try ledger.endMembership(of: "0001", on: day("2026-01-24"), setsOffLoans: true)
      } == .memberHasLaterEntries)
    #expect(leave("2026-02-01") == .monthEarlierOpen)
    #expect(try BookContent(folder) == before)
    _ = try ledger.runMonthEnd(month("2026-01"))
    #expect(leave("2026-01-31") == .periodClosed)
    // Everything may be kept back: then nothing is paid.
    let owned = try Self.balance(ledger, "SUK-0001") + 125_000
    #expect(
      try ledger.endMembership(of: "0001", on: day("2026-02-01"), deduction: owned).receipt?.amount
        == .zero)
    #expect(try ledger.verify().isOK)
  }

  @Test func whoOwesCannotLeave() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    try ledger.setSavingsTerms(
      of: "sukarela",
      SavingsTerms(effectiveFrom: month("2026-01"), overdraftLimit: 100_000))
    _ = try ledger.withdraw(500_001, member: "0001", on: day("2026-01-10"))
    let error = refused { try ledger.endMembership(of: "0001", on: day("2026-01-20")) }
    #expect(error?.code == .memberOwes)
    #expect(error?.message.english.contains("-Rp1") == true)
    _ = try ledger.deposit(1, member: "0001", on: day("2026-01-11"))
    #expect(try ledger.endMembership(of: "0001", on: day("2026-01-20")).receipt?.amount == 125_000)
  }

  @Test func leavingTwiceUnderOneReferenceIsAnsweredOnce() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let note = EntryNote(reference: "K-1")
    let date = try day("2026-01-20")
    let first = try ledger.endMembership(of: "0001", on: date, deduction: 5_000, note: note).receipt
    let before = try BookContent(folder)
    let again = try ledger.endMembership(of: "0001", on: date, deduction: 5_000, note: note).receipt
    #expect(
      again?.isReplay == true && again?.entry == first?.entry && again?.amount == first?.amount)
    #expect(
      refusal { try ledger.endMembership(of: "0001", on: date, deduction: 6_000, note: note) }
        == .referenceReused)
    let otherDay = refused {
      try ledger.endMembership(of: "0001", on: day("2026-01-21"), deduction: 5_000, note: note)
    }
    #expect(otherDay?.code == .referenceReused)
    #expect(otherDay?.message.english.contains("another date") == true)
    #expect(try BookContent(folder) == before)
    try ledger.join("0002")
    _ = try ledger.endMembership(of: "0002", on: date)
    // The reference of somebody else's exit is no replay of one's own.
    #expect(refusal { try ledger.endMembership(of: "0002", on: date, note: note) } == .memberLeft)
    #expect(try ledger.verify().isOK)
  }

  /// What was posted before somebody left is still answered under its reference.
  @Test func aReplayIsAnsweredAfterLeaving() throws {
    let folder = try TestFolder()
    let ledger = try Self.book(folder)
    let note = EntryNote(reference: "S-1")
    let date = try day("2026-01-07")
    let first = try ledger.deposit(1_000, member: "0001", on: date, note: note)
    _ = try ledger.endMembership(of: "0001", on: day("2026-01-20"))
    let again = try ledger.deposit(1_000, member: "0001", on: date, note: note)
    #expect(again.isReplay && again.entry == first.entry && again.balance == first.balance)
  }

  /// Somebody without savings leaves without an entry.
  @Test func leavingWithoutSavings() throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let note = EntryNote(reference: "K-9")
    #expect(try ledger.endMembership(of: "0001", on: day("2026-01-20"), note: note).receipt == nil)
    let again = try ledger.endMembership(of: "0001", on: day("2026-01-20"), note: note)
    #expect(try again.receipt == nil && again.member.leftOn == day("2026-01-20"))
    #expect(try ledger.status().entries == 0)
    #expect(try ledger.member("0001").member.leftOn == day("2026-01-20"))
    #expect(refusal { try ledger.deposit(1, member: "0001", on: day("2026-01-21")) } == .memberLeft)
  }
}
