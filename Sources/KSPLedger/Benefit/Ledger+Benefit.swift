import GRDB
public import KSPCore

extension Ledger {
  /// What members have of the cooperative in a year (promosi ekonomi anggota): cheaper loans,
  /// better interest on savings and term deposits than the market's, and the SHU, beside the year
  /// before.
  ///
  /// ```swift
  /// let rates = MarketRates(loans: .percent("18", per: .year))
  /// let benefit = try ledger.memberBenefit(2025, against: rates)
  /// print(benefit.total)
  /// ```
  ///
  /// - Parameters:
  ///   - year: The book year; nil for that of today. The running year counts to today.
  ///   - rates: Market rates; what is not given is taken from the settings, for both years.
  ///   - plan: How the SHU would be divided, where the meeting has not decided.
  ///   - bases: The bases of members by which it would be, for a year that began before the book;
  ///     nil for those that the book has.
  ///   - asRecordedThrough: Leaves out what was recorded after this point; nil for everything.
  /// - Returns: The benefit of both years. Without a market rate a part has no lines and is named
  ///   in `MemberBenefit.unrated`.
  /// - Throws: `month.unreadable` for a year that there is not; `date.future` for one that has not
  ///   begun; `period.beforeBook` for one that ended before the book; `known.beyond`;
  ///   `amount.overflow`.
  public func memberBenefit(
    _ year: Int? = nil, against rates: MarketRates = MarketRates(), plan: ShuPlan? = nil,
    among bases: [ShuBase]? = nil, asRecordedThrough: KnowledgePoint? = nil
  ) throws(LedgerError) -> MemberBenefit {
    let today = try today()
    return try store.read { db in
      let catalog = try catalog(db)
      let state = try knownState(db, at: asRecordedThrough)
      let settings = try settings(db, at: state)
      let start = settings.yearStart
      let bookYear =
        try year.map { try BookYear($0, startingIn: start) }
        ?? BookYear(of: today, startingIn: start)
      guard bookYear.firstDay <= today else {
        throw LedgerError.dateFuture(bookYear.firstDay, today: today)
      }
      let period = try BookPeriod(
        from: bookYear.firstDay, through: min(bookYear.lastDay, today))
      if year != nil { try financialReader(db).requireInBook(through: period.last) }
      func facts(
        _ year: BookYear, _ period: BookPeriod, _ plan: ShuPlan?
      ) throws -> MemberBenefit.Facts {
        MemberBenefit.Facts(
          period: period,
          days: try BenefitReader(db, catalog, period, state).days(),
          shu: try BenefitShu(db: db, years: YearReader(db, catalog, state, settings)).shu(
            of: year, by: plan, among: bases))
      }
      return try MemberBenefit(
        known: state.known, rates: rates.completed(by: settings.market),
        now: facts(bookYear, period, plan),
        before: facts(bookYear.previous(), period.aYearBefore(), nil))
    }
  }
}

/// What members get of the SHU of a year: as it was booked, or as it is decided or planned.
private struct BenefitShu {
  let db: Database
  let years: YearReader

  /// Nil where nothing is decided or planned, and for a year that the book does not have.
  func shu(
    of year: BookYear, by plan: ShuPlan?, among bases: [ShuBase]?
  ) throws -> MemberBenefit.Shu? {
    guard year.lastMonth >= years.catalog.settings.firstMonth else { return nil }
    let (reader, state) = (ShuReader(db: db), years.financial.state)
    if let division = try reader.division(of: year.number, known: state.entry) {
      return try shu(reader.year(division))
    }
    let decision = try reader.decision(of: year.number, through: state.event)?.decision
    guard let plan = decision?.plan ?? plan else { return nil }
    let planned = try ShuSource.planned(year.number, years).shu
    guard planned.isPositive else {
      return MemberBenefit.Shu(state: decision == nil ? .planned : .decided, amount: .zero)
    }
    return try shu(ShuPlanning(years: years, given: bases).year(year.number, by: plan, decision))
  }

  private func shu(_ year: ShuYear) throws -> MemberBenefit.Shu {
    MemberBenefit.Shu(
      state: year.state, amount: try year.distribution.parts.map(\.total).sum())
  }
}
