import KSPCore
import KSPTestSupport

/// An exact fraction, reduced after every step.
struct ModelRatio {
  let over: Int128
  let under: Int128

  init(_ over: Int128, _ under: Int128 = 1) {
    var (left, right) = (over.magnitude, under.magnitude)
    while right != 0 { (left, right) = (right, left % right) }
    let divisor = Int128(max(left, 1))
    self.over = over / divisor
    self.under = under / divisor
  }

  static func + (left: Self, right: Self) -> Self {
    Self(left.over * right.under + right.over * left.under, left.under * right.under)
  }

  static func * (left: Self, right: Self) -> Self {
    let (first, second) = (Self(left.over, right.under), Self(right.over, left.under))
    return Self(first.over * second.over, first.under * second.under)
  }

  static func / (left: Self, right: Self) -> Self { left * Self(right.under, right.over) }

  /// The nearest multiple of a step of a figure that is not negative; half goes up.
  func rounded(_ step: Int64) -> Int64 {
    let unit = under * Int128(step)
    return Int64((2 * over + unit) / (2 * unit)) * step
  }
}

/// A row of a plan as the model works it out, in sen.
struct ModelRow {
  var due: BookDate
  /// Before the shift off Sundays.
  var unshifted: BookDate
  var principal: Int64
  var interest: Int64
  var administration: Int64 = 0
  var total: Int64 { principal + interest + administration }

  /// The third part of a row, as its rule says.
  mutating func takeAdministration(_ rule: AdministrationRule) {
    let bare = principal + interest
    administration =
      switch rule {
      case .nothing: 0
      case .fixed(let amount): bare > 0 ? amount.sen : 0
      case .roundingUp(let step): (step.sen - bare % step.sen) % step.sen
      }
  }
}

/// The interest of one period that was cut in advance.
struct ModelCut {
  let from: BookDate
  let interest: Int64

  /// The part of a sum that is for periods which begin on a day or later, in whole rupiah.
  static func notBegun(
    _ cuts: [ModelCut], of sum: Int64, on date: BookDate, isFirstBegun: Bool
  ) -> Int64 {
    let whole = cuts.reduce(Int128(0)) { $0 + Int128($1.interest) }
    guard whole > 0 else { return 0 }
    let left = cuts.enumerated().reduce(Int128(0)) { found, cut in
      let isBegun = cut.offset == 0 ? isFirstBegun : cut.element.from < date
      return isBegun ? found : found + Int128(cut.element.interest)
    }
    return Int64(Int128(sum) * left / whole / 100) * 100
  }
}

/// Plans as a clerk would work them out by hand; every period is regular.
struct ModelPlan {
  let terms: PlanTerms
  let principal: Int64
  /// The beginning of the first period, then the due dates, none of them shifted.
  let dates: [BookDate]
  var rows: [ModelRow] = []
  var advance: Int64 = 0
  /// What is cut of it for each period, from its first day on.
  var cuts: [ModelCut] = []
  /// The rounding left nothing to a row, or more than was owed.
  var isImpossible = false

  private var step: Int64 { terms.installmentRounding.step.sen }
  private var count: Int { dates.count - 1 }

  /// `agreed` is what each installment keeps: of equal parts the principal, of a level one all.
  init(
    _ terms: PlanTerms, principal: Int64, dates: [BookDate], grace: Int, agreed: Int64? = nil
  ) throws {
    self.terms = terms
    self.principal = principal
    self.dates = dates
    let parts = Int64(count - grace)
    var balance = principal
    let level = terms.method == .annuity ? agreed ?? level(from: grace) : 0
    let price = terms.method == .fixedPrice ? try fixedPrice(grace) : (interest: 0, total: 0)
    if isImpossible { return }
    var priceInterest = price.interest
    for period in 0..<count {
      let isLast = period == count - 1
      let isGrace = period < grace
      let onBalance = terms.method == .declining || terms.method == .annuity
      var interest = rate(period, of: onBalance ? balance : principal).rounded(step)
      var part: Int64 = 0
      switch terms.method {
      case .flat, .declining:
        if terms.interestDue == .inAdvance {
          advance += interest
          cuts.append(ModelCut(from: dates[period], interest: interest))
          interest = 0
        }
        if !isGrace {
          let share =
            agreed.map { ModelRatio(Int128($0)) } ?? ModelRatio(Int128(principal), Int128(parts))
          part = (share + ModelRatio(Int128(interest))).rounded(step) - interest
        }
      case .annuity: part = isGrace ? 0 : level - interest
      case .bullet: break
      case .fixedPrice:
        let share = ModelRatio(Int128(price.interest), Int128(parts)).rounded(step)
        interest = isGrace ? 0 : isLast ? priceInterest : min(share, priceInterest)
        priceInterest -= interest
        part = isGrace ? 0 : price.total - interest
      }
      if isLast { part = balance }
      let asksForNothing = part + interest == 0 && terms.method != .bullet && !isGrace
      if part < 0 || asksForNothing || (!isLast && part >= balance) || (isLast && part == 0) {
        isImpossible = true
        return
      }
      balance -= part
      rows.append(
        ModelRow(
          due: try Self.shifted(dates[period + 1], terms), unshifted: dates[period + 1],
          principal: part, interest: interest))
    }
    try gatherBullet()
    for row in rows.indices { rows[row].takeAdministration(terms.administration) }
  }

