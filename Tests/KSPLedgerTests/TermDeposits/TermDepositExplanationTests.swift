import GRDB
import KSPActs
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a month did to a term deposit, beside days that are counted by hand.
@Suite struct TermDepositExplanationTests {
  private static func earned(_ principal: Int, _ days: Int) -> Rupiah {
    Rupiah(sen: Int64(principal * 9 * days / 36_500 * 100))
  }

  @Test func aValueDateAndWhatIsSetAsideAreExplained() throws {
    let ledger = try AccrualTests.book(AccrualTests.offer())
    let receipt = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 30_000_000, tenor: 3,
        opened: day("2026-01-05"), payout: .cash, certificate: "B-17"))
    let account = try #require(receipt.account)
    #expect(try ledger.termDepositAccount("B-17") == account)
    #expect(try ledger.termDepositAccount(account.text) == account)
    #expect(try ledger.termDepositAccount("B-18") == nil)
    _ = try ledger.runMonthEnd(month("2026-01"))
    let january = try ledger.explainTermDeposit(account, month("2026-01"))
    #expect(january.payments.isEmpty && january.agrees)
    let set = try #require(january.accrual)
    #expect(set.earning?.days == 27 && set.accrued == Self.earned(30_000_000, 27))
    #expect(set.kept == set.accrued && set.before == .zero)
    // Before anybody pays it, and after.
    let open = try ledger.explainTermDeposit(account, month("2026-02"))
    #expect(open.payments.map(\.isDone) == [false] && open.agrees)
    #expect(open.payments.map(\.interest) == [Self.earned(30_000_000, 31)])
    _ = try ledger.runMonthEnd(month("2026-02"))
    let february = try ledger.explainTermDeposit(account, month("2026-02"))
    let paid = try #require(february.payments.first)
    #expect(paid.earning?.from == (try day("2026-01-05")) && paid.earning?.days == 31)
    #expect(paid.posted?.gross == Self.earned(30_000_000, 31) && paid.posted?.tax == .zero)
    #expect(february.interest.tax?.monthlyGross == Self.earned(30_000_000, 31))
    // What was set aside in January was used.
    #expect(february.accrual?.before == .zero)
    #expect(february.accrual?.accrued == Self.earned(30_000_000, 24) && february.agrees)
    #expect(
      refusal { try ledger.explainTermDeposit("BJK-0009", month("2026-02")) } == .depositUnknown)
  }

  /// Every deposit of random books agrees in every month, closed and open, and its figures add up to
  /// what the ledger holds.
  @Test(arguments: TermPayout.allCases) func everyPayoutIsExplained(_ payout: TermPayout) throws {
    let ledger = try AccrualTests.book(AccrualTests.offer())
    // No other interest than that of the deposits.
    try ledger.setSavingsTerms(of: "sukarela", SavingsTerms(effectiveFrom: month("2026-01")))
    var accounts: [AccountCode] = []
    for index in 0..<6 {
      let principal = try Rupiah(rupiah: Int64(7_000_000 + index * 9_000_000))
      let rollOver: TermRollOver = index < 2 ? .principal : .none
      let receipt = try AccrualTests.open(
        ledger, principal, "2026-01-\(10 + index)", index == 0 ? 1 : 3, payout: payout,
        rollOver: rollOver)
      accounts.append(try #require(receipt.account))
    }
    for name in ["2026-01", "2026-02", "2026-03", "2026-04"] {
      let month = try month(name)
      if name == "2026-02" {
        _ = try ledger.endTermDeposit(accounts[5], on: day("2026-02-27"))
        _ = try ledger.endTermDeposit(
          accounts[4], on: day("2026-02-26"), waiving: "anggota meninggal")
      }
      _ = try ledger.runMonthEnd(month)
      var (gross, owed) = (Rupiah.zero, Rupiah.zero)
      for account in accounts {
        let explained = try ledger.explainTermDeposit(account, month)
        #expect(explained.agrees, "\(account) \(name)")
        for payment in explained.payments { gross = try gross + payment.interest }
        if let ending = explained.ending { gross = try gross + ending.right.interest }
        owed = try owed + (explained.accrual?.accrued ?? .zero)
      }
      let list = try ledger.accruals(of: month)
      #expect(try owed == list.payable - list.prepaid, "\(name)")
      let slips = try ledger.withholdingSlips(month)
      #expect(gross.sen == slips.reduce(0) { $0 + $1.gross.sen }, "\(name)")
    }
    #expect(try ledger.verify().isOK)
  }

  /// An end that is not what was agreed is found by verify, and shown by the explanation.
  @Test(arguments: [
    "UPDATE depositEnd SET penalty = penalty + 100",
    "UPDATE depositEnd SET gross = gross + 100",
    "UPDATE depositEnd SET takenBack = takenBack + 100",
  ])
  func aWrongEndIsFound(_ sql: String) throws {
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    let offer = try AccrualTests.offer(penalty: "0.5%:principal")
    try ledger.addTermProduct(
      .sampleDeposits, offer: offer)
    _ = try AccrualTests.open(ledger, 30_000_000, "2026-01-05")
    let ended = try ledger.endTermDeposit("BJK-0001", on: day("2026-01-25"))
    // 20 days of interest, less half a per cent.
    #expect(ended.amount == 29_997_945)
    let right = try ledger.explainTermDeposit("BJK-0001", month("2026-01"))
    #expect(right.agrees && right.ending?.posted.penalty == 150_000)
    #expect(right.ending?.earning?.days == 20)
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: folder.file()), sql)
    let broken = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    #expect(try !broken.explainTermDeposit("BJK-0001", month("2026-01")).agrees)
    try broken.close()
    #expect(try RichBook.failures(folder).map(\.name).contains("deposits.interest"))
  }
}
