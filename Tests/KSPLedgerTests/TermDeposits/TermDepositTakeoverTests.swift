import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// What a takeover says of interest is held against the terms: what cannot be is refused, what other
/// ways of counting give is pointed out.
@Suite struct TermDepositTakeoverTests {
  private let ledger: Ledger

  init() throws { ledger = try AccrualTests.book(AccrualTests.offer(from: "2025-01-01")) }

  /// 30,000,000 at 9 % since 5 November for three months: 30 days paid, 27 run.
  private func takeOver(
    _ payout: TermPayout, paid: Rupiah = .zero, accrued: Rupiah = .zero
  ) throws -> Receipt {
    try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 30_000_000, tenor: 3,
        opened: day("2025-11-05"), payout: payout,
        takeover: .init(asOf: day("2025-12-31"), interestPaid: paid, accrued: accrued)))
  }

  private static let month: Rupiah = 221_917
  private static let rest: Rupiah = 199_726

  @Test(arguments: [
    (TermPayout.savings, 221_917, 199_726, 0), (.cash, 0, 199_726, 0),
    // 30 days over 360, and half a month.
    (.savings, 225_000, 199_726, 1), (.savings, 221_917, 112_500, 1), (.cash, 225_000, 0, 2),
    // The months of a deposit that adds interest are not known.
    (.capitalise, 200_000, 199_726, 0),
    (.maturity, 0, 421_643, 0), (.maturity, 0, 420_000, 1),
    // 92 days in advance, of which 57 are earned.
    (.advance, 680_547, 258_904, 0), (.advance, 0, 258_904, 0), (.advance, 690_000, 262_500, 2),
  ])
  func whatIsPossibleIsTakenOver(
    _ payout: TermPayout, _ paid: Int64, _ accrued: Int64, _ warnings: Int
  ) throws {
    let receipt = try takeOver(
      payout, paid: Rupiah(rupiah: paid), accrued: Rupiah(rupiah: accrued))
    #expect(
      receipt.warnings.map(\.code)
        == Array(repeating: LedgerWarning.Code.depositTakeoverDiffers, count: warnings),
      "\(receipt.warnings.map(\.message.english))")
  }

  @Test(arguments: [
    (TermPayout.savings, 245_000, 0, "221.917"), (.capitalise, 245_000, 0, "221.917"),
    (.savings, 0, 220_000, "199.726"), (.maturity, 1, 0, "Rp0"),
    (.maturity, 0, 470_000, "421.643"), (.advance, 800_000, 0, "680.547"),
    (.advance, 0, 300_000, "258.904"),
  ])
  func whatCannotBeIsRefusedWithWhatItIs(
    _ payout: TermPayout, _ paid: Int64, _ accrued: Int64, _ right: String
  ) throws {
    let error = refused {
      _ = try takeOver(payout, paid: Rupiah(rupiah: paid), accrued: Rupiah(rupiah: accrued))
    }
    #expect(error?.code == .depositTakeoverUnfit)
    #expect(error?.message.indonesian.contains(right) == true, "\(error?.message.indonesian ?? "")")
    #expect(try ledger.termDeposits().isEmpty)
  }

  /// The months of the book set aside or not, whenever its product began to offer deposits.
  /// What was opened before any offer is rounded half up, as where nothing is said.
  @Test(arguments: [("2025-01-01", 221_917), ("2026-01-01", 221_918)])
  func whatTheBookSetsAsideIsNotPointedOut(offered: String, paid: Int64) throws {
    let ledger = try AccrualTests.book(AccrualTests.offer(from: offered))
    let receipt = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 30_000_000, tenor: 3,
        opened: day("2025-11-05"),
        takeover: .init(
          asOf: day("2025-12-31"), interestPaid: Rupiah(rupiah: paid), accrued: Self.rest),
        rate: .percent("9", per: .year)))
    #expect(receipt.warnings.isEmpty, "\(receipt.warnings.map(\.message.english))")
  }

  /// A product that sets nothing aside takes back what was brought: that is pointed out.
  @Test func whatTheProductDoesNotSetAsideIsPointedOut() throws {
    let ledger = try AccrualTests.book(
      AccrualTests.offer(from: "2025-01-01", isAccrued: false))
    let receipt = try ledger.openTermDeposit(
      TermDepositOpening(
        member: "0001", product: "berjangka", principal: 30_000_000, tenor: 3,
        opened: day("2025-11-05"),
        takeover: .init(asOf: day("2025-12-31"), accrued: 199_726)))
    #expect(receipt.warnings.map(\.code) == [.depositTakeoverDiffers])
  }
}
