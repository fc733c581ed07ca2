import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What each member has to pay: installments of the period, arrears, late fees.
@Suite struct DueListTests {
  @Test("K8: the list of what is due has arrears, late fee, telephone and a total per member")
  func whatEachMemberHasToPay() throws {
    let folder = try TestFolder()
    let book = try LoanBook(folder)
    let ledger = book.ledger
    var profile = try ledger.member("0001").member.profile
    profile.phone = "0812-3456-7890"
    try ledger.updateMember("0001", profile: profile)
    let first = try book.lend("flat", 1_200_000, to: "0001", count: 12)
    let second = try book.lend("menurun", 1_200_000, to: "0001", count: 12)
    _ = try book.lend("flat", 1_200_000, to: "0002", count: 2)
    for closed in [false, true] {
      if closed {
        for month in ["2026-01", "2026-02"] { try book.monthEnd(month) }
      }
      let list = try ledger.dueInstallments(in: BookPeriod(month("2026-03")))
      #expect(list.debtors.map(\.member) == ["0001", "0002"])
      let debtor = try #require(list.debtors.first)
      #expect(debtor.phone == "0812-3456-7890" && debtor.loans == [first, second])
      // An oracle: the cards of the loans at the end of the month.
      var (due, arrears) = (Rupiah.zero, Rupiah.zero)
      for loan in [first, second] {
        for open in try ledger.loan(loan, asOf: day("2026-03-31")).position.due {
          if try open.installment.due < day("2026-03-01") {
            try arrears += open.total
          } else {
            try due += open.total
          }
        }
      }
      #expect(debtor.due == due && debtor.arrears == arrears && arrears.isPositive)
      #expect(try debtor.total == due + arrears + debtor.lateFee)
      let rows = list.rows.filter { $0.loan.memberNumber == "0001" }
      #expect(try rows.map(\.open.total).sum() == due)
      // Who has no installment in a month still owes from before it.
      let may = try ledger.dueInstallments(in: BookPeriod(month("2026-05")))
      #expect(may.rows.allSatisfy { $0.loan.memberNumber == "0001" })
      #expect(may.debtors.last?.member == "0002" && may.debtors.last?.due == .zero)
    }
  }
}
