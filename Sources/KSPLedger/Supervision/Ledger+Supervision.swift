import GRDB
public import KSPCore

extension Ledger {
  /// The limits of lending, capital and rates beside the figures of the book (batas).
  ///
  /// Borrowers are members with what they owe of principal; who is related to the cooperative is
  /// said by the member's attribute `Member.relatedAttribute`.
  ///
  /// - Parameter date: The day; nil for today.
  /// - Returns: Each limit with who is beyond it, or comes nearest.
  /// - Throws: `amount.overflow`, and what reading the file can throw.
  public func supervisionLimits(
    asOf date: BookDate? = nil
  ) throws(LedgerError) -> SupervisionLimits {
    let today = try today()
    let asOf = date ?? today
    return try store.read { db in
      let catalog = try catalog(db)
      let financial = try financialReader(db)
      let (chart, balances) = (try financial.chart(), try financial.balances(asOf))
      let capital = try SupervisionLimits.ownCapital(chart, balances)
      let reader = SupervisionReader(db: db, catalog: catalog, asOf: asOf)
      var figures = SupervisionLimits.Figures()
      figures.initialCapital = catalog.settings.initialCapital
      figures.borrowers = try borrowers(asOf)
      figures.related = try reader.related()
      figures.capital = try reader.capital(
        above: SupervisionLimit.Name.memberCapital.largest(of: capital))
      figures.loans = reader.loanOffers()
      figures.savings = try reader.savingsOffers()
      return try SupervisionLimits(
        asOf: asOf, chart: chart, balances: balances, figures: figures)
    }
  }

  /// Cash of members that a supervisor asks about (transaksi tunai besar): above a limit on a day,
  /// in parts within a week, or in and out again.
  ///
  /// - Parameters:
  ///   - period: The days.
  ///   - limit: The limit of a day.
  /// - Returns: What is to be looked at, by day.
  /// - Throws: `amount.notPositive`, `amount.overflow`, and what reading the file can throw.
  public func unusualCash(
    in period: BookPeriod, above limit: Rupiah = UnusualCash.usualLimit
  ) throws(LedgerError) -> UnusualCash {
    guard limit.isPositive else { throw .amountNotPositive(limit) }
    // What began in the days before counts with what came within the period.
    let before = try period.first.adding(days: -UnusualCash.reach)
    let whole = try BookPeriod(from: before, through: period.last)
    // A mistake that was taken back moved no money.
    let undone = try store.read { db in
      try Int64.fetchSet(
        db,
        sql: """
          SELECT entry FROM entryReversal WHERE reversedOn >= ?1
          UNION ALL SELECT reversedBy FROM entryReversal WHERE reversedOn >= ?1
          """, arguments: [before.dayNumber])
    }
    return try UnusualCash(
      cashBook(in: whole), in: period, limit: limit, without: Set(undone.map { EntryNumber($0) }))
  }

  /// What is owed to the tax office, the Dinas and the members by which day of a year (kalender
  /// kewajiban), with what is left to pay of the tax of closed months.
  ///
  /// - Parameter year: The calendar year in which they are due; nil for this one.
  /// - Returns: The duties, by day.
  /// - Throws: `month.unreadable` for a year that there is not.
  public func dutyCalendar(year: Int? = nil) throws(LedgerError) -> DutyCalendar {
    let today = try today()
    return try store.read { db in
      let catalog = try catalog(db)
      let taxes = TaxDueReader(db: db, catalog: catalog)
      let holidays = try taxes.holidays()
      let number = year ?? today.components.year
      let unpaid = try taxes.left(of: number)
      let corporate = try CorporateTaxReader(book: db, known: db, catalog: catalog)
        .duties(number, holidays: holidays)
      return try DutyCalendar(
        year: number, startingIn: catalog.settings.yearStart, holidays: holidays,
        corporate: corporate
      ) {
        unpaid[$0]
      }
    }
  }

  /// What borrowers owe of principal on a day, over all their loans.
  private func borrowers(_ day: BookDate) throws -> [SupervisionLimits.Holder] {
    var owed: [MemberNumber: SupervisionLimits.Holder] = [:]
    try loanRegister(asOf: day) { row in
      guard row.loan.status == .running else { return }
      let member = row.loan.memberNumber
      owed[member] = SupervisionLimits.Holder(
        member: member, name: row.loan.memberName,
        amount: try (owed[member]?.amount ?? .zero) + row.outstanding)
    }
    return Array(owed.values)
  }
}
