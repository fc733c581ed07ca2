import GRDB
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The random operations, each on the book and on the oracle.
extension LoanModelRun {
  func lend(inOneStep: Bool) throws {
    let product = Int.random(in: 0..<Self.products, using: &random)
    let member = Self.members.randomElement(using: &random) ?? "0001"
    let date = try anyDay()
    var terms = terms[product]
    let count = Int.random(in: 3...7, using: &random)
    terms.plan.count = count
    let principal = amount(4, 60)
    let collateral =
      Bool.random(using: &random)
      ? [Collateral(kind: .vehicle, description: "BPKB", value: Rupiah(sen: amount(1, 60)))] : []
    let number = "PJ-\(String(10_000 + oracle.loans.count + 1).dropFirst())"
    let facts = LoanModelOracle.LoanFacts(
      number: number, member: member.text, product: product, terms: terms, principal: principal,
      appliedOn: date, collateral: collateral,
      steps: [LoanModelOracle.Step(kind: "applied", date: date)])
    let application = LoanApplication(
      member: member, product: "m\(product)", amount: Rupiah(sen: principal), count: count,
      date: date, collaterals: collateral)
    guard inOneStep else {
      return try both("apply") {
        try $0.apply(facts, count: count)
      } _: {
        let loan = try $0.applyForLoan(application)
        #expect(loan.number.text == number)
      }
    }
    try both("lend") {
      try $0.apply(facts, count: count)
      try $0.disburse($0.loans.count - 1, on: date, to: "1-1000")
    } _: {
      let loan = try $0.disburse(application).loan
      #expect(loan.number.text == number)
    }
  }

  /// A loan that is approved, or needs no approval, pays off a running one of the same member, or of
  /// another.
  func topUp() throws {
    let waiting = oracle.loans.indices.filter {
      [.applied, .approved].contains(try? oracle.status($0))
    }
    guard let loan = waiting.randomElement(using: &random) else { return }
    let member = oracle.loans[loan].member
    let own = oracle.loans.indices.filter { oracle.loans[$0].member == member && $0 != loan }
    // Mostly the smallest that runs, which the new loan may reach for.
    let running = own.filter { (try? oracle.status($0)) == .running }
    let smallest = running.min { oracle.outstanding($0) < oracle.outstanding($1) }
    let isAny = Int.random(in: 0..<3, using: &random) == 0
    guard let old = isAny ? own.randomElement(using: &random) : smallest else { return }
    let date = try anyDay()
    let (number, settled) = (
      LoanNumber(oracle.loans[loan].number), LoanNumber(oracle.loans[old].number)
    )
    try both("top up") {
      try $0.disburse(loan, on: date, to: "1-1000", payingOff: old)
    } _: {
      let receipt = try $0.disburse(number, on: date, payingOff: [settled]).receipt
      let cut = receipt.deductions.reduce(receipt.amount.sen) { $0 + $1.amount.sen }
      #expect(cut == self.oracle.loans[loan].principal)
    }
  }

  func decideOrDisburse() throws {
    let waiting = oracle.loans.indices.filter {
      [.applied, .approved].contains(try? oracle.status($0))
    }
    let isAny = Int.random(in: 0..<6, using: &random) == 0
    guard let loan = (isAny ? Array(oracle.loans.indices) : waiting).randomElement(using: &random)
    else { return }
    let number = LoanNumber(oracle.loans[loan].number)
    let date = try anyDay()
    if Bool.random(using: &random) {
      let isApproved = Int.random(in: 0..<4, using: &random) > 0
      return try both("decide") {
        try $0.decide(loan, isApproved: isApproved, on: date)
      } _: {
        _ =
          isApproved
          ? try $0.approveLoan(number, on: date) : try $0.rejectLoan(number, on: date)
      }
    }
    let savings = try AccountCode("SUK-\(oracle.loans[loan].member)")
    let isIntoSavings = Bool.random(using: &random)
    try both("disburse") {
      try $0.disburse(loan, on: date, to: isIntoSavings ? savings.text : "1-1000")
    } _: {
      _ = try $0.disburse(number, on: date, to: isIntoSavings ? savings : nil)
    }
  }

