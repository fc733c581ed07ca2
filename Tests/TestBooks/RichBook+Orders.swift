import KSPCore
import KSPLedger
import KSPTestSupport

extension RichBook {
  /// Holds that are over, released and running, for a loan as well.
  static func holds(_ ledger: Ledger) throws {
    let account = AccountCode("SUK-0001")
    for (amount, until) in [(5_000, nil), (6_000, "2026-03-10"), (nil, nil)] as [(Rupiah?, String?)]
    {
      try ledger.hold(
        NewHold(
          on: account, amount, kind: .court, reason: "Pdt 12/2026", from: day("2026-03-04"),
          until: until.map { try day($0) }))
    }
    for number in [1, 3] { try ledger.releaseHold(number, reason: "Damai", on: day("2026-03-04")) }
    try ledger.hold(
      NewHold(
        on: AccountCode("SUK-0002"), 1_000, kind: .loan, reason: "Penjamin", loan: "PJ-0001",
        from: day("2026-03-04")))
  }

  /// Monthly fees, of one product with dormant accounts.
  static func fees(_ ledger: Ledger) throws {
    for dormancy in [SavingsFeeRule.Dormancy(months: 12, fee: 500), nil] {
      try ledger.setMonthlyFee(
        SavingsFeeRule(
          of: "sukarela", from: month("2026-02"), fee: 2_000, freeFrom: 500_000_000,
          dormancy: dormancy))
    }
  }

  /// Planned savings that were paid out, given up, and run.
  static func planned(_ ledger: Ledger) throws {
    try PlannedScene.offer(ledger, from: "2026-03")
    try ledger.setPlannedSavings(
      PlannedSavingsTerms(
        of: "berencana", from: month("2026-03"), months: 1, rate: .percent("5", per: .year),
        lapsedRate: .percent("1", per: .year), misses: 1))
    for (member, months) in [("0001", 1), ("0002", 3), ("0003", 6)] as [(MemberNumber, Int)] {
      let opened = try ledger.openPlannedSavings(
        NewPlannedSavings(
          of: member, in: "berencana", 50_000, months: months, on: day("2026-03-06"),
          payTo: AccountCode("SUK-\(member)")))
      _ = try ledger.deposit(
        50_000, member: member, product: "berencana", account: opened.savings.account,
        on: day("2026-03-07"))
    }
    try ledger.openPlannedSavings(
      NewPlannedSavings(
        of: "0004", in: "berencana", 50_000, months: 12, on: day("2025-11-20"),
        takeover: .init(
          asOf: day("2026-03-05"), monthsPaid: 3, interest: 700,
          rate: .percent("7", per: .year))))
    _ = try ledger.importOpeningBalances(
      csv: "account,debit,credit\n1-1110,150700,\n", file: "saldo", on: day("2026-03-05"))
    try ledger.endPlannedSavings("BRC-0002", reason: "Diminta", on: day("2026-03-08"))
    _ = try ledger.payPlannedSavings("BRC-0001", on: day("2026-04-01"))
  }

  /// Rules of corporate tax, of which the first is over before the second begins.
  static func corporateTax(_ ledger: Ledger) throws {
    for (from, until) in [("2026-01", "2026-01"), ("2026-02", nil)] as [(String, String?)] {
      try ledger.setCorporateTax(
        CorporateTaxRule(
          .turnover, .percent("0.5"), from: month(from), until: until.map { try month($0) }))
    }
  }

  /// Standing orders that were taken, had nothing to take, and found too little; two are ended.
  static func orders(_ ledger: Ledger) throws {
    for (purpose, amount, number) in [
      (.savings(AccountCode("SUK-0002")), 4_000, 4), (.dues("wajib"), nil, 5),
      (.savings(AccountCode("SUK-0003")), 9_000_000_000, 5), (.loan("PJ-0001"), nil, 5),
    ] as [(StandingOrder.Purpose, Rupiah?, Int)] {
      try ledger.addStandingOrder(
        NewStandingOrder(
          from: AccountCode("SUK-0001"), to: purpose, amount, day: number,
          since: day("2026-03-03"), until: day("2026-12-31")))
    }
    try ledger.runStandingOrders(on: day("2026-03-05"))
    for number in [1, 3] {
      try ledger.endStandingOrder(number, reason: "Diminta", on: day("2026-03-06"))
    }
  }
}
