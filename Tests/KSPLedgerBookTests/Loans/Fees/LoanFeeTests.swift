import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Charges that are cut at disbursement and become income over the life of the loan.
@Suite struct LoanFeeTests {
  private static let unearned = "2-1700"
  private static let income = "4-1110"

  private static func book(
    _ earning: LoanFee.Earning, _ product: ProductCode = "menurun", share: String = "1"
  ) throws -> LoanBook {
    let book = try LoanBook()
    try book.change(product) { terms in
      terms.fees = try [
        LoanFee(
          code: "provisi", charge: .share(Share(parsing: "\(share)%")),
          target: .account(AccountCode(income)), earning: earning)
      ]
    }
    return book
  }

  private static func failed(_ ledger: Ledger) throws -> [String] {
    try ledger.verify().checks.filter { $0.count > 0 }.map(\.name)
  }

  @Test func atOnceIsIncomeAtOnce() throws {
    let book = try Self.book(.atOnce)
    _ = try book.lend("menurun", 12_000_000, count: 12, on: "2026-01-01")
    #expect(try book.balance(Self.income) == 120_000)
    #expect(try book.balance(Self.unearned) == 0)
    let report = try book.monthEnd("2026-01")
    #expect(report.sections.first { $0.code == "loan-fees" } == nil)
  }

  /// 365 days from 1 January to 1 January, of which 30 are over at the end of January.
  @Test func straightLineGoesByDays() throws {
    let book = try Self.book(.straight)
    let loan = try book.lend("menurun", 12_000_000, count: 12, on: "2026-01-01")
    #expect(try book.balance(Self.income) == 0)
    #expect(try book.balance(Self.unearned) == 120_000)
    let report = try book.monthEnd("2026-01")
    let line = try #require(report.sections.first { $0.code == "loan-fees" }?.lines.first)
    // 120.000 × 335/365 = 110.136,99 stays.
    #expect(line.amount == 9_863 && line.count == 1)
    #expect(try book.balance(Self.unearned) == 110_137)
    #expect(try book.ledger.monthEnd(month("2026-01"))?.sections == report.sections)
    let explained = try book.ledger.explainLoan(loan, month("2026-01"))
    #expect(explained.fees.map(\.working.earned) == [9_863] && explained.agrees)
    #expect(try Self.failed(book.ledger) == [])
  }

  @Test func aLoanThatEndsLeavesNothing() throws {
    for ending in 0..<3 {
      let book = try Self.book(.effective)
      let loan = try book.lend("menurun", 12_000_000, count: 12, on: "2026-01-01")
      try book.monthEnd("2026-01")
      switch ending {
      case 0: _ = try book.ledger.settleLoan(loan: loan, on: day("2026-02-10"))
      case 1: _ = try book.ledger.writeOffLoan(loan, on: day("2026-02-10"))
      default:
        _ = try book.lend("menurun", 6_000_000, to: "0002", count: 6, on: "2026-02-01")
        _ = try book.ledger.settleLoan(loan: loan, on: day("2026-02-10"))
      }
      try book.monthEnd("2026-02")
      let other: Rupiah = ending == 2 ? 60_000 : 0
      let left = try book.balance(Self.unearned)
      #expect(try left + book.balance(Self.income) == 120_000 + other)
      #expect(ending == 2 ? left.isPositive && left < other : left == 0)
      #expect(try Self.failed(book.ledger) == [])
    }
  }

  @Test func aReversedPayoutWasNeverCharged() throws {
    let book = try Self.book(.straight)
    let loan = try book.lend("menurun", 12_000_000, count: 12, on: "2026-01-10")
    let entry = try #require(try book.ledger.loan(loan).steps.compactMap(\.entry).first)
    _ = try book.ledger.reverse(entry, on: day("2026-01-10"))
    try book.monthEnd("2026-01")
    #expect(try book.balance(Self.unearned) == 0)
    #expect(try book.balance(Self.income) == 0)
    #expect(try Self.failed(book.ledger) == [])
  }

