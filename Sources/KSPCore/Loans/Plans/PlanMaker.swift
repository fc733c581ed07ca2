/// Computes the principal and interest of every row, method by method.
struct PlanMaker {
  struct Row {
    var principal: Rupiah
    var interest: Rupiah
    /// What the interest is worked out from.
    var basis: InstallmentWorking.Basis
  }

  private let terms: PlanTerms
  private let principal: Rupiah
  private let rates: PeriodRates
  private(set) var rows: [Row] = []
  private(set) var interestInAdvance = Rupiah.zero
  private var balance: Rupiah

  init(terms: PlanTerms, principal: Rupiah, rates: PeriodRates) {
    self.terms = terms
    self.principal = principal
    self.rates = rates
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
    let parts = Int128(terms.count - terms.principalGrace)
    for period in 0..<terms.count {
      let base = onBalance ? balance : principal
      let earned = try interest(on: base, period)
      let isInAdvance = terms.interestDue == .inAdvance
      if isInAdvance { try interestInAdvance += earned }
      let due = isInAdvance ? .zero : earned
      let basis: InstallmentWorking.Basis = isInAdvance ? .nothing : .balance(base)
      guard period >= terms.principalGrace else {
        try append(principal: .zero, interest: due, basis)
        continue
      }
      let exact = Int128(principal.sen) + Int128(due.sen) * parts
      let total = try terms.installmentRounding.round(exact, over: parts)
      try append(principal: try total - due, interest: due, basis)
    }
  }

  /// A level installment, of which what is not interest repays the loan.
  private mutating func makeLevel() throws(LedgerError) {
    for period in 0..<terms.principalGrace {
      try append(principal: .zero, interest: try interest(on: balance, period), .balance(balance))
    }
    let total = try LevelPayment.amount(
      principal, rates, from: terms.principalGrace, terms.installmentRounding)
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
      rows = [Row(principal: principal, interest: due, basis: .balance(principal))]
    case .inAdvance:
      interestInAdvance = try rates.simpleInterest(on: principal, terms.interestRounding)
      rows = [Row(principal: principal, interest: .zero, basis: .nothing)]
    }
  }

  /// The interest of a declining loan, then price and interest in equal installments.
  private mutating func makeFixedPrice() throws(LedgerError) {
    var declining = terms
    declining.method = .declining
    var maker = PlanMaker(terms: declining, principal: principal, rates: rates)
    try maker.makeRows()
    var interestLeft = Rupiah.zero
    for row in maker.rows { try interestLeft += row.interest }
    let interest = interestLeft
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
  /// nothing, or that asks for nothing at all, cannot be.
  private mutating func append(
    principal part: Rupiah, interest: Rupiah, _ basis: InstallmentWorking.Basis
  ) throws(LedgerError) {
    let number = rows.count + 1
    let isLast = number == terms.count
    let repaid = isLast ? balance : part
    let isIdle = terms.method == .bullet || number <= terms.principalGrace
    let asksForSomething = repaid.isPositive || interest.isPositive || isIdle
    guard !repaid.isNegative, asksForSomething, isLast ? repaid.isPositive : repaid < balance else {
      throw .loanPlanUnroundable(terms.installmentRounding, installment: number)
    }
    balance = try balance - repaid
    rows.append(Row(principal: repaid, interest: interest, basis: basis))
  }
}
