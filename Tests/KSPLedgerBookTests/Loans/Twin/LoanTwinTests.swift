import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A loan that is taken over goes on exactly as it would have in the book it came from.
@Suite struct LoanTwinTests {
  /// From the takeover on, every due amount, class, quote, balance and remainder of the card, and
  /// every figure of every month end is the same in both books, whatever is paid and when.
  @Test(arguments: 0..<8)
  func theTwoBooksAgreeFromTheTakeoverOn(_ group: Int) throws {
    var takenOver = 0
    var seed = UInt64(group) * 1_000
    while takenOver < 6 {
      seed += 1
      var cases = LoanTwinCases(seed: seed)
      if try agree(&cases) { takenOver += 1 }
    }
  }

  /// Runs a loan in both books; false when nothing of it is left to be taken over.
  private func agree(_ cases: inout LoanTwinCases) throws -> Bool {
    let example = try cases.example()
    let last = try month(cases.pick(["2025-08", "2025-10", "2025-11", "2025-12"]))
    let twin = try LoanTwin(example, through: last)
    var now = try month("2025-01")
    while now <= last {
      // One payment a month: a later one that is dated back may leave a late fee paid too much,
      // which no card shows.
      if now >= example.disbursedOn.month, cases.pick([false, true, true]) {
        _ = try pay(twin.old, in: now, &cases, isBefore: true)
      }
      _ = try twin.old.runMonthEnd(now)
      now = try now.next()
    }
    guard try twin.old.loan(LoanTwin.number, asOf: twin.opening).loan.status == .running,
      try twin.balance(twin.old, LoanTwin.number.text).isPositive
    else { return false }
    try twin.takeOver()
    try compare(twin, on: twin.opening)
    for _ in 0..<4 {
      for _ in 0..<cases.pick([0, 1, 1, 2]) {
        var again = cases
        let old = try pay(twin.old, in: now, &cases, isBefore: false)
        let new = try pay(twin.new, in: now, &again, isBefore: false)
        #expect(old == new)
      }
      let preview = try twin.new.previewMonthEnd(now)
      let old = try twin.old.runMonthEnd(now)
      let new = try twin.new.runMonthEnd(now)
      #expect(preview.loanProducts.map(\.recognised) == new.loanProducts.map(\.recognised))
      #expect(old.loanProducts.map(Figures.init) == new.loanProducts.map(Figures.init))
      #expect(old.provisions.map(\.change) == new.provisions.map(\.change))
      try compare(twin, on: now.lastDay)
      now = try now.next()
    }
    try end(twin, on: now.firstDay.adding(days: cases.pick([0, 9, 20])), cases.pick([0, 1, 2, 3]))
    let failed = try twin.new.verify().checks.filter { $0.count > 0 }
    #expect(failed.map { "\($0.name): \($0.first ?? "")" } == [])
    return true
  }

  private struct Figures: Equatable {
    let loans: [LoanClass: Int]
    let amounts: [Rupiah]

    init(_ product: MonthEndReport.LoanProduct) {
      loans = product.loans
      amounts = [product.outstanding, product.arrears, product.recognised, product.allowance]
    }
  }

  private func compare(_ twin: LoanTwin, on date: BookDate) throws {
    let (old, new) = (try twin.facts(twin.old, on: date), try twin.facts(twin.new, on: date))
    #expect(old == new, "on \(date)")
    #expect(new.agrees)
  }

  /// What a payment did, or why it was refused.
  private struct Outcome: Equatable {
    var parts: [RepaymentSplit.Part] = []
    var intoSavings = Rupiah.zero
    var outstanding = Rupiah.zero
    var refusal: LedgerError.Code?
  }

  /// A payment of some size; before the takeover nothing that gives the loan a new plan.
  private func pay(
    _ ledger: Ledger, in month: BookMonth, _ cases: inout LoanTwinCases, isBefore: Bool
  ) throws -> Outcome {
    let date = try month.firstDay.adding(
      days: Int.random(in: 0..<Int(month.dayCount), using: &cases.random))
    let due = try ledger.loan(LoanTwin.number, asOf: date)
    let toPay = due.position.totalDue
    var amount = Rupiah(sen: Int64.random(in: 1...60, using: &cases.random) * 2_500_000 + 3_700)
    let keepsPlan =
      switch due.loan.terms.prepayment {
      case .nextInstallments, .savings: true
      case .fewerInstallments, .smallerInstallments, .interestFirst: false
      }
    // Now and then the borrower is let off something instead.
    if Int.random(in: 0..<5, using: &cases.random) == 0 {
      let most = due.position.dueAmounts.interest
      do {
        let slip = try ledger.waiveLoan(
          min(most, 20_000), loan: LoanTwin.number, on: date, note: EntryNote(memo: "keringanan"))
        return Outcome(intoSavings: slip.amount)
      } catch {
        return Outcome(refusal: error.code)
      }
    }
    switch Int.random(in: 0..<3, using: &cases.random) {
    case 0: amount = toPay
    case 1: amount = min(amount, toPay)
    default: if isBefore, !keepsPlan { amount = min(amount, toPay) }
    }
    do {
      let receipt = try ledger.repay(
        amount, loan: LoanTwin.number, on: date,
        choices: RepaymentChoices(settles: false, overpayment: .savings))
      return Outcome(
        parts: receipt.parts, intoSavings: receipt.intoSavings, outstanding: receipt.outstanding)
    } catch {
      return Outcome(refusal: error.code)
    }
  }

  /// The last thing that happens: a new plan, a settlement or a write-off.
  private func end(_ twin: LoanTwin, on date: BookDate, _ way: Int) throws {
    var facts: [LoanTwin.Facts] = []
    var outcomes: [[Rupiah]] = []
    for ledger in [twin.old, twin.new] {
      guard try ledger.loan(LoanTwin.number, asOf: date).loan.status == .running else { continue }
      switch way {
      case 0:
        _ = try? ledger.rescheduleLoan(LoanTwin.number, on: date, count: 7, method: .declining)
      case 1:
        let receipt = try? ledger.settleLoan(loan: LoanTwin.number, on: date)
        outcomes.append(receipt?.parts.map(\.amount) ?? [])
      case 3:
        // A new loan pays it off.
        let receipt = try? ledger.disburse(
          LoanApplication(member: "0001", product: "flat", amount: 90_000_000, date: date),
          payingOff: [LoanTwin.number]
        ).receipt
        outcomes.append([receipt?.amount ?? .zero] + (receipt?.deductions.map(\.amount) ?? []))
      default:
        let receipt = try? ledger.writeOffLoan(LoanTwin.number, on: date)
        outcomes.append([receipt?.amount ?? .zero])
      }
      facts.append(try twin.facts(ledger, on: date.adding(days: 3)))
    }
    #expect(facts.count != 1 && facts.first == facts.last)
    #expect(outcomes.first == outcomes.last)
  }
}
