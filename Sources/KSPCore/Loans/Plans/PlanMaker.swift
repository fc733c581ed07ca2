/// Computes the rows of a plan, method by method.
struct PlanMaker {
  private let terms: PlanTerms
  private let principal: Rupiah
  private let dates: [BookDate]
  private let rates: PeriodRates
  private(set) var rows: [Installment] = []
  /// What the interest of each row is worked out from; kept where somebody asks how a plan was
  /// made.
  private(set) var bases: [InstallmentWorking.Basis] = []
  private let keepsBases: Bool
  /// The interest of all rows.
  private(set) var interest = Rupiah.zero
  private(set) var interestInAdvance = Rupiah.zero
  /// The same by period; empty where none is cut.
  private(set) var advances: [Rupiah] = []
  /// The administration of all rows.
  private(set) var administration = Rupiah.zero
  private var balance: Rupiah

  init(
    terms: PlanTerms, principal: Rupiah, dates: [BookDate], rates: PeriodRates,
    keepsBases: Bool = false
  ) {
    self.terms = terms
    self.principal = principal
    self.dates = dates
    self.rates = rates
    self.keepsBases = keepsBases
    balance = principal
    rows.reserveCapacity(terms.count)
  }

  mutating func makeRows() throws(LedgerError) {
    switch terms.method {
    case .flat: try makeEqualParts(onBalance: false)
    case .declining: try makeEqualParts(onBalance: true)
    case .annuity: try makeLevel()
    case .bullet: try makeBullet()
    case .fixedPrice: try makeFixedPrice()
    }
  }

  // MARK: - Methods

  /// Equal parts of the principal; an installment is part and interest, rounded together.
  private mutating func makeEqualParts(onBalance: Bool) throws(LedgerError) {
    let (count, grace) = (terms.count, terms.principalGrace)
    let (rounding, isInAdvance) = (terms.installmentRounding, terms.interestDue == .inAdvance)
    let parts = UInt64(count - grace)
    for period in 0..<count {
      let base = onBalance ? balance : principal
      let earned = try interest(on: base, period)
      if isInAdvance {
        try interestInAdvance += earned
        advances.append(earned)
      }
      let due = isInAdvance ? .zero : earned
      let basis: InstallmentWorking.Basis = isInAdvance ? .nothing : .balance(base)
      guard period >= grace else {
        try append(principal: .zero, interest: due, basis)
        continue
      }
      let total =
        if let part = terms.installment {
          try rounding.round(Int128((try part + due).sen), over: 1)
        } else {
          try rounding.round(principal, over: parts, adding: due)
        }
      try append(principal: try total - due, interest: due, basis)
    }
  }

  /// A level installment, of which what is not interest repays the loan.
  private mutating func makeLevel() throws(LedgerError) {
    for period in 0..<terms.principalGrace {
      try append(principal: .zero, interest: try interest(on: balance, period), .balance(balance))
    }
    let total =
      if let level = terms.installment {
        level
      } else {
        try LevelPayment.amount(
          principal, rates, from: terms.principalGrace, terms.installmentRounding)
      }
    for period in terms.principalGrace..<terms.count {
      let due = try interest(on: balance, period)
      try append(principal: try total - due, interest: due, .balance(balance))
    }
  }

  /// The principal at the end; interest each time, or all of it at the end or in advance.
  private mutating func makeBullet() throws(LedgerError) {
    switch terms.interestDue {
    case .eachInstallment:
      for period in 0..<terms.count {
        let due = try interest(on: principal, period)
        try append(principal: .zero, interest: due, .balance(principal))
      }
    case .atEnd:
      let due = try rates.simpleInterest(on: principal, terms.interestRounding)
      try append(principal: principal, interest: due, .balance(principal), isOnly: true)
    case .inAdvance:
      interestInAdvance = try rates.simpleInterest(on: principal, terms.interestRounding)
      for period in 0..<terms.count {
        advances.append(try rates.interest(on: principal, period: period, .sen))
      }
      try append(principal: principal, interest: .zero, .nothing, isOnly: true)
    }
  }

  /// The interest of a declining loan, then price and interest in equal installments.
  private mutating func makeFixedPrice() throws(LedgerError) {
    var declining = terms
    declining.method = .declining
    var maker = PlanMaker(terms: declining, principal: principal, dates: dates, rates: rates)
    try maker.makeRows()
    let interest = maker.interest
    var interestLeft = interest
    let parts = Int128(terms.count - terms.principalGrace)
    let price = Int128(principal.sen) + Int128(interestLeft.sen)
    let total = try terms.installmentRounding.round(price, over: parts)
    let part = try terms.interestRounding.round(Int128(interestLeft.sen), over: parts)
    for period in 0..<terms.count {
      guard period >= terms.principalGrace else {
        try append(principal: .zero, interest: .zero, .nothing)
        continue
      }
      let isRest = period == terms.count - 1 || interestLeft < part
      let due = isRest ? interestLeft : part
      let basis: InstallmentWorking.Basis =
        isRest ? .part(of: interestLeft, parts: 1) : .part(of: interest, parts: Int(parts))
      interestLeft = try interestLeft - due
      try append(principal: try total - due, interest: due, basis)
    }
  }

  // MARK: - Rows

  private func interest(on balance: Rupiah, _ period: Int) throws(LedgerError) -> Rupiah {
    try rates.interest(on: balance, period: period, terms.interestRounding)
  }

  /// Adds a row; the last repays whatever is left. A row that repays more than is owed, less than
  /// nothing, or that asks for nothing at all, cannot be. The only row of a plan is due on the last
  /// of the dates.
  private mutating func append(
    principal part: Rupiah, interest: Rupiah, _ basis: InstallmentWorking.Basis,
    isOnly: Bool = false
  ) throws(LedgerError) {
    let number = rows.count + 1
    let isLast = number == terms.count || isOnly
    let repaid = isLast ? balance : part
    let isIdle = terms.method == .bullet || number <= terms.principalGrace
    let asksForSomething = repaid.isPositive || interest.isPositive || isIdle
    guard !repaid.isNegative, asksForSomething, isLast ? repaid.isPositive : repaid < balance else {
      throw .loanPlanUnroundable(terms.installmentRounding, installment: number)
    }
    balance = try balance - repaid
    try self.interest += interest
    let due = try terms.shift.shifted(dates[isOnly ? dates.count - 1 : number - 1])
    let third = try terms.administration.amount(on: repaid + interest)
    try administration += third
    rows.append(
      try Installment(
        number: number, due: due, principal: repaid, interest: interest, administration: third,
        balance: balance))
    if keepsBases { bases.append(basis) }
  }
}
