import KSPCore
import KSPLedger
import KSPTestBooks
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

extension DueListTests {
  @Test("K8: the list of what is due by group and by collector, and loans of one member")
  func byGroupAndCollector() throws {
    let book = try LoanBook(TestFolder())
    let ledger = book.ledger
    for (number, unit, collector) in [
      ("0001", "Pasar", "Joko"), ("0002", "Pasar", nil),
    ] as [(MemberNumber, String, String?)] {
      var profile = try ledger.member(number).member.profile
      profile.unit = unit
      try ledger.updateMember(
        number, profile: profile, attributes: [Member.collectorAttribute: collector])
    }
    try ledger.join("0003")
    for member in ["0001", "0002", "0003"] as [MemberNumber] {
      _ = try book.lend("flat", 1_200_000, to: member, count: 12)
    }
    let period = try BookPeriod(month("2026-02"))
    let list = try ledger.dueInstallments(in: period)
    #expect(list.groups.map(\.name) == ["Pasar", nil])
    #expect(list.groups.map(\.members) == [2, 1])
    #expect(try list.groups.map(\.total).sum() == list.debtors.map(\.total).sum())
    #expect(list.collectors.map(\.name) == ["Joko", nil])
    let own = try ledger.dueInstallments(in: period, collector: "Joko")
    #expect(own.debtors.map(\.member) == ["0001"] && own.rows.count == 1)
    #expect(try ledger.dueInstallments(in: period, group: "Pasar").debtors.count == 2)
    let debts = try ledger.debts(of: "0001", asOf: day("2026-03-01"))
    #expect(debts.map(\.loan) == ["PJ-0001"] && debts[0].outstanding == 1_200_000)
    #expect(try debts[0].arrears == #require(own.debtors.first).due)
    // As it was known, before a payment and before any loan.
    let known = KnowledgePoint.event(try ledger.knowledge().event)
    _ = try ledger.repay(100_000, loan: "PJ-0001", on: day("2026-02-10"))
    #expect(try ledger.debts(of: "0001", asOf: day("2026-03-01")) != debts)
    #expect(
      try ledger.debts(of: "0001", asOf: day("2026-03-01"), asRecordedThrough: known) == debts)
    #expect(
      try ledger.debts(of: "0001", asOf: day("2026-03-01"), asRecordedThrough: .event(1)).isEmpty)
  }
}