  @Test func onlyIncomeIsSpread() throws {
    let book = try LoanBook()
    for target in [
      LoanFee.Target.account(AccountCode("2-1600")), .savings(product: "wajib"),
    ] {
      #expect(throws: LedgerError.self) {
        try book.change("menurun") { terms in
          terms.fees = [
            LoanFee(code: "a", charge: .fixed(1_000), target: target, earning: .straight)
          ]
        }
      }
    }
    #expect(
      try LoanFee(parsing: "provisi=1%:4-1110:efektif").description
        == "provisi=1%:4-1110:effective")
  }

  @Test(arguments: [
    ("UPDATE loanFeeMonth SET unearned = unearned + 100", "loan.fees"),
    ("UPDATE loanFeeMonth SET amount = amount + 100", "loan.feeVoucher"),
  ])
  func verifyFinds(_ sql: String, _ check: String) throws {
    let checks = try RichBook.failures(after: sql)
    #expect(checks.contains { $0.name == check }, "\(checks.map(\.name))")
  }

  /// A walk through the days of random loans, with new plans and settlements on the way, some of
  /// which are taken back in a later month.
  @Test(arguments: 1...20) func walksAgree(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let earning: LoanFee.Earning = Bool.random(using: &random) ? .straight : .effective
    let product = ["menurun", "flat", "anuitas"].randomElement(using: &random) ?? "flat"
    let book = try Self.book(
      earning, ProductCode(product), share: "\(Int.random(in: 1...3, using: &random))")
    let amount = try Rupiah(rupiah: Int64.random(in: 10...300, using: &random) * 37_000)
    let start = try day("2026-01-01").adding(days: Int.random(in: 0...27, using: &random))
    let loan = try book.lend(
      ProductCode(product), amount, count: Int.random(in: 2...9, using: &random),
      on: start.description)
    let fee = try book.balance(Self.unearned).sen / 100
    var walks = [Walk(left: fee, start: start, principal: amount.sen, rows: try rows(loan, book))]
    var settlement: EntryNumber?
    var current = try month("2026-01")
    for _ in 0..<12 {
      if let entry = settlement {
        if Bool.random(using: &random) {
          _ = try book.ledger.reverse(entry)
          settlement = nil
        }
      } else if current > start.month, Int.random(in: 0..<7, using: &random) == 0 {
        let date = try current.firstDay.adding(days: Int.random(in: 0...20, using: &random))
        if Bool.random(using: &random) {
          settlement = try book.ledger.settleLoan(loan: loan, on: date).receipt.entry
        } else {
          let left = walks[walks.count - 1].left(at: date, earning)
          _ = try book.ledger.rescheduleLoan(
            loan, on: date, count: Int.random(in: 2...6, using: &random))
          let rows = try self.rows(loan, book)
          walks.append(
            Walk(
              left: left, start: date, principal: rows.reduce(0) { $0 + $1.principal },
              rows: rows))
        }
      }
      try book.monthEnd(current.description)
      let right = settlement != nil ? 0 : walks[walks.count - 1].left(at: current.lastDay, earning)
      let place: Comment = "seed \(seed) \(current)"
      #expect(try book.balance(Self.unearned).sen == right * 100, place)
      #expect(try book.balance(Self.income).sen == (fee - right) * 100, place)
      #expect(try book.ledger.explainLoan(loan, current).fees.allSatisfy(\.agrees), place)
      current = try current.next()
    }
    #expect(try Self.failed(book.ledger) == [], "seed \(seed)")
  }

  private func rows(
    _ loan: LoanNumber, _ book: LoanBook
  ) throws -> [(due: BookDate, principal: Int64)] {
    try book.ledger.loan(loan).installments.map { ($0.due, $0.principal.sen) }
  }

  /// A plan, walked day by day in plain integers.
  private struct Walk {
    /// In rupiah.
    let left: Int64
    let start: BookDate
    /// In sen.
    let principal: Int64
    let rows: [(due: BookDate, principal: Int64)]

    func left(at day: BookDate, _ earning: LoanFee.Earning) -> Int64 {
      let end = rows[rows.count - 1].due
      var (past, whole) = (Int128(0), Int128(0))
      for number in (start.dayNumber + 1)...end.dayNumber {
        let fallen = rows.filter { $0.due.dayNumber < number }.reduce(0) { $0 + $1.principal }
        let weight = earning == .straight ? 1 : Int128(principal - fallen)
        whole += weight
        if number <= day.dayNumber { past += weight }
      }
      // Half a rupiah and more is one.
      return Int64((2 * Int128(left) * (whole - past) + whole) / (2 * whole))
    }
  }
}
