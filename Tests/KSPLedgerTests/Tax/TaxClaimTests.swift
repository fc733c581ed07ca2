import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What is claimed for tax on interest is paid, forgiven, or given back by the state.
@Suite struct TaxClaimTests {
  let ledger: Ledger
  let folder: TestFolder

  /// Interest that came and went within the month: 500,000 with tax of 50,000 and nothing to take it
  /// from.
  init() throws {
    folder = try TestFolder()
    ledger = try makeBook(folder)
    for number in ["0001", "0002"] { try ledger.join(MemberNumber(number)) }
    _ = try ledger.deposit(5_000_000, member: "0002", on: day("2026-01-05"))
    _ = try ledger.payInterest(500_000, member: "0001", on: day("2026-01-10"))
    _ = try ledger.withdraw(500_000, member: "0001", on: day("2026-01-10"))
    _ = try ledger.runMonthEnd(month("2026-01"))
  }

  private func balance(_ code: String) throws -> Rupiah {
    try ledger.account(AccountCode(code)).balance
  }

  @Test("K3.2: what is claimed from a member is shown, and paid")
  func claimsArePaid() throws {
    let claims = try ledger.taxClaims()
    #expect(claims.members.map(\.amount) == [50_000] && claims.receivable == 50_000)
    #expect(try ledger.taxClaim(of: "0001") == 50_000)
    let tooMuch = refused {
      try ledger.payTaxClaim(50_001, of: "0001", on: day("2026-02-03"))
    }
    #expect(tooMuch?.code == .taxClaimTooLarge)
    let cash = try balance("1-1000")
    let note = EntryNote(reference: "PPH-1")
    let paid = try ledger.payTaxClaim(20_000, of: "0001", on: day("2026-02-03"), note: note)
    #expect(try balance("1-1000") == cash + 20_000)
    #expect(try ledger.taxClaim(of: "0001") == 30_000)
    let again = try ledger.payTaxClaim(20_000, of: "0001", on: day("2026-02-03"), note: note)
    #expect(again.isReplay && again.entry == paid.entry)
    _ = try ledger.deposit(100_000, member: "0001", on: day("2026-02-04"))
    _ = try ledger.payTaxClaim(
      30_000, of: "0001", from: AccountCode("SUK-0001"), on: day("2026-02-05"))
    #expect(try balance("SUK-0001") == 70_000)
    #expect(try ledger.taxClaims().members.isEmpty)
    #expect(try balance("1-1330") == 0)
    // Taken back, it is claimed again, and the next interest bears it.
    _ = try ledger.reverse(paid.entry, on: day("2026-02-06"))
    #expect(try ledger.taxClaim(of: "0001") == 20_000)
    _ = try ledger.payInterest(100_000, member: "0001", on: day("2026-02-10"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try ledger.taxClaim(of: "0001") == 0)
    #expect(try balance("1-1330") == 0)
    #expect(try ledger.verify().isOK)
  }

  @Test("K3.2: only the member's own savings pay, and nobody else's")
  func othersDoNotPay() throws {
    let error = refused {
      try ledger.payTaxClaim(
        50_000, of: "0001", from: AccountCode("SUK-0002"), on: day("2026-02-03"))
    }
    #expect(error?.code == .accountOfAnother)
  }

  @Test("K3.2: the cooperative forgives a claim to an expense, and says why")
  func claimsAreForgiven() throws {
    func forgive(_ account: String, memo: String?) throws -> Receipt {
      try ledger.forgiveTaxClaim(
        50_000, of: "0001", to: AccountCode(account), on: day("2026-02-03"),
        note: EntryNote(memo: memo))
    }
    #expect(refused { try forgive("5-4000", memo: nil) }?.code == .memoMissing)
    #expect(refused { try forgive("1-1000", memo: "rapat 3") }?.code == .taxClaimNoExpense)
    _ = try forgive("5-4000", memo: "rapat 3")
    #expect(try balance("5-4000") == 50_000)
    #expect(try ledger.taxClaims().members.isEmpty)
    #expect(try ledger.verify().isOK)
    _ = try ledger.runMonthEnd(month("2026-02"))
    #expect(try ledger.verify().isOK)
  }

  @Test("K3.3: the state gives back what it got too much, or it is set off against what is owed")
  func theStateGivesBack() throws {
    let none = refused { try ledger.refundTax(1, on: day("2026-02-03")) }
    #expect(none?.code == .taxRefundTooLarge)
    // Interest that was paid too much, found after the month: its tax is a claim on the state.
    let interest = try ledger.payInterest(1_000_000, member: "0002", on: day("2026-02-03"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    func slip() throws -> WithholdingSlip? {
      try ledger.withholdingSlips(month("2026-02")).first { $0.memberNumber == "0002" }
    }
    let withheld = try #require(try slip()).tax
    let held = try balance("SUK-0002")
    let receipt = try ledger.reverse(interest.entry, on: day("2026-03-02"))
    // The interest that is left bears no tax: all of it goes back to the member.
    #expect(receipt.following.count == 1)
    #expect(try balance("SUK-0002") == held - 1_000_000 + withheld)
    #expect(try slip()?.tax == 0)
    // What the month end paid on the interest itself is corrected, and bore no tax that is left.
    let correction = try ledger.correctInterest(
      of: AccountCode("SUK-0002"), in: month("2026-02"), on: day("2026-03-02"))
    #expect(correction.difference.isNegative && correction.tax?.change == 0)
    let overpaid = try ledger.taxClaims().overpaid
    #expect(overpaid == withheld && overpaid >= 100_000)
    _ = try ledger.refundTax(5_000, on: day("2026-03-03"))
    _ = try ledger.refundTax(
      overpaid - 5_000, to: AccountCode("2-1400"), on: day("2026-03-03"))
    #expect(try ledger.taxClaims().overpaid == 0)
    #expect(try ledger.verify().isOK)
  }

  @Test("What is unpaid counts every month, however long ago")
  func unpaidForLong() throws {
    let ledger = try createBook(TestFolder(), first: "2024-10")
    _ = try ledger.addMember(
      NewMember(
        number: "0001", profile: MemberProfile(name: "Ani"), joinedOn: day("2024-10-01")))
    var open = try month("2024-10")
    for _ in 1...15 {
      _ = try ledger.payInterest(500_000, member: "0001", on: open.firstDay)
      _ = try ledger.runMonthEnd(open)
      open = try open.next()
    }
    let owed = try ledger.account(AccountCode("2-1400")).balance
    let deadline = try #require(try ledger.taxDeadline())
    #expect(owed >= 750_000 && deadline.left == owed)
    #expect(try deadline.month == month("2024-12"))
    // Paid of the earliest months, the rest is what is left.
    _ = try ledger.payTax(of: month("2024-10"), on: day("2026-01-05"))
    let left = try ledger.taxDeadline()?.left
    #expect(try left == ledger.account(AccountCode("2-1400")).balance)
  }
}
