package import KSPCore
package import KSPLedger
package import KSPTestSupport

/// The year of the vector `shu-leaver-joiner`: four members with wajib alone, each with one loan
/// that is paid in one installment; C leaves in June, D joins in October.
package struct ShuBook {
  package let folder: TestFolder
  package let ledger: Ledger

  static let members: [(number: MemberNumber, balance: Rupiah, loan: Rupiah, joined: String)] = [
    ("A", 1_200_000, 12_000_000, "2025-01-05"), ("B", 2_400_000, 0, "2025-01-05"),
    ("C", 1_800_000, 18_000_000, "2025-01-05"), ("D", 400_000, 2_000_000, "2025-10-01"),
  ]

  /// A book whose year has brought `shu`; its months from June on are open.
  package init(in folder: TestFolder? = nil, shu: Rupiah = 40_000_000) throws {
    let folder = try folder ?? TestFolder()
    self.folder = folder
    ledger = try createBook(folder, first: "2025-01")
    _ = try ledger.post(hand("2025-01-02", "1-1000", "3-1300", 100_000_000))
    guard var terms = try ledger.loanTerms(of: "flat").last else { return }
    terms.plan.rate = try Rate(parsing: "2.5%/month")
    try ledger.setLoanTerms(of: "flat", terms)
    for member in Self.members {
      _ = try ledger.addMember(
        NewMember(
          number: member.number, profile: MemberProfile(name: "Anggota \(member.number)"),
          joinedOn: day(member.joined), wajib: member.balance))
      guard member.loan.isPositive else { continue }
      let lent = try day(member.joined)
      let loan = try ledger.disburse(
        LoanApplication(
          member: member.number, product: "flat", amount: member.loan, count: 1, date: lent)
      ).loan.number
      _ = try ledger.repay(loan: loan, on: lent.adding(days: 31))
    }
    for month in 1...5 { _ = try ledger.runMonthEnd(BookMonth(year: 2025, month: month)) }
    _ = try ledger.endMembership(of: "C", on: day("2025-06-30"))
    let missing = try shu - ledger.incomeStatement(BookPeriod(year: 2025)).shu
    _ = try ledger.post(hand("2025-12-31", "1-1000", "4-1200", missing))
  }

  /// The same book with its year closed and ratified.
  package static let ratified = BookTemplate { folder in
    let book = try ShuBook(in: folder)
    for month in 6...12 { _ = try book.ledger.runMonthEnd(BookMonth(year: 2025, month: month)) }
    _ = try book.ledger.runYearEnd(2025)
    _ = try book.ledger.ratifyYear(2025, on: day("2026-03-20"), decision: "03/RAT/2026")
    try book.ledger.close()
  }

  /// A copy of the ratified book, open for posting.
  package static func opened() throws -> ShuBook {
    let folder = try ratified.copy()
    return ShuBook(
      folder: folder, ledger: try Ledger.open(at: folder.file(), clock: standingClock))
  }

  private init(folder: TestFolder, ledger: Ledger) {
    self.folder = folder
    self.ledger = ledger
  }

  private func hand(
    _ date: String, _ debit: AccountCode, _ credit: AccountCode, _ amount: Rupiah
  ) throws -> ManualEntry {
    ManualEntry(
      on: try day(date),
      legs: try [
        .init(account: debit, amount: amount), .init(account: credit, amount: .zero - amount),
      ])
  }

  /// A quarter by capital, 30 % by activity, the rest to the reserve.
  package static func plan(
    _ bases: ShuBaseRules = ShuBaseRules(), step: Rupiah = 1, restFund: String? = nil
  ) throws -> ShuPlan {
    try ShuPlan(
      ShuShares(
        capital: .percent("25"), activity: .percent("30"),
        funds: [.init("cadangan", .percent("40")), .init("sosial", .percent("5"))]),
      bases: bases, step: step, restFund: restFund)
  }

  package static func decision(_ plan: ShuPlan? = nil, number: String = "04/RAT/2026") throws
    -> ShuDecision
  {
    try ShuDecision(
      year: 2025, on: day("2026-03-20"), number: number, plan: plan ?? self.plan(),
      accounts: ["cadangan": "3-2000", "sosial": "2-1520"])
  }

  /// What every member would get by a plan.
  package func parts(_ bases: ShuBaseRules) throws -> [(MemberNumber, Rupiah, Rupiah)] {
    try ledger.simulateShu(2025, by: Self.plan(bases)).recipients.map {
      ($0.part.base.member, $0.part.capital, $0.part.activity)
    }
  }
}
