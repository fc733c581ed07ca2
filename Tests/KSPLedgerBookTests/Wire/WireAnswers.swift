import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a book answers to everything that it can be asked.
final class WireAnswers {
  typealias Answer = any (Codable & Hashable)

  let book: Ledger
  private(set) var answers: [Answer] = []

  init(_ book: Ledger) { self.book = book }

  /// Notes an answer, or that there is none.
  func add(_ answer: @autoclosure () throws -> Answer?) {
    do {
      if let answer = try answer() { answers.append(answer) }
    } catch {
      Issue.record(error)
    }
  }

  func add(all found: @autoclosure () throws -> [Answer]) {
    do {
      answers += try found()
    } catch {
      Issue.record(error)
    }
  }

  /// Lists, papers and explanations of the book and its months.
  func readBook() throws {
    let (today, first, second) = (
      try book.today(), try month("2026-01"), try month("2026-02")
    )
    let year = try period("2026-01-01", "2026-12-31")
    add(try book.status())
    add(try book.settings)
    add(try book.knowledge())
    add(try book.durability())
    add(try book.verify(isQuick: true, progress: { self.add($0) }))
    add(all: try book.chart())
    add(all: try book.officers())
    add(all: try book.holidays())
    add(all: try book.accountNames())
    add(all: try book.cashWords())
    add(all: try book.taxRules())
    add(all: try book.corporateTaxRules())
    add(try book.corporateTax(first))
    add(try book.trialBalance())
    add(try book.balanceSheet())
    add(try book.incomeStatement())
    add(try book.equityChanges())
    add(try book.cashFlow())
    add(try book.financialNotes())
    add(try book.healthSheet())
    add(try book.memberBenefit())
    add(try book.explainLine("SHU", year))
    add(try book.supervisionLimits())
    add(try book.unusualCash(in: year, above: 1_000_000))
    add(try book.dutyCalendar(year: 2026))
    add(try book.transit())
    add(try book.cashBook(in: year))
    add(all: try book.cashTotals(in: year))
    add(try book.find("0002"))
    add(try book.monthEndOutlook())
    for month in [first, second] {
      add(try book.monthEnd(month))
      add(try book.monthInterest(month))
      add(try book.accruals(of: month))
      add(try book.taxCheck(month))
      add(all: try book.withholdingSlips(month))
    }
    add(try book.taxDeadline())
    add(try book.periodFigures(year))
    add(try book.savingsByProduct(asOf: today))
    add(try book.memberMovements(year))
    add(try book.budgetReport(Budget(["4-1100": 1_000_000]), 2026))
    add(all: try book.balanceConfirmations(3, asOf: today, seed: 7))
    for register in RegisterBook.all { add(try book.register(register, of: year)) }
    add(try book.yearEnd(2025))
    add(try book.previewYearEnd(2025))
    add(try book.shu(2025))
    add(try book.shuRewards(2025))
    try book.events { add($0) }
    try book.entries { add($0) }
  }

  /// What it knows of members, their savings and their loans.
  func readMembers() throws {
    let (today, first) = (try book.today(), try month("2026-01"))
    let year = try period("2026-01-01", "2026-12-31")
    add(all: try book.members(includingLeft: true))
    add(try book.members(asOf: today))
    add(try book.leavers(includingPaid: true))
    add(try book.dues(asOf: today, includingLeft: true))
    add(try book.duesOwed())
    add(all: try book.dueAmounts())
    add(try book.taxClaims())
    add(all: try book.savingsProducts())
    for product in try book.savingsProducts() {
      add(all: try book.savingsTerms(of: product.code))
      try book.balances(of: product.code, on: today) { add($0) }
    }
    for product in try book.loanProducts() {
      add(product)
      add(all: try book.loanTerms(of: product.code))
    }
    add(try book.loanAccounts())
    for number in try book.memberNumbers(asOf: today) {
      add(try book.member(number))
      add(try book.dues(of: number, asOf: today))
      add(all: try book.heldSavings(of: number, on: today))
      add(all: try book.shuReceived(by: number))
      add(try book.statement(ofMember: number, period: year))
      add(all: try book.debts(of: number, asOf: today))
    }
    for account in ["SUK-0001", "SUK-0002", "QUR-0001"] as [AccountCode] {
      add(try book.owner(of: account))
      add(try book.explain(account, first))
    }
    try book.savingsByPeriod(asOf: today) { add($0) }
    add(all: try book.monthlyFees())
    add(all: try book.dormantAccounts(on: day("2027-06-30")))
    add(all: try book.holds())
    add(all: try book.standingOrders())
    for order in try book.standingOrders() { add(try book.standingOrder(order.number)) }
    add(try book.standingOrderTries(in: year))
    add(all: try book.plannedSavingsTerms())
    add(all: try book.plannedSavings(on: today))
    add(try book.plannedSavingsAhead())
    add(all: try book.termOffers())
    for deposit in try book.termDeposits(includingEnded: true) {
      add(deposit)
      add(try book.explainTermDeposit(deposit.account, deposit.opened.month))
    }
    add(try book.termDepositsAhead())
    for card in try book.loans(includingEnded: true) {
      add(card)
      add(try book.explainLoan(card.loan.number, first))
    }
    add(try book.loanRegister(includingEnded: true))
    add(try book.dueInstallments(in: year))
    add(try book.settlementQuote(of: "PJ-0001", on: today))
  }

  /// What stands with banks, payers, insurers and tills, and in the register of assets.
  func readOthers() throws {
    let today = try book.today()
    add(all: try book.bankRules())
    add(try book.bankReconciliation())
    add(all: try book.bankStandings())
    for number in 1...2 { add(try book.claim(number)) }
    add(all: try book.payerAccounts())
    add(try book.claimsOpen())
    add(try book.insuranceClaims(includingPaid: true))
    add(all: try book.tills())
    add(try book.tillList())
    for till in try book.tills() { add(all: try book.tillCounts(of: till.name)) }
    add(try book.collectionList(of: "kolektor", round: 1))
    add(try book.assets())
    for standing in try book.assets(asOf: day("2026-01-31")).assets {
      add(try book.asset(standing.asset.number, asOf: today))
    }
    var last: EntryNumber?
    try book.entries { last = $0.number }
    if let last { add(try book.voucher(last)) }
    if let deposit = try book.entries(reference: "K-9").first {
      add(try book.passbookLines(from: deposit.number, row: 5))
    }
    add(try book.groupBill("Pasar", for: month("2026-03")))
    add(try book.lastInterest(of: "sukarela", through: month("2026-03")))
  }
}
