import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The 20 real loans that a bank granted in 1993, with the payments that it really received.
///
/// In the file amount = payment × duration, so each is a flat plan without interest, due on the
/// 12th of every month. Its statuses are about contracts that have ended: A was paid, B was not. In
/// the book a loan of status B is owed in full at the end of its term, is late and lost, and is
/// written off. C and D are about running contracts; none of those granted in 1993 was running when
/// the file was made.
@Suite struct BerkaLoanTests {
  struct Granted {
    let number: LoanNumber
    let account: String
    let date: BookDate
    let amount: Int64
    let duration: Int
    let payment: Int64
    let status: String
  }

  static func loans() throws -> [Granted] {
    let url = packageFolder.appendingPathComponent("Tests/Data/berka/loan-1993.asc")
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ";").map { $0.replacingOccurrences(of: "\"", with: "") }
      let day = cells[2]
      return Granted(
        number: LoanNumber(cells[0]), account: cells[1],
        date: try BookDate(
          parsing: "19\(day.prefix(2))-\(day.dropFirst(2).prefix(2))-\(day.suffix(2))"),
        amount: try Rupiah(parsing: cells[3]).sen, duration: Int(cells[4]) ?? 0,
        payment: try Rupiah(parsing: cells[5]).sen, status: cells[6])
    }
  }

  /// The first 12th after the day on which a loan was granted.
  static func firstDue(_ date: BookDate) throws -> BookDate {
    let month = try date.components.day < 12 ? date.month : date.month.next()
    return try month.firstDay.adding(days: 11)
  }

  @Test func theFileIsWhatItIsTakenFor() throws {
    let loans = try Self.loans()
    #expect(loans.count == 20)
    #expect(loans.allSatisfy { $0.payment * Int64($0.duration) == $0.amount })
    #expect(loans.filter { $0.status == "A" }.count == 16)
    #expect(loans.filter { $0.status == "B" }.count == 4)
    let paid = try BerkaTests.rows().filter { $0.kind == "UVER" }
    #expect(paid.count == 40)
    #expect(Set(paid.map(\.account)).isSubset(of: Set(loans.compactMap { Int($0.account) })))
  }

  /// A book with the 20 loans paid out and the 40 payments of 1993, by account.
  private static func book(
    _ folder: TestFolder
  ) throws -> (Ledger, numbers: [String: LoanNumber], paid: [String: Int64]) {
    let ledger = try createBook(folder, first: "1993-01")
    let accounts = try ledger.loanProducts()[0].accounts
    try ledger.addLoanProduct(
      LoanProduct(
        code: "tanpa-bunga", name: Phrase(id: "Tanpa bunga", en: "Free"), accounts: accounts),
      terms: LoanTerms(
        effectiveFrom: month("1993-01"),
        plan: PlanTerms(method: .flat, rate: Rate(parsing: "0%/year"), count: 12)))
    var numbers: [String: LoanNumber] = [:]
    for loan in try loans() {
      _ = try ledger.addMember(
        NewMember(
          number: MemberNumber(loan.account),
          profile: MemberProfile(name: "Nasabah \(loan.account)"),
          joinedOn: day("1993-01-01")))
      numbers[loan.account] =
        try ledger.disburse(
          LoanApplication(
            member: MemberNumber(loan.account), product: "tanpa-bunga",
            amount: Rupiah(sen: loan.amount),
            count: loan.duration, date: loan.date),
          firstDue: firstDue(loan.date)
        ).loan.number
    }
    var paid: [String: Int64] = [:]
    for row in try BerkaTests.rows() where row.kind == "UVER" {
      let account = String(row.account)
      let number = try #require(numbers[account])
      _ = try ledger.repay(Rupiah(sen: row.sen), loan: number, on: BookDate(parsing: row.date))
      paid[account, default: 0] += row.sen
    }
    return (ledger, numbers, paid)
  }

  @Test func atTheEndOf1993TheyOweWhatTheFileSays() throws {
    let folder = try TestFolder()
    let (ledger, numbers, paid) = try Self.book(folder)
    let end = try day("1993-12-31")
    var owed: Int64 = 0
    for loan in try Self.loans() {
      let status = try ledger.loan(try #require(numbers[loan.account]), asOf: end)
      #expect(status.installments.count == loan.duration)
      #expect(status.installments.allSatisfy { $0.total.sen == loan.payment })
      let received = paid[loan.account, default: 0]
      owed += loan.amount - received
      #expect(status.position.outstanding.sen == loan.amount - received)
      // Every 12th since the loan was granted asked for one payment.
      let first = try Self.firstDue(loan.date)
      let due = first > end ? 0 : 12 - first.components.month + 1
      let missing = max(0, Int64(due) * loan.payment - received)
      #expect(status.position.dueAmounts.principal.sen == missing, "\(loan.number)")
    }
    #expect(try ledger.account(AccountCode("1-1200")).balance.sen == 0)
    let row = try ledger.trialBalance(asOf: end).rows.first { $0.code.text == "1-1200" }
    #expect(row?.debit.sen == owed)
    #expect(try ledger.verify().isOK)
  }

  /// From 1994 on A pays what is due on every 12th, B pays nothing more.
  @Test func theyEndWhereTheFileSays() throws {
    let folder = try TestFolder()
    let (ledger, numbers, _) = try Self.book(folder)
    let loans = try Self.loans()
    var current = try month("1993-01")
    let last = try month("1999-06")
    while current <= last {
      let date = try current.firstDay.adding(days: 11)
      for loan in loans where loan.status == "A" && current.year >= 1994 {
        let number = try #require(numbers[loan.account])
        let status = try ledger.loan(number, asOf: date)
        guard status.loan.status == .running, status.position.totalDue.isPositive else {
          continue
        }
        _ = try ledger.repay(loan: number, on: date)
      }
      _ = try ledger.runMonthEnd(current)
      current = try current.next()
    }
    for loan in loans {
      let number = try #require(numbers[loan.account])
      let plan = try ledger.loan(number, asOf: loan.date).installments
      let end = try #require(plan.last?.due)
      let status = try ledger.loan(number, asOf: end.adding(days: 1))
      if loan.status == "A" {
        #expect(status.loan.status == .settled, "\(loan.number)")
        continue
      }
      #expect(status.loan.status == .running, "\(loan.number)")
      #expect(status.position.due.count == status.position.open.count)
      #expect(status.position.daysPastDue > 0)
      let lost = try ledger.loan(number, asOf: last.lastDay)
      #expect(lost.loanClass == .macet)
      _ = try ledger.writeOffLoan(number, on: last.lastDay.adding(days: 1))
      #expect(
        try ledger.loan(number, asOf: last.lastDay.adding(days: 1)).loan.status == .writtenOff)
    }
    let report = try #require(try ledger.monthEnd(last))
    #expect(report.loanProducts.map(\.loans) == [[.macet: 4]])
    // All that B owed had been set aside.
    #expect(try ledger.account(AccountCode("1-1290")).balance.isZero)
    #expect(try ledger.verify().isOK)
  }
}
