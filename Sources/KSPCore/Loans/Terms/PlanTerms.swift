/// What a plan of installments is computed from, apart from the amount and the day.
///
/// ```swift
/// let terms = try PlanTerms(method: .annuity, rate: Rate(parsing: "12%/year"), count: 12)
/// ```
public struct PlanTerms: Hashable, Sendable, Codable {
  /// How the loan is repaid.
  public var method: LoanMethod
  /// The rate that was agreed, in the basis in which it was agreed.
  public var rate: Rate
  /// The number of installments (jangka waktu).
  public var count: Int
  /// The time between installments.
  public var interval: InstallmentInterval
  /// How days become a fraction of a year.
  public var dayCount: LoanDayCount
  /// When interest is to be paid.
  public var interestDue: InterestDue
  /// The first installments that carry no principal (masa tenggang).
  public var principalGrace: Int
  /// How the interest of an installment is rounded.
  public var interestRounding: Rounding
  /// How an installment is rounded; the last takes what is left over.
  public var installmentRounding: Rounding
  /// Where due dates go that fall on days without business.
  public var shift: DueDateShift
  /// The third part of each installment.
  public var administration: AdministrationRule
  /// What was agreed for each installment and is kept when principal is paid ahead: of equal parts
  /// the principal, of a level installment all of it; nil where it follows from the count.
  public var installment: Rupiah?
  /// For how many installments a rate for a whole term was agreed, where those that are left of
  /// them are fewer; nil for all of them.
  package var rateCount: Int?

  /// The largest number of installments.
  public static let largestCount = 1_200

  /// Terms of a plan; everything but method, rate and count has a plain default.
  public init(
    method: LoanMethod, rate: Rate, count: Int, interval: InstallmentInterval = .monthly,
    dayCount: LoanDayCount = .thirty360, interestDue: InterestDue = .eachInstallment,
    principalGrace: Int = 0, interestRounding: Rounding = .rupiah,
    installmentRounding: Rounding = .rupiah, shift: DueDateShift = .none,
    administration: AdministrationRule = .nothing
  ) {
    self.method = method
    self.rate = rate
    self.count = count
    self.interval = interval
    self.dayCount = dayCount
    self.interestDue = interestDue
    self.principalGrace = principalGrace
    self.interestRounding = interestRounding
    self.installmentRounding = installmentRounding
    self.shift = shift
    self.administration = administration
    installment = nil
  }

  /// The rate for a year: what was agreed, or of a rate for a whole term its share of a year, by
  /// 12 months, 52 weeks or 365 days, rounded to the nearest billionth; at most 1,000 %.
  public var yearlyRate: Rate {
    guard rate.basis == .term else { return rate }
    let units = Int128(rateCount ?? count) * Int128(interval.count)
    let yearly = (Int128(rate.billionths) * Int128(interval.unit.perYear) * 2 + units) / (units * 2)
    let most = Rate.percent("1000", per: .year)
    return yearly >= Int128(most.billionths)
      ? most : (try? Rate(billionths: Int64(yearly), per: .year)) ?? most
  }

  /// The number of installments and their distance, for people: `12 bulan`, `4× tiap 3 bulan`.
  public var lengthInWords: Phrase {
    let unit = interval.unit.name
    guard interval.count > 1 else {
      return Phrase(
        id: "\(count) \(unit.indonesian)",
        en: "\(count) \(unit.english)\(count == 1 ? "" : "s")")
    }
    let many = "\(interval.count) "
    return Phrase(
      id: "\(count)× tiap \(many)\(unit.indonesian)", en: "\(count)× every \(many)\(unit.english)")
  }

  /// Refuses terms that make no plan.
  ///
  /// - Throws: `loan.planInvalid`, which says what cannot be.
  public func check() throws(LedgerError) {
    guard (1...PlanTerms.largestCount).contains(count) else {
      throw .loanPlanInvalid(
        Phrase(
          id: "jumlah angsuran harus 1 sampai \(PlanTerms.largestCount), bukan \(count)",
          en: "there must be 1 to \(PlanTerms.largestCount) installments, not \(count)"))
    }
    guard (0..<count).contains(principalGrace) else {
      throw .loanPlanInvalid(
        Phrase(
          id: "masa tenggang \(principalGrace) harus lebih pendek dari \(count) angsuran",
          en: "a grace of \(principalGrace) must be shorter than the \(count) installments"))
    }
    try administration.check()
    switch interestDue {
    case .eachInstallment: return
    case .atEnd where method == .bullet: return
    case .inAdvance where method != .annuity && method != .fixedPrice: return
    case .atEnd, .inAdvance:
      let methods = interestDue == .atEnd ? "bullet" : "flat, declining, bullet"
      let due = interestDue.rawValue
      throw .loanPlanInvalid(
        Phrase(
          id: "jasa dibayar “\(due)” tidak cocok dengan cara \(method.rawValue), hanya dengan "
            + methods,
          en: "interest due “\(due)” does not go with the method \(method.rawValue), only with "
            + methods),
        advice: Phrase(
          id: "Bayar jasanya tiap angsuran, atau pilih cara lain.",
          en: "Let interest be paid with each installment, or choose another method."),
        remedies: [.again(.payInterestWithEach), .again(.chooseMethod)])
    }
  }
}
