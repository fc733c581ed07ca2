import KSPCore
import KSPLedger

extension Act {
  /// What becomes of the year 2025 of a book whose years begin in February, act by act. Each may be
  /// done again once those after it are done.
  static let yearSteps: [@Sendable (Ledger) throws -> Void] = [
    { _ = try $0.runYearEnd(2025, reference: "tutup") },
    { _ = try adjust($0) },
    { ledger in
      _ = try ledger.ratifyYear(2025, on: meeting(), decision: "RAT 1/2026", reference: "sahkan")
    },
    { _ = try $0.decideShu(decision(), reference: "putusan") },
    { _ = try $0.postShu(2025, on: meeting(), reference: "bukukan") },
    { ledger in
      _ = try ledger.payShu(
        2025, to: ["0001", "0002", "0003"], into: .savings("sukarela"), on: meeting(),
        reference: "bayar")
    },
    { _ = try $0.payShu(2025, into: .cash(nil), on: meeting(), reference: "bayar-tunai") },
  ]

  private static func meeting() throws -> BookDate { try BookDate(parsing: "2026-02-20") }

  /// What the auditor asks for, after the closing voucher: its part of the result goes on to the
  /// SHU of the year in the same act.
  private static func adjust(_ ledger: Ledger) throws -> Receipt {
    try ledger.adjustYear(
      YearAdjustment(
        of: 2025,
        legs: [
          .init(account: "5-2900", amount: 3_000_000),
          .init(account: "1-1290", amount: -3_000_000),
        ], document: "KAP 12/2026"), reference: "audit",
      note: EntryNote(memo: "Penyisihan", recordedBy: "sari"))
  }

  /// By capital alone, which is sukarela here: members of the book have brought nothing else.
  private static func decision() throws -> ShuDecision {
    try ShuDecision(
      year: 2025, on: meeting(), number: "RAT 2/2026",
      plan: ShuPlan(
        ShuShares(
          capital: .percent("60"), activity: .percent("10"),
          funds: [.init("cadangan", .percent("30"))]),
        bases: ShuBaseRules(products: ["sukarela"])),
      accounts: ["cadangan": "3-2000"])
  }
}
