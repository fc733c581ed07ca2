import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// A list of open loans reads only those that may be open; it must miss none of them.
@Suite struct LoanSelectionTests {
  /// A book in which loans begin and end in every way, and entries are taken back months later.
  private func book() throws -> LoanBook {
    let book = try LoanBook()
    let ledger = book.ledger
    func apply() throws -> LoanNumber {
      try ledger.applyForLoan(
        LoanApplication(
          member: "0001", product: "flat", amount: 1_200_000, date: day("2026-01-10"))
      ).number
    }
    _ = try apply()
    _ = try ledger.approveLoan(apply(), on: day("2026-01-20"))
    _ = try ledger.rejectLoan(apply(), on: day("2026-01-20"))
    let late = try apply()
    let running = try book.lend()
    let reversed = try book.lend("anuitas")
    let settled = try book.lend("flat", to: "0002")
    let resumed = try book.lend("flat", to: "0002")
    let writtenOff = try book.lend("anuitas", to: "0002")
    let takenBack = try book.lend("menurun", to: "0002")
    try book.monthEnd("2026-01")
    func entry(_ body: () throws -> Receipt) throws -> EntryNumber { try body().entry }
    _ = try ledger.reverse(
      #require(
        ledger.loan(reversed, asOf: day("2026-01-31")).steps.last { $0.kind == .disbursed }?.entry)
    )
    _ = try ledger.settleLoan(loan: settled, on: day("2026-02-10"))
    let settlement = try entry {
      try ledger.settleLoan(loan: resumed, on: day("2026-02-11")).receipt
    }
    let givenUp = try entry { try ledger.writeOffLoan(takenBack, on: day("2026-02-12")) }
    _ = try ledger.writeOffLoan(writtenOff, on: day("2026-02-13"))
    try book.monthEnd("2026-02")
    try book.monthEnd("2026-03")
    _ = try ledger.reverse(settlement)
    _ = try ledger.reverse(givenUp)
    _ = try ledger.approveLoan(late, on: day("2026-04-07"))
    _ = try ledger.disburse(late, on: day("2026-04-08"))
    _ = try ledger.repay(loan: running, on: day("2026-04-09"))
    try book.monthEnd("2026-04")
    return book
  }

  @Test func loansComeOneByOneAsTheyStandInTheList() throws {
    let ledger = try book().ledger
    for date in try [day("2026-01-31"), day("2026-02-20"), day("2026-04-30")] {
      for isAll in [false, true] {
        let list = try ledger.loanRegister(asOf: date, includingEnded: isAll)
        var rows: [LoanRegister.Row] = []
        let controls = try ledger.loanRegister(asOf: date, includingEnded: isAll) { row in
          rows.append(row)
          // The book answers meanwhile.
          let card = try ledger.loan(row.loan.number, asOf: date)
          #expect(card.loan == row.loan)
        }
        #expect(rows == list.rows && controls == list.controls, "\(date)")
      }
    }
    struct Enough: Error {}
    var seen = 0
    #expect(throws: Enough.self) {
      try ledger.loanRegister { _ in
        seen += 1
        throw Enough()
      }
    }
    #expect(seen == 1)
    #expect(try ledger.loanRegister(of: "0002") { _ in }.isEmpty)
  }

  @Test func noOpenLoanIsMissedOnAnyDay() throws {
    let ledger = try book().ledger
    var seen: Set<Loan.Status> = []
    var date = try day("2026-01-09")
    while try date <= day("2026-06-10") {
      let all = try ledger.loanRegister(asOf: date, includingEnded: true)
      let open = all.rows.filter { [.applied, .approved, .running].contains($0.loan.status) }
      #expect(try ledger.loanRegister(asOf: date).rows == open, "\(date)")
      #expect(try ledger.loanRegister(asOf: date).controls == all.controls, "\(date)")
      #expect(try ledger.loans(asOf: date).map(\.loan) == open.map(\.loan), "\(date)")
      for member: MemberNumber in ["0001", "0002"] {
        let own = open.filter { $0.loan.memberNumber == member }
        #expect(try ledger.loanRegister(asOf: date, of: member).rows == own, "\(date)")
      }
      let flat = open.filter { $0.loan.product == "flat" }
      #expect(try ledger.loanRegister(asOf: date, product: "flat").rows == flat, "\(date)")
      seen.formUnion(all.rows.map(\.loan.status))
      date = try date.adding(days: 1)
    }
    #expect(seen == [.applied, .approved, .rejected, .running, .settled, .writtenOff])
  }
}
