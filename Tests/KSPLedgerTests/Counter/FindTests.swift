import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// Members, accounts, loans and vouchers are found by whatever a clerk has in hand.
@Suite struct FindTests {
  private let folder: TestFolder
  private let ledger: Ledger

  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for (number, name) in [
      ("0001", "Siti Aminah"), ("0010", "Budi Santoso"), ("0002", "Siti Zahra"),
    ] {
      var profile = MemberProfile(name: name, phone: "0812-3456-78\(number.suffix(2))")
      profile.nik = number == "0001" ? "3171014501900001" : nil
      _ = try ledger.addMember(
        NewMember(number: MemberNumber(number), profile: profile, joinedOn: day("2026-01-01")))
    }
  }

  private func codes(_ text: String, _ kind: SearchResult.Hit.Kind) throws -> [String] {
    try ledger.find(text).hits.filter { $0.kind == kind }.map(\.code)
  }

  @Test("K8: a member is found by a part of a name, a number, a NIK, a telephone number")
  func membersAreFound() throws {
    #expect(try codes("siti", .member) == ["0001", "0002"])
    #expect(try codes("siti zah", .member) == ["0002"])
    #expect(try codes("0010", .member) == ["0010"])
    #expect(try codes("317101", .member) == ["0001"])
    for phone in ["081234567810", "0812-3456-7810", "+6281234567810", "3456 7810"] {
      #expect(try codes(phone, .member) == ["0010"], "\(phone)")
    }
    #expect(try ledger.find("tidak ada").hits.isEmpty)
    #expect(try ledger.find("  ").hits.isEmpty)
    // Nothing of a word is a pattern.
    #expect(try codes("%", .member).isEmpty)
  }

  @Test func personalNumbersAreCovered() throws {
    let hit = try #require(try ledger.find("aminah").hits.first)
    #expect(hit.detail == "NIK ************0001, **********7801")
    #expect(hit.detail?.contains("3171") == false)
  }

  @Test func accountsLoansAndVouchersOfAMemberComeWithIt() throws {
    _ = try ledger.deposit(500_000, member: "0001", on: day("2026-01-05"))
    _ = try ledger.deposit(
      70_000, member: "0002", on: day("2026-01-06"), reference: "K-17",
      note: EntryNote(memo: "titipan suami"))
    let loan = try ledger.disburse(
      LoanApplication(member: "0001", product: "flat", amount: 900_000, date: day("2026-01-07"))
    ).loan.number.text
    #expect(try codes("aminah", .account) == ["SUK-0001"])
    #expect(try codes("aminah", .loan) == [loan])
    #expect(try codes("SUK-0002", .account) == ["SUK-0002"])
    #expect(try codes(loan, .loan) == [loan])
    #expect(try codes("500.000", .voucher) == ["JU-000001"])
    #expect(try codes("Rp70.000", .voucher) == ["JU-000002"])
    #expect(try codes("JU-000002", .voucher) == ["JU-000002"])
    for text in ["2", "000002", "JU-2", "JU-00000"] {
      #expect(try codes(text, .voucher).contains("JU-000002") == (text != "JU-00000"), "\(text)")
    }
    #expect(try codes("JU-00001", .voucher) == ["JU-000001"])
    #expect(try codes("K-17", .voucher) == ["JU-000002"])
    #expect(try codes("suami", .voucher) == ["JU-000002"])
    #expect(try codes("kantor", .account) == ["5-2100", "1-1900"].sorted())
    for none in [0, -1, .min] {
      let nothing = try ledger.find("siti", limit: none)
      #expect(nothing.hits.isEmpty && nothing.cut.contains(.member))
    }
    let all = try ledger.find("siti", limit: .max)
    #expect(all.hits.count { $0.kind == .member } > 1 && all.cut.isEmpty)
    let cut = try ledger.find("siti", limit: 1)
    #expect(cut.hits.filter { $0.kind == .member }.count == 1 && cut.cut.contains(.member))
  }

  /// A voucher tells what a list of the journal would: what it moved, and whose it was.
  @Test func aVoucherIsShownByItsHeading() throws {
    let first = try ledger.deposit(500_000, member: "0001", on: day("2026-01-05"))
    _ = try ledger.deposit(70_000, member: "0002", on: day("2026-01-05"))
    let moved = try ledger.transfer(
      200_000, from: "SUK-0001", to: "SUK-0002", on: day("2026-01-06"))
    let loan = try ledger.disburse(
      LoanApplication(member: "0010", product: "flat", amount: 900_000, date: day("2026-01-07")))
    func hit(_ entry: EntryNumber) throws -> SearchResult.Hit {
      try #require(ledger.find(entry.description).hits.first { $0.kind == .voucher })
    }
    let paid = try hit(first.entry)
    #expect((paid.amount, paid.member, paid.memberName) == (500_000, "0001", "Siti Aminah"))
    #expect((paid.title, paid.date) == (EntryKind.deposit.name, try day("2026-01-05")))
    #expect(try hit(moved.entry).member == nil)
    #expect(try hit(loan.receipt.entry).member == "0010")
    #expect(try hit(moved.entry).isOpen)
    _ = try ledger.reverse(moved.entry, on: day("2026-01-08"))
    #expect(try !hit(moved.entry).isOpen)
    for entry in [first.entry, moved.entry, loan.receipt.entry] {
      let whole = try ledger.entry(entry)
      #expect(try hit(entry).amount == whole.amount)
    }
    #expect(try codes("500000", .voucher).contains(first.entry.description))
    #expect(try codes("0500000", .voucher).isEmpty)
  }

  @Test("K8: a wrong member number says which are near, by number and by name")
  func aWrongNumberSaysWhichAreNear() throws {
    let swapped = refused { try ledger.member("0100") }
    #expect(swapped?.code == .memberUnknown)
    #expect(swapped?.advice.english == "Did you mean 0010 (Budi Santoso)?")
    #expect(swapped?.remedies == [.member(.see("0010"))])
    #expect(refused { try ledger.member("1") }?.remedies == [.member(.see("0001"))])
    let name = refused { try ledger.deposit(1, member: "siti", on: day("2026-01-05")) }
    #expect(name?.advice.english == "These are near: 0001 (Siti Aminah), 0002 (Siti Zahra).")
    #expect(refused { try ledger.member("9876") }?.remedies == [.member(.find)])
  }

  @Test func anActTakesAMemberWhereOneLoanCanBeMeant() throws {
    func lend(_ member: MemberNumber) throws -> LoanNumber {
      try ledger.disburse(
        LoanApplication(member: member, product: "flat", amount: 900_000, date: day("2026-01-07"))
      ).loan.number
    }
    let loan = try lend("0001")
    #expect(try ledger.resolveLoan("0001") == loan)
    #expect(try ledger.resolveLoan(loan.text) == loan)
    let none = refused { try ledger.resolveLoan("0002") }
    #expect(none?.code == .loanAmbiguous)
    #expect(none?.message.english == "Member 0002 has no loan that is running.")
    let second = try lend("0001")
    let several = refused { try ledger.resolveLoan("0001") }
    #expect(several?.code == .loanAmbiguous)
    #expect(several?.advice.english == "Name one of: \(loan), \(second).")
    #expect(refusal { try ledger.resolveLoan("PJ-9999") } == .loanUnknown)
  }
}