  /// Nothing named, a part, the whole debt and more, or whatever.
  func anyAmount(_ loan: Int) -> Int64? {
    let owed = oracle.outstanding(loan)
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: return nil
    case 2: return amount(1, 3)
    case 3: return Int64.random(in: 1...max(1, owed / 100), using: &random) * 100
    case 4: return owed + amount(1, 9)
    default: return amount(1, 15)
    }
  }

  /// What is decided beforehand; now and then nothing.
  func anyDecision() -> LoanModelOracle.Decision {
    LoanModelOracle.Decision(
      settles: Int.random(in: 0..<4, using: &random) == 0 ? nil : false,
      overpays: Int.random(in: 0..<4, using: &random) > 0)
  }

  func repay() throws {
    guard let loan = anyLoan() else { return }
    let isTooLate =
      try Int.random(in: 0..<12, using: &random) == 0
      && oracle.openMonth > month("2026-01")
    let date = try isTooLate ? oracle.openMonth.previous().lastDay : anyDay()
    let money = anyAmount(loan)
    let (payer, text) = payer(of: loan)
    let number = LoanNumber(oracle.loans[loan].number)
    let plans = oracle.loans[loan].plans.count
    let decision = anyDecision()
    var left: LoanReceipt?
    try both("repay") {
      try $0.repay([(loan, money)], on: date, from: text, decision)
    } _: {
      let receipt = try $0.repay(
        money.map { Rupiah(sen: $0) }, loan: number, on: date, from: payer,
        choices: decision.choices)
      let parts = receipt.parts.reduce(receipt.intoSavings.sen) { $0 + $1.amount.sen }
      #expect(parts - receipt.returned.sen == receipt.receipt.amount.sen)
      try expectCopy(of: receipt)
      left = receipt
    }
    if let left {
      // What is owed at the end of the day, and beside it what later payments leave.
      #expect(left.outstanding.sen == oracle.outstanding(loan, asOf: date), "\(left.receipt.entry)")
      #expect(left.receipt.laterBalance.map { $0.sen == oracle.outstanding(loan) } ?? true)
      if left.receipt.laterBalance != nil { reached["paid before others", default: 0] += 1 }
    }
    if oracle.loans[loan].plans.count > plans {
      reached["plans anew", default: 0] += 1
      if oracle.loans[loan].plans.last?.returned ?? 0 > 0 {
        reached["interest returned ahead", default: 0] += 1
      }
    }
    if oracle.balance("4-1200") != 0 { reached["administration paid", default: 0] += 1 }
    reached["reallocated"] = oracle.changes.isEmpty ? nil : oracle.changes.count
  }

  func payroll() throws {
    let running = oracle.loans.indices.filter { (try? oracle.status($0)) == .running }
    let chosen = running.shuffled(using: &random).prefix(3)
    guard !chosen.isEmpty else { return }
    let date = try anyDay()
    let rows = chosen.map { (loan: $0, amount: Optional(amount(1, 12))) }
    let csv = rows.reduce("loan,amount\n") {
      $0 + "\(oracle.loans[$1.loan].number),\(($1.amount ?? 0) / 100)\n"
    }
    let isBad = Int.random(in: 0..<4, using: &random) == 0
    let before = try version()
    var next = oracle
    var isRefused = isBad
    do {
      if !isBad {
        try next.repay(
          rows, on: date, from: "1-1400", .init(settles: false, overpays: true))
      }
    } catch is LoanModelOracle.Refusal {
      isRefused = true
    }
    do {
      let report = try ledger.importRepayments(
        csv: isBad ? csv + "PJ-9999,5\n" : csv, file: "gaji.csv", on: date,
        from: AccountCode("1-1400"), terms: PayrollTerms(overpayment: .savings, paysAhead: true))
      last = "list ok"
      #expect(report.rows.count == rows.count)
      if isRefused { hasFailed = true }
      oracle = next
    } catch {
      last = "list refused"
      if try !isRefused || version() != before { hasFailed = true }
    }
    reached[last, default: 0] += 1
    if hasFailed { Issue.record("\(last), but the oracle says otherwise") }
  }

  func reverse() throws {
    guard
      let entry = (firstEntries..<max(firstEntries + 1, oracle.entries.count))
        .randomElement(using: &random), entry < oracle.entries.count
    else { return }
    let isAsked = Int.random(in: 0..<4, using: &random) == 0
    let date = isAsked ? try anyDay() : nil
    let loans = Set(oracle.entries[entry].payments.map(\.loan) + oracle.entries[entry].steps)
    try both("reverse") {
      try $0.reverse(entry, on: date)
    } _: {
      _ = try $0.reverse(EntryNumber(Int64(entry + 1)), on: date)
    }
    guard last == "reverse ok" else { return }
    let day = oracle.entries[entry].date
    for loan in loans { try compareLoan(loan, asOf: day.adding(days: 30), last) }
  }

  func settle() throws {
    guard let loan = anyLoan() else { return }
    let date = try anyDay()
    let (payer, text) = payer(of: loan)
    let number = LoanNumber(oracle.loans[loan].number)
    if try oracle.status(loan) == .running, date >= oracle.lastDate(loan, withPayments: true),
      let quote = try? oracle.quote(loan, on: date)
    {
      let found = try ledger.settlementQuote(of: number, on: date)
      #expect(found.interest.sen == quote.0.interest && found.lateFee.sen == quote.0.lateFee)
      #expect(found.principal.sen == quote.0.principal && found.penalty.sen == quote.penalty)
      #expect(found.administration.sen == quote.0.administration)
      #expect(found.returned.sen == quote.returned)
      if quote.returned > 0 { reached["interest returned at settlement", default: 0] += 1 }
    }
    // Through a payment, some of the time.
    if Int.random(in: 0..<3, using: &random) == 0 {
      let money = oracle.outstanding(loan) + amount(0, 8)
      return try both("settle by paying") {
        try $0.settle(loan, paying: money, overpays: true, on: date, from: text)
      } _: {
        let receipt = try $0.repay(
          Rupiah(sen: money), loan: number, on: date, from: payer,
          choices: RepaymentChoices(settles: true, overpayment: .savings))
        #expect(receipt.receipt.amount.sen == money)
        try expectCopy(of: receipt)
      }
    }
    try both("settle") {
      try $0.settle(loan, on: date, from: text)
    } _: {
      try expectCopy(of: $0.settleLoan(loan: number, on: date, from: payer))
    }
  }

  /// A copy says of a payment what its first print said.
  private func expectCopy(of receipt: LoanReceipt) throws {
    guard receipt.receipt.kind == .repayment else { return }
    let copy = try ledger.voucher(receipt.receipt.entry).payment
    #expect(copy == receipt, "\(receipt.receipt.entry)")
  }

  func waive() throws {
    guard let loan = anyLoan() else { return }
    let (date, money) = (try anyDay(), amount(1, 4) / 4 / 100 * 100 + 100)
    let number = LoanNumber(oracle.loans[loan].number)
    try both("waive") {
      try $0.waive(loan, money, on: date)
    } _: {
      let slip = try $0.waiveLoan(
        Rupiah(sen: money), loan: number, on: date, note: EntryNote(memo: "keringanan"))
      #expect(slip.parts.reduce(0) { $0 + $1.amount.sen } == money)
    }
  }

  func reschedule() throws {
    guard let loan = anyLoan() else { return }
    let (date, count) = (try anyDay(), Int.random(in: 3...8, using: &random))
    let number = LoanNumber(oracle.loans[loan].number)
    let isAsBefore = Bool.random(using: &random)
    let rate = isAsBefore ? nil : try Rate(billionths: 12_500_000, per: .month)
    let method: LoanMethod? = isAsBefore ? nil : Bool.random(using: &random) ? .flat : .declining
    try both("reschedule") {
      try $0.reschedule(loan, on: date, count: count, rate: rate, method: method)
    } _: {
      let status = try $0.rescheduleLoan(
        number, on: date, count: count, rate: rate, method: method)
      let terms = status.loan.terms.plan
      #expect(terms.count == count && terms.rate == rate ?? terms.rate)
    }
  }

  func writeOff() throws {
    guard let loan = anyLoan() else { return }
    let date = try anyDay()
    let number = LoanNumber(oracle.loans[loan].number)
    try both("write off") {
      try $0.writeOff(loan, on: date)
    } _: {
      _ = try $0.writeOffLoan(number, on: date)
    }
  }

  func recover() throws {
    let given = oracle.loans.indices.filter { (try? oracle.status($0)) == .writtenOff }
    let isAny = Int.random(in: 0..<3, using: &random) == 0
    guard let loan = (isAny ? Array(oracle.loans.indices) : given).randomElement(using: &random)
    else { return }
    let (date, money) = (try anyDay(), amount(1, 9))
    let number = LoanNumber(oracle.loans[loan].number)
    try both("recover") {
      try $0.recover(loan, money, on: date)
    } _: {
      _ = try $0.recoverLoan(Rupiah(sen: money), loan: number, on: date)
    }
  }

  /// A rehearsal of a payment says what the payment would, and stores nothing.
  func rehearse() throws {
    guard let loan = anyLoan() else { return }
    let (date, money) = (try anyDay(), anyAmount(loan))
    let number = LoanNumber(oracle.loans[loan].number)
    let before = try version()
    let kept = oracle
    let decision = anyDecision()
    try both("rehearsal") {
      try $0.repay([(loan, money)], on: date, from: "1-1000", decision)
    } _: {
      _ = try $0.repay(
        money.map { Rupiah(sen: $0) }, loan: number, on: date, choices: decision.choices,
        dryRun: true)
    }
    oracle = kept
    #expect(try version() == before, "a rehearsal was stored")
  }

  func monthEnd() throws {
    let month = oracle.openMonth
    guard month.year == 2026 || month.month < 7 else { return }
    let wanted = try oracle.closeMonth(products: Self.products)
    for loan in oracle.loans.indices { try compareLoan(loan, asOf: month.lastDay, "\(month)") }
    let preview = try ledger.previewMonthEnd(month)
    let foretold = try oracle.loans.map { try ledger.explainLoan(LoanNumber($0.number), month) }
    let report = try ledger.runMonthEnd(month)
    let history = try ledger.monthEnd(month)
    try compareExplanations(month, foretold, report)
    #expect(history?.loanProducts == report.loanProducts)
    #expect(history?.loans == report.loans && preview.loans == report.loans)
    #expect(preview.provisions.map(\.change) == report.provisions.map(\.change))
    #expect(report.provisions.reduce(0) { $0 + $1.change.sen } == wanted.provision, "\(month)")
    for product in 0..<Self.products {
      let found = report.loanProducts.first { $0.code == "m\(product)" }
      #expect(found?.loans ?? [:] == wanted.loans[product] ?? [:], "\(month), m\(product)")
      #expect(found?.outstanding.sen ?? 0 == wanted.outstanding[product] ?? 0)
      #expect(
        found?.recognised.sen ?? 0 == wanted.recognised[product] ?? 0, "\(month), m\(product)")
      #expect(found?.allowance.sen ?? 0 == wanted.allowance[product] ?? 0, "\(month), m\(product)")
    }
    last = "month end ok"
    reached[last, default: 0] += 1
  }

  /// What was explained before the month end is what it kept and posted.
  private func compareExplanations(
    _ month: BookMonth, _ foretold: [LoanExplanation], _ report: MonthEndReport
  ) throws {
    for before in foretold {
      let after = try ledger.explainLoan(before.loan.number, month)
      let line = report.loans.first { $0.number == before.loan.number }
      let income = try after.income.map { try $0.recognised() } ?? .zero
      let recognised = try line.map { try $0.interest + $0.lateFee } ?? .zero
      let isRight =
        after.agrees && before.agrees && !before.isMonthClosed
        && after.kept == before.recomputed && (line != nil) == (after.kept != nil)
        && recognised == income
        && line?.allowance == after.kept?.allowance
      if !isRight {
        Issue.record("\(month): \(before.loan.number) is not explained: \(after)")
        hasFailed = true
      }
      if after.income != nil { explained[after.loan.terms.recognition, default: 0] += 1 }
    }
  }

  /// Nothing that came later changes the explanation of a month that is closed.
  func explainEverything(_ place: String) throws {
    var month = try month("2026-01")
    while month < oracle.openMonth {
      for loan in oracle.loans {
        let explanation = try ledger.explainLoan(LoanNumber(loan.number), month)
        #expect(explanation.agrees, "\(place): \(loan.number) in \(month)")
      }
      month = try month.next()
    }
  }

  // MARK: - Comparison

  func compare(_ place: String, all: Bool) throws {
    let found = try watch.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT code, balance FROM accountBalance JOIN account ON id = account
          WHERE balance <> 0
          """)
    }
    var wanted: [String: Int64] = [:]
    for entry in oracle.entries { wanted.merge(entry.legs) { $0 + $1 } }
    wanted = wanted.filter { $0.value != 0 }
    let balances = Dictionary(uniqueKeysWithValues: found.map { ($0[0] as String, $0[1] as Int64) })
    if balances != wanted {
      let differing = Set(balances.keys).union(wanted.keys).filter { balances[$0] != wanted[$0] }
      Issue.record(
        "\(place): \(differing.sorted().map { "\($0) \(balances[$0] ?? 0) \(wanted[$0] ?? 0)" })")
      hasFailed = true
    }
    let some =
      all
      ? Array(oracle.loans.indices)
      : (0..<2).compactMap { _ in oracle.loans.indices.randomElement(using: &random) }
    for loan in some { try compareLoan(loan, asOf: anyDay(), place) }
  }

  func compareLoan(_ loan: Int, asOf date: BookDate, _ place: String) throws {
    let facts = oracle.loans[loan]
    guard facts.appliedOn <= date else { return }
    let found = try ledger.loan(LoanNumber(facts.number), asOf: date)
    let status = try oracle.status(loan, asOf: date)
    var wrong: [String] = []
    func check<Value: Equatable>(_ name: String, _ found: Value, _ wanted: Value) {
      if found != wanted { wrong.append("\(name) \(found), not \(wanted)") }
    }
    check("status", found.loan.status, status)
    // A payment of late fees may come to more than is charged once another one was found.
    let isWhole =
      found.reconciliation.map {
        $0.principal.agrees && $0.interest.agrees && $0.administration.agrees
      } ?? true
    check("reconciled", isWhole, true)
    if !isWhole { wrong.append("\(found.reconciliation as Any) \(found.history)") }
    check("steps", found.steps.map(\.kind.rawValue), oracle.steps(loan, asOf: date).map(\.kind))
    let rows = oracle.plan(loan, asOf: date)?.rows ?? []
    check("due", found.installments.map(\.due), rows.map(\.due))
    check("principal", found.installments.map(\.principal.sen), rows.map(\.principal))
    check("interest", found.installments.map(\.interest.sen), rows.map(\.interest))
    check(
      "administration", found.installments.map(\.administration.sen), rows.map(\.administration))
    if status == .running {
      let left = oracle.left(loan, asOf: date)
      let due = zip(rows, left).filter { $0.0.due <= date }
      let amounts = found.position.dueAmounts
      check(
        "outstanding", found.position.outstanding.sen, oracle.outstanding(loan, asOf: date))
      check("due principal", amounts.principal.sen, due.reduce(0) { $0 + $1.1.principal })
      check("due interest", amounts.interest.sen, due.reduce(0) { $0 + $1.1.interest })
      check(
        "due administration", amounts.administration.sen,
        due.reduce(0) { $0 + $1.1.administration })
      let fee = try oracle.lateFee(loan, to: date, asRecordedThrough: date)
      check("late fee", found.position.lateFee.sen, fee.owed)
      check("late fee charged", found.position.lateFeeCharged.sen, fee.charged)
      check("class", found.loanClass, try oracle.grade(loan, asOf: date).0)
      check(
        "principal account", oracle.balance(facts.number, through: date),
        oracle.outstanding(loan, asOf: date))
    } else {
      check("open", found.position.open.isEmpty, true)
    }
    let paid = oracle.payments(loan, asOf: date)
    check("paid principal", found.payments.map(\.principal.sen), paid.map(\.paid.principal))
    check("paid interest", found.payments.map(\.interest.sen), paid.map(\.paid.interest))
    check("paid late fees", found.payments.map(\.lateFee.sen), paid.map(\.paid.lateFee))
    check(
      "paid administration", found.payments.map(\.administration.sen),
      paid.map(\.paid.administration))
    guard !wrong.isEmpty else { return }
    Issue.record(
      "\(place): \(facts.number) on \(date): \(wrong) \(facts.terms.plan) \(found.steps) \(found.kept as Any)"
    )
    hasFailed = true
  }
}

extension LoanModelOracle.Decision {
  var choices: RepaymentChoices {
    RepaymentChoices(settles: settles, overpayment: overpays ? .savings : nil)
  }
}
