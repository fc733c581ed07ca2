import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The shape of the cost of loans, counted in steps of SQLite and not by a clock: it grows as the
/// running loans do, and not with the loans that have ended.
@Suite struct LoanCostTests {
  private static let last = "2028-12"

  /// A book in December 2028. In January of every year each member borrows and has paid it back by
  /// July; in August 2028 each borrows again and pays on, every third one late.
  private func book(members: Int, years: Int, _ folder: TestFolder) throws -> Ledger {
    let first = try BookMonth(year: 2029 - years, month: 1)
    let ledger = try Ledger.create(
      at: folder.file(), settings: BookSettings(name: "KSP Uji", firstMonth: first),
      clock: standingClock)
    var terms = try #require(try ledger.loanTerms(of: "flat").last)
    terms.recognition = .onDueDate
    terms.lateFee = LateFeeRule(base: .arrears, charge: .share(.percent("0.1")), period: .day)
    try ledger.setLoanTerms(of: "flat", terms)
    for number in 1...members {
      _ = try ledger.addMember(
        NewMember(
          number: "\(1000 + number)", profile: MemberProfile(name: "Anggota"),
          joinedOn: first.firstDay))
    }
    _ = try ledger.post(
      ManualEntry(
        on: first.firstDay,
        legs: [
          .init(account: AccountCode("1-1000"), amount: 900_000_000),
          .init(account: AccountCode("3-1300"), amount: -900_000_000),
        ]))
    var month = first
    while try month < KSPTestSupport.month(Self.last) {
      try business(of: month, members: members, ledger)
      _ = try ledger.runMonthEnd(month)
      month = try month.next()
    }
    return ledger
  }

  /// What the borrowers do in a month: borrow, or pay what is due.
  private func business(of month: BookMonth, members: Int, _ ledger: Ledger) throws {
    let isLastYear = month.year == 2028
    if month.month == 1 || (isLastYear && month.month == 8) {
      for number in 1...members {
        _ = try ledger.disburse(
          LoanApplication(
            member: "\(1000 + number)", product: "flat", amount: 6_000_000,
            count: month.month == 1 ? 6 : 12,
            date: BookDate(year: month.year, month: month.month, day: 10)))
      }
    }
    let due = try ledger.dueInstallments(in: BookPeriod(month)).rows.enumerated()
      .filter { index, _ in month.month < 9 || index % 3 != 2 }
    guard !due.isEmpty else { return }
    _ = try ledger.importRepayments(
      csv: csv(try due.map { try ($1.loan.number, $1.open.principal + $1.open.interest) }),
      file: "gaji.csv", on: BookDate(year: month.year, month: month.month, day: 10))
  }

  private func csv(_ rows: [(loan: LoanNumber, amount: Rupiah)]) -> String {
    "loan,amount\n" + rows.map { "\($0.loan),\($0.amount.sen / 100)\n" }.joined()
  }

  private struct Costs {
    var repay, card, due, register, payroll, monthEnd: Work
    /// The loans that are not owed any more.
    var ended: Int
  }

  private func costs(members: Int, years: Int) throws -> Costs {
    let folder = try TestFolder()
    let ledger = try book(members: members, years: years, folder)
    let december = BookPeriod(try month(Self.last))
    let all = try ledger.loanRegister(asOf: december.last, includingEnded: true).rows
    let running = all.filter { $0.loan.status == .running }.map(\.loan.number)
    #expect(running.count == members)
    func work(_ body: () throws -> Void) throws -> Work {
      // Once before, so that everything is prepared.
      try body()
      return try ledger.work(of: body)
    }
    let date = try day("2028-12-10")
    let rows = csv(running.map { ($0, 10_000) })
    let costs = Costs(
      repay: try work { _ = try ledger.repay(10_000, loan: running[0], on: date) },
      card: try work { _ = try ledger.loan(running[0], asOf: date) },
      due: try work { _ = try ledger.dueInstallments(in: december) },
      register: try work { _ = try ledger.loanRegister(asOf: date) },
      payroll: try work { _ = try ledger.importRepayments(csv: rows, file: "x.csv", on: date) },
      monthEnd: try ledger.work { _ = try ledger.runMonthEnd(month(Self.last)) },
      ended: all.count - running.count)
    #expect(try ledger.loanRegister(asOf: december.last).agrees)
    #expect(try ledger.verify().isOK)
    try ledger.close()
    return costs
  }

  @Test func costDoesNotGrowWithLoansThatEnded() throws {
    let one = try costs(members: 5, years: 1)
    let three = try costs(members: 5, years: 3)
    #expect((one.ended, three.ended) == (5, 15))
    #expect(one.repay == three.repay)
    #expect(one.card == three.card)
    #expect(one.due == three.due)
    #expect(one.payroll == three.payroll)
    // Reading a loan takes more than 400 steps; an ended one is passed over by its number, and its
    // three accounts by their balances.
    let ended = three.ended - one.ended
    #expect(three.register.statements == one.register.statements)
    #expect(three.register.steps - one.register.steps <= 40 * ended)
    #expect(three.monthEnd.statements == one.monthEnd.statements)
    #expect(three.monthEnd.steps - one.monthEnd.steps <= 60 * ended)
    for work in [one.repay, one.card, one.due, one.payroll, one.register, one.monthEnd] {
      #expect(work.steps > 0 && work.statements > 0)
    }
  }

  @Test func costOfOneLoanDoesNotGrowWithTheLoans() throws {
    let few = try costs(members: 4, years: 1)
    let many = try costs(members: 40, years: 1)
    #expect(few.repay == many.repay)
    #expect(few.card == many.card)
  }

  @Test func costOfAllLoansGrowsAsTheyDo() throws {
    let works = try [9, 18, 27].map { members in try costs(members: members, years: 1) }
    for cost in [\Costs.monthEnd, \Costs.payroll, \Costs.register, \Costs.due] {
      let steps = works.map { $0[keyPath: cost].steps }
      let statements = works.map { $0[keyPath: cost].statements }
      // Nine loans more cost the same, whether they come to nine or to eighteen.
      #expect(statements[2] - statements[1] == statements[1] - statements[0])
      let (first, second) = (steps[1] - steps[0], steps[2] - steps[1])
      #expect(first > 0 && abs(second - first) * 50 <= first, "\(steps)")
    }
  }
}
