import KSPCore
import KSPLedger
import KSPTestSupport

extension RichBook {
  /// A year that ends with the two closed months: adjusted, closed, adjusted once more and ratified.
  static func year(_ ledger: Ledger) throws {
    var settings = try ledger.settings
    settings.yearStart = .march
    try ledger.updateSettings(settings)
    let note = EntryNote(memo: "Menurut auditor", recordedBy: "sari")
    func adjust(_ amount: Rupiah) throws {
      try ledger.adjustYear(
        YearAdjustment(
          of: 2025,
          legs: [
            .init(account: AccountCode("5-2900"), amount: amount),
            .init(account: AccountCode("1-1290"), amount: amount.negated()),
          ], document: "Auditor 12"), note: note)
    }
    try adjust(250_000)
    try ledger.runYearEnd(2025, note: note)
    try adjust(40_000)
    try ledger.ratifyYear(2025, on: day("2026-03-02"), decision: "RAT 1/2026", note: note)
  }

  /// The SHU of the year: decided, divided, paid to one in cash and to one into savings.
  static func shu(_ ledger: Ledger) throws {
    let shares = try ShuShares(
      capital: .percent("25"), activity: .percent("30"),
      funds: [.init("cadangan", .percent("40")), .init("pengurus", .percent("5"))])
    try ledger.decideShu(
      ShuDecision(
        year: 2025, on: day("2026-03-02"), number: "RAT 2/2026",
        plan: ShuPlan(
          shares,
          bases: ShuBaseRules(
            activity: .points,
            points: [
              ShuPointRule(.savings, per: 1_000_000), ShuPointRule(.interest, per: 10_000),
            ], products: ["sukarela"]),
          step: 50, restFund: "cadangan", othersFund: "cadangan"),
        accounts: ["cadangan": "3-2000", "pengurus": "2-1530"]))
    try ledger.postShu(2025, on: day("2026-03-02"))
    try ledger.payShu(2025, to: ["0001"], into: .cash(nil), on: day("2026-03-02"))
    try ledger.payShu(2025, to: ["0002"], into: .savings("sukarela"), on: day("2026-03-02"))
    for name in ["Budi", "Ani"] {
      try ledger.payShuFund(
        ShuReward.Order(of: 2025, from: "pengurus", to: name, 5_000, rate: .percent("5")),
        on: day("2026-03-02"))
    }
  }

  /// What the earlier book had of SHU that no meeting had ratified.
  static func earlierShu(_ ledger: Ledger) throws {
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1000,1200000,\n3-3000,,1200000\n", file: "shu",
      on: day("2025-12-31"))
  }

  /// A part of it as the SHU of a year before the book: ratified, divided by a list, and paid.
  static func formerYear(_ ledger: Ledger) throws {
    try ledger.ratifyYear(2024, on: day("2026-03-02"), decision: "RAT 1/2025", shu: 500_000)
    try ledger.decideShu(
      ShuDecision(
        year: 2024, on: day("2026-03-02"), number: "RAT 2/2025",
        plan: ShuPlan(
          ShuShares(
            capital: .percent("40"), activity: .percent("20"),
            funds: [.init("cadangan", .percent("40"))])),
        accounts: ["cadangan": "3-2000"]))
    try ledger.postShu(
      2024,
      among: [
        ShuBase(member: "0001", capital: 3_000_000, activity: 0),
        ShuBase(member: "0002", capital: 1_000_000, activity: 250_000),
      ], on: day("2026-03-06"))
    try ledger.payShu(2024, to: ["0002"], into: .savings("sukarela"), on: day("2026-03-06"))
  }
}
