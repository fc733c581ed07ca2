import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A reference and what was asked for under it are one thing; who asked and why is not part of it.
@Suite struct ReferenceTests {
  private func note(_ reference: String, _ memo: String?, by: String?) -> EntryNote {
    EntryNote(reference: reference, memo: memo, recordedBy: by)
  }

  /// The receipt of the second time is that of the first, memo and author included.
  @Test func memoAndAuthorAreNoPartOfWhatAReferenceNames() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    let first = try ledger.deposit(
      5_000, member: "0001", on: day("2026-01-05"), note: note("D-1", "tunai", by: "Rina"))
    let again = try ledger.deposit(
      5_000, member: "0001", on: day("2026-01-05"), note: note("D-1", "lain", by: "Budi"))
    #expect(again.isReplay && again.entry == first.entry)
    #expect(again.note == first.note)
    let bare = try ledger.deposit(
      5_000, member: "0001", on: day("2026-01-05"), reference: "D-1")
    #expect(bare.note == first.note)
    let back = try ledger.reverse(
      first.entry, on: day("2026-01-05"), note: note("B-1", "salah", by: "Rina"))
    let twice = try ledger.reverse(
      first.entry, on: day("2026-01-05"), note: note("B-1", nil, by: nil))
    #expect(twice.isReplay && twice.note == back.note)
  }

  @Test func soForActsWithoutAVoucher() throws {
    let book = try LoanBook()
    let ledger = book.ledger
    var settings = try ledger.settings
    settings.chair = "Siti"
    var application = LoanApplication(
      member: "0001", product: "menurun", amount: 6_000_000, date: try day("2026-01-05"))
    let acts: [(EntryNote) throws -> Void] = [
      { try ledger.updateSettings(settings, note: $0) },
      { _ = try ledger.openAccount(member: "0001", on: day("2026-01-05"), note: $0) },
      { try ledger.assignRole(.till, to: AccountCode("1-1010"), note: $0) },
      {
        application.note = $0
        _ = try ledger.applyForLoan(application)
      },
      {
        _ = try ledger.approveLoan("PJ-0001", on: day("2026-01-05"), note: $0)
      },
    ]
    for (index, act) in acts.enumerated() {
      try act(note("A-\(index)", "satu", by: "Rina"))
      let known = try ledger.knowledge()
      try act(note("A-\(index)", "dua", by: "Budi"))
      #expect(try ledger.knowledge() == known, "\(index)")
    }
  }

  /// What changes nothing is not recorded, and its reference stays free.
  @Test func anActThatChangesNothingTakesNoReference() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    let known = try ledger.knowledge()
    let note = EntryNote(reference: "U-1")
    let member = try ledger.member("0001").member
    _ = try ledger.updateMember("0001", profile: member.profile, note: note)
    _ = try ledger.updateSettings(ledger.settings, note: note)
    #expect(try ledger.knowledge() == known)
    let receipt = try ledger.deposit(5_000, member: "0001", on: day("2026-01-05"), note: note)
    #expect(!receipt.isReplay)
  }

  /// Nobody can say any more whether it is the same person: the answer says why.
  @Test func aReferenceOfErasedDataIsAClearAnswer() throws {
    let ledger = try makeBook(TestFolder())
    func joining() throws -> NewMember {
      NewMember(
        profile: MemberProfile(name: "Siti Aminah"), joinedOn: try day("2026-01-02"),
        reference: "M-1")
    }
    let number = try ledger.addMember(joining()).member.number
    #expect(try ledger.addMember(joining()).member.number == number)
    _ = try ledger.endMembership(of: number, on: day("2026-01-03"))
    _ = try ledger.eraseMember(number)
    let known = try ledger.knowledge()
    let error = refused { try ledger.addMember(joining()) }
    #expect(error?.code == .referenceReused)
    #expect(error?.message.indonesian.contains("data pribadinya sudah dihapus") == true)
    #expect(error?.message.english.contains("personal data was erased") == true)
    #expect(try ledger.knowledge() == known)
  }

  @Test func anUnknownAccountOfAMemberNamesTheirAccounts() throws {
    let ledger = try makeBook(TestFolder())
    try ledger.join("0001")
    for _ in 1...2 { _ = try ledger.openAccount(member: "0001", on: day("2026-01-02")) }
    let period = BookPeriod(try month("2026-01"))
    let code = AccountCode("SUK-0001-03")
    let errors = [
      refused { try ledger.statement(of: code, period: period) },
      refused { _ = try ledger.owner(of: code) },
      refused { try ledger.resolveAccount("SUK-0001-03") },
      refused { try ledger.deposit(5, member: "SUK-0001-03", on: day("2026-01-05")) },
      refused { try ledger.deposit(5, member: "0001", account: code, on: day("2026-01-05")) },
      refused { try ledger.account(code) },
    ]
    for error in errors {
      #expect(error?.code == .accountUnknown)
      #expect(
        error?.message.indonesian
          == "Tidak ada rekening “SUK-0001-03”. Rekening anggota 0001: SUK-0001, SUK-0001-02.")
      #expect(error?.message.english.contains("Member 0001 has: SUK-0001, SUK-0001-02") == true)
    }
    #expect(refusal { try ledger.member("SUK-0002") } == .memberUnknown)
    #expect(refusal { try ledger.member("0009") } == .memberUnknown)
  }

  @Test func contradictingTermsSayWhatGoesTogether() throws {
    for (method, due, word) in [
      (LoanMethod.flat, InterestDue.atEnd, "bullet"),
      (.annuity, .inAdvance, "flat, declining, bullet"),
    ] {
      let error = refused {
        try PlanTerms(method: method, rate: .zero, count: 12, interestDue: due).check()
      }
      #expect(error?.code == .loanPlanInvalid)
      #expect(error?.message.english.hasSuffix("only with \(word).") == true)
      #expect(error?.remedies == [.again(.payInterestWithEach), .again(.chooseMethod)])
    }
  }
}
