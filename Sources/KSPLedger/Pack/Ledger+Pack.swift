import GRDB
public import KSPCore

extension Ledger {
  /// What there is to look at of a period: assets, savings and SHU month by month, and the classes
  /// of loans on its last day.
  ///
  /// - Parameter period: The period; months that have not begun are left out.
  /// - Returns: A figure of each for every month, and the classes on the last day.
  /// - Throws: `amount.overflow`, and what reading the file can throw.
  public func periodFigures(_ period: BookPeriod) throws(LedgerError) -> PeriodFigures {
    let end = min(period.last, try today())
    return try store.read { db in
      let reader = try financialReader(db)
      let chart = try reader.chart()
      let controls = Set(try catalog(db).products.map(\.product.controlAccount))
      var months: [PeriodFigures.Month] = []
      var month = period.first.month
      while month.firstDay <= end {
        let days = try BookPeriod(
          from: max(month.firstDay, period.first), through: min(month.lastDay, end))
        let day = try reader.day(days.last)
        func held(_ accounts: [AccountCode]) throws -> Rupiah {
          try accounts.map { day.all[$0] ?? .zero }.sum()
        }
        let sheet = try BalanceSheet(
          asOf: days.last, previous: days.last, known: reader.state.known, chart: chart, now: day,
          before: day, controls: [])
        months.append(
          PeriodFigures.Month(
            month: month, assets: sheet.sections[0].total,
            savings: try held(controls.sorted { $0.text < $1.text }).negated(),
            shu: try StatementDay.result(reader.movements(days), chart)))
        month = try month.next()
      }
      let owed = try loanClasses(end, reader.state, db)
      return PeriodFigures(
        period: period, months: months,
        classes: LoanClass.allCases.map { .init($0, owed[$0] ?? .zero) })
    }
  }

  /// What members have saved on a day, product by product, each beside its control account (daftar
  /// simpanan).
  ///
  /// - Parameter date: The day.
  /// - Returns: Every account with something in it; it says whether the lists agree with the
  ///   balance sheet of the day.
  /// - Throws: `amount.overflow`, and what reading the file can throw.
  public func savingsByProduct(asOf date: BookDate) throws(LedgerError) -> SavingsByProduct {
    try store.read { db in
      let products = try catalog(db).products.map {
        SavingsByProduct.Product(
          code: $0.product.code, name: $0.product.name, control: $0.product.controlAccount)
      }
      let reader = try financialReader(db)
      return try SavingsByProduct(
        asOf: date, known: reader.state.known, products: products,
        members: members(asOf: date, includingLeft: true).members,
        held: reader.balances(date).mapValues { try $0.negated() })
    }
  }

  /// Members who came and went in a period (mutasi anggota).
  ///
  /// - Throws: What reading the file can throw.
  public func memberMovements(_ period: BookPeriod) throws(LedgerError) -> MemberMovements {
    try store.read { db in
      MemberMovements(
        period: period, known: try knownState(db, at: nil).known,
        members: try members(includingLeft: true).map(\.member), memos: try leavingMemos())
    }
  }

  /// A budget beside what became of it (RAPB dan realisasinya).
  ///
  /// - Parameters:
  ///   - budget: What was planned; an empty one shows what became of the year alone.
  ///   - year: The book year.
  /// - Returns: A line for each account that was planned or moved.
  /// - Throws: `account.unknown`; `account.termsUnfit` for one of neither income nor expense;
  ///   `month.unreadable` for a year that there is not.
  public func budgetReport(_ budget: Budget, _ year: Int) throws(LedgerError) -> BudgetReport {
    try store.read { db in
      let reader = try financialReader(db)
      let bookYear = try BookYear(year, startingIn: reader.yearStart)
      let accounts = try reader.chart().accounts
      for code in budget.amounts.keys.sorted(by: { $0.text < $1.text }) {
        guard let account = accounts.first(where: { $0.code == code }) else {
          throw LedgerError.accountUnknown(code.text)
        }
        guard [.income, .expense].contains(account.type) else {
          throw LedgerError.accountTermsUnfit(
            code,
            Phrase(
              id: "anggaran untuk akun pendapatan dan beban",
              en: "a budget is for accounts of income and expense"))
        }
      }
      let months = try bookYear.months.map { try reader.movements(BookPeriod($0)) }
      return BudgetReport(
        year: bookYear, known: reader.state.known,
        lines: try accounts.compactMap { account in
          guard [.income, .expense].contains(account.type) else { return nil }
          let line = try BudgetReport.Line(
            account: account.code, name: account.name, isIncome: account.type == .income,
            planned: budget.amounts[account.code] ?? .zero,
            months: months.map {
              try account.type.normalSide.balance(debitPositive: $0[account.code] ?? .zero)
            })
          let isEmpty = line.planned.isZero && line.months.allSatisfy(\.isZero)
          return isEmpty ? nil : line
        })
    }
  }

  /// What a sample of members is asked to confirm on a day (surat konfirmasi saldo).
  ///
  /// - Parameters:
  ///   - count: How many of those who hold or owe something; all where there are fewer.
  ///   - date: The day.
  ///   - seed: Which sample; the same one is drawn again by the same number.
  /// - Returns: A letter for each, by number.
  /// - Throws: What reading the file can throw.
  public func balanceConfirmations(
    _ count: Int, asOf date: BookDate, seed: UInt64
  ) throws(LedgerError) -> [BalanceConfirmation] {
    try store.read { db in
      func confirmation(_ member: MemberSummary) throws -> BalanceConfirmation {
        try BalanceConfirmation(
          asOf: date, member: member, debts: debts(of: member.member.number, asOf: date))
      }
      // Who has savings is asked in any case: what they owe is read only for those who are drawn.
      let asked = try members(asOf: date).members.filter { member in
        try member.savings.contains { !$0.balance.isZero } || !confirmation(member).lines.isEmpty
      }
      return try BalanceConfirmation.sample(count, of: asked.count, seed: seed)
        .map { try confirmation(asked[$0]) }
    }
  }
}
