import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Payments entered in any order, some of them taken back, leave what entering the others by their
/// days would: position, late fees, interest, income, and every account.
@Suite struct LoanShuffleTests {
  private struct Paid {
    let date: BookDate
    let amount: Rupiah
    let said: LoanParts?
  }

  /// A book with a loan of random terms; the money of the payments never reaches all of it. It may
  /// pay off an older one, whose month of interest is then unearned or receivable beside its own.
  private static func lend(
    _ terms: LoanTerms, payingOff isTopUp: Bool
  ) throws -> (book: LoanBook, number: LoanNumber) {
    let book = try LoanBook()
    _ = try book.ledger.deposit(50_000_000, member: "0001", on: day("2026-01-03"))
    let accounts = try book.ledger.loanProducts()[0].accounts
    try book.ledger.addLoanProduct(
      LoanProduct(code: "uji", name: Phrase(id: "Uji", en: "Test"), accounts: accounts),
      terms: terms)
    guard isTopUp else {
      return (book, try book.lend("uji", 12_000_000, count: 6, on: "2026-01-12"))
    }
    let old = try book.lend("menurun", 2_400_000, on: "2026-01-05")
    let new = try book.ledger.disburse(
      LoanApplication(
        member: "0001", product: "uji", amount: 12_000_000, count: 6, date: day("2026-01-12")),
      payingOff: [old])
    return (book, new.loan.number)
  }

  private static func draw(_ random: inout SplitMix64) throws -> [Paid] {
    var days: Set<BookDate> = []
    let count = Int.random(in: 2...6, using: &random)
    while days.count < count {
      days.insert(try day("2026-01-13").adding(days: Int.random(in: 0...140, using: &random)))
    }
    return days.sorted().map { date in
      let said =
        Int.random(in: 0..<6, using: &random) == 0
        ? LoanParts(principal: Rupiah(sen: Int64.random(in: 1...9, using: &random) * 1_000_000))
        : nil
      let amount = Rupiah(sen: Int64.random(in: 1...160, using: &random) * 1_000_000 + 700)
      return Paid(date: date, amount: (try? said?.total()) ?? amount, said: said)
    }
  }

  private static func pay(
    _ paid: Paid, _ book: LoanBook, _ number: LoanNumber
  ) throws -> EntryNumber {
    try book.ledger.repay(
      paid.said == nil ? paid.amount : nil, loan: number, on: paid.date, choices: choices,
      saying: paid.said
    ).receipt.entry
  }

  private static let choices = RepaymentChoices(settles: false, overpayment: .savings)

  private static func compare(
    _ first: LoanBook, _ second: LoanBook, _ number: LoanNumber, _ place: String
  ) throws {
    for text in ["2026-02-14", "2026-03-31", "2026-05-05", "2026-06-30"] {
      let date = try day(text)
      let (left, right) = (
        try first.ledger.loan(number, asOf: date), try second.ledger.loan(number, asOf: date)
      )
      #expect(left.payments == right.payments, "\(place), \(text)")
      #expect(left.position == right.position, "\(place), \(text)")
      #expect(left.installments == right.installments, "\(place), \(text)")
      let (old, new) = (
        try first.ledger.trialBalance(asOf: date), try second.ledger.trialBalance(asOf: date)
      )
      #expect(old.rows == new.rows, "\(place), \(text)")
    }
  }

  @Test("K4.1, K4.2: any order is the order of the days", arguments: 0..<6)
  func anyOrderIsTheOrderOfTheDays(_ group: Int) throws {
    var random = SplitMix64(seed: 20_261_200 + UInt64(group))
    var (compared, reallocated, toppedUp) = (0, 0, 0)
    var round = 0
    // At least one of them has to divide something anew, and one to pay off an older loan.
    while compared < 5 || reallocated == 0 || toppedUp == 0 {
      round += 1
      guard round < 60 else { break }
      var terms = try LoanModelRun.drawTerms(Int.random(in: 0..<20, using: &random), &random)
      terms.needsApproval = false
      terms.plan.count = 6
      let paid = try Self.draw(&random)
      let taken = paid.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }.map(\.date)
      let place = "group \(group), round \(round)"
      let isTopUp = round.isMultiple(of: 4)
      guard let (ordered, number) = try? Self.lend(terms, payingOff: isTopUp) else { continue }
      let shuffled = try Self.lend(terms, payingOff: isTopUp).book
      // Now and then the borrower is let off something before any slip is found.
      if round.isMultiple(of: 3) {
        let date = try day("2026-03-20")
        for book in [ordered, shuffled] {
          _ = try? book.ledger.waiveLoan(
            21_300, loan: number, on: date, note: EntryNote(memo: "keringanan"))
        }
      }
      do {
        for payment in paid where !taken.contains(payment.date) {
          _ = try Self.pay(payment, ordered, number)
        }
        var entries: [(entry: EntryNumber, date: BookDate)] = []
        for payment in paid.shuffled(using: &random) {
          entries.append((try Self.pay(payment, shuffled, number), payment.date))
        }
        for (entry, date) in entries where taken.contains(date) {
          _ = try shuffled.ledger.reverse(entry)
        }
      } catch let error as LedgerError {
        // A plan, or parts that were said, lie between, and the error names them.
        #expect(
          [
            .loanDateTooEarly, .loanLaterPlan, .loanLaterEvents, .loanPartTooLarge,
            .loanSettlementAmount, .loanPlanUnroundable, .loanNotAtStep, .loanLaterWaiver,
          ].contains(error.code), "\(place): \(error)")
        continue
      }
      compared += 1
      if isTopUp { toppedUp += 1 }
      reallocated += try shuffled.ledger.loan(number, asOf: day("2026-06-30")).reallocations
        .count
      try Self.compare(ordered, shuffled, number, place)
      for text in ["2026-01", "2026-02", "2026-03"] {
        let (left, right) = (try ordered.monthEnd(text), try shuffled.monthEnd(text))
        #expect(left.loans == right.loans, "\(place), \(text)")
      }
      try Self.compare(ordered, shuffled, number, place)
      let found = try shuffled.ledger.verify().checks.filter { $0.count > 0 }
      #expect(found == [], "\(place)")
    }
    let done = "group \(group): \(compared), \(reallocated), \(toppedUp)"
    #expect(compared >= 5 && reallocated > 0 && toppedUp > 0, "\(done)")
  }
}