  /// A bullet whose interest is due at the end or was cut in advance has a single row.
  private mutating func gatherBullet() throws {
    guard terms.method == .bullet, terms.interestDue != .eachInstallment else { return }
    let whole = (0..<count).reduce(ModelRatio(0)) { $0 + rate($1, of: principal) }.rounded(step)
    var last = rows[count - 1]
    last.interest = terms.interestDue == .atEnd ? whole : 0
    advance = terms.interestDue == .atEnd ? 0 : whole
    if terms.interestDue == .inAdvance {
      cuts = (0..<count).map {
        ModelCut(from: dates[$0], interest: rate($0, of: principal).rounded(1))
      }
    }
    rows = [last]
  }

  /// P·∏(1+r) ÷ Σ∏(1+r).
  private func level(from grace: Int) -> Int64 {
    var owed = ModelRatio(Int128(principal))
    var worth = ModelRatio(0)
    for period in grace..<count {
      let growth = ModelRatio(1) + rate(period, of: 1)
      owed = owed * growth
      worth = worth * growth + ModelRatio(1)
    }
    return (owed / worth).rounded(step)
  }

  private mutating func fixedPrice(_ grace: Int) throws -> (interest: Int64, total: Int64) {
    var declining = terms
    declining.method = .declining
    let plan = try ModelPlan(declining, principal: principal, dates: dates, grace: grace)
    if plan.isImpossible { isImpossible = true }
    let interest = plan.rows.reduce(0) { $0 + $1.interest }
    let total = ModelRatio(Int128(principal + interest), Int128(count - grace)).rounded(step)
    return (interest, total)
  }

  /// The interest of a period on a balance.
  private func rate(_ period: Int, of balance: Int64) -> ModelRatio {
    let yearly = ModelRatio(
      Int128(terms.rate.billionths) * (terms.rate.basis == .month ? 12 : 1), 1_000_000_000)
    let days = dates[period].days(until: dates[period + 1])
    let share =
      switch terms.dayCount {
      case .actual365: ModelRatio(Int128(days), 365)
      default: thirtyDays(dates[period], dates[period + 1], days)
      }
    return ModelRatio(Int128(balance)) * yearly * share
  }

  /// A period of whole intervals is so many twelfths of a year; a longer one, that of a bullet which
  /// was paid in part, is counted in months of 30 days.
  private func thirtyDays(_ start: BookDate, _ end: BookDate, _ days: Int) -> ModelRatio {
    guard terms.interval.unit == .month else { return ModelRatio(Int128(days), 360) }
    let months = Int(end.month.ordinal - start.month.ordinal)
    guard months != terms.interval.count else { return ModelRatio(Int128(months), 12) }
    let odd = min(end.components.day, 30) - min(start.components.day, 30)
    return ModelRatio(Int128(months * 30 + odd), 360)
  }

  static func shifted(_ date: BookDate, _ terms: PlanTerms) throws -> BookDate {
    guard terms.shift.rule == .nextWorkingDay else { return date }
    return date.weekday == 0 ? try date.adding(days: 1) : date
  }

  /// The beginning and the due dates of a loan paid out on a day.
  static func dates(_ terms: PlanTerms, from start: BookDate, count: Int) throws -> [BookDate] {
    var dates = [start]
    for step in 1...count {
      let distance = step * terms.interval.count
      switch terms.interval.unit {
      case .day: dates.append(try start.adding(days: distance))
      case .week: dates.append(try start.adding(days: 7 * distance))
      case .month:
        var month = start.month
        for _ in 0..<distance { month = try month.next() }
        let day = min(start.components.day, month.dayCount)
        dates.append(try month.firstDay.adding(days: day - 1))
      }
    }
    return dates
  }
}
