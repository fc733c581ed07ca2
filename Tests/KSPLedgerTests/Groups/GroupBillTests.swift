import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a group pays together, beside what its members owe one by one.
@Suite struct GroupBillTests {
  @Test func theBillIsWhatItsMembersOweTogether() throws {
    let book = try LoanBook(members: [])
    let ledger = book.ledger
    for (number, unit) in [("0001", "Mawar"), ("0002", "Mawar"), ("0003", "Melati")] {
      var profile = MemberProfile(name: "Anggota \(number)", kind: .individual)
      profile.unit = unit
      _ = try ledger.addMember(
        NewMember(
          number: MemberNumber(number), profile: profile, joinedOn: day("2026-01-01")))
    }
    try ledger.setDues(20_000, from: month("2026-01"))
    let first = try book.lend("flat", 12_000_000, to: "0001", on: "2026-01-05")
    let second = try book.lend("menurun", 6_000_000, to: "0001", on: "2026-01-20")
    _ = try book.lend("flat", 9_000_000, to: "0003", on: "2026-01-05")
    let bill = try ledger.groupBill("mawar", for: month("2026-03"))
    #expect(bill.group == "Mawar" && bill.shares.map(\.member) == ["0001", "0002"])
    #expect(bill.shares.map(\.dues) == [60_000, 60_000])
    #expect(bill.shares[0].loans == [first, second] && bill.shares[1].loans.isEmpty)
    // Of each plan the installments that fall due by the end of March.
    let rows = try [first, second].flatMap { try ledger.loan($0).installments }
      .filter { $0.due <= (try? day("2026-03-31")) ?? $0.due }
    #expect(try bill.shares[0].parts.principal == rows.map(\.principal).sum())
    #expect(try bill.shares[0].parts.interest == rows.map(\.interest).sum())
    #expect(try bill.total == bill.shares.map(\.total).sum())
    // What is paid is asked for no more.
    _ = try ledger.deposit(60_000, member: "0002", product: "wajib", on: day("2026-03-02"))
    _ = try ledger.repay(500_000, loan: first, on: day("2026-03-02"))
    let after = try ledger.groupBill("Mawar", for: month("2026-03"))
    #expect(try bill.total - after.total == 560_000)
    #expect(refusal { try ledger.groupBill("Kenanga", for: month("2026-03")) } == .groupUnknown)
  }
}
