import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport

extension RefusalCase {
  /// Holds and standing orders.
  static let holds: [RefusalCase] = [
    RefusalCase("account.held") { _ in
      let scene = try held()
      try scene.withdraw(500_000)
    },
    RefusalCase("account.held") { _ in
      let scene = try held()
      _ = try scene.ledger.endMembership(of: "0001", on: day(RefusalScene.today))
    },
    RefusalCase("hold.unknown") {
      try $0.ledger.releaseHold(1, reason: "x", on: day(RefusalScene.today))
    },
    RefusalCase("hold.over") { _ in
      let scene = try held()
      for _ in 1...2 {
        try scene.ledger.releaseHold(1, reason: "x", on: day(RefusalScene.today))
      }
    },
    RefusalCase("hold.unfit") {
      try $0.ledger.hold(
        NewHold(
          on: AccountCode("SUK-0001"), 5, kind: .loan, reason: "x",
          from: day(RefusalScene.today)))
    },
    RefusalCase("fee.ruleUnfit") {
      try $0.ledger.setMonthlyFee(
        SavingsFeeRule(of: "wajib", from: month("2026-02"), fee: 5_000))
    },
    RefusalCase("corporateTax.ruleUnfit") {
      try $0.ledger.setCorporateTax(CorporateTaxRule(.turnover, from: month("2026-02")))
    },
    RefusalCase("corporateTax.none") { _ in
      _ = try YearBook().ledger.corporateTax(month("2026-01"))
    },
    RefusalCase("order.unknown") { _ = try $0.ledger.standingOrder(1) },
    RefusalCase("order.unfit") { try ordered($0, nil) },
    RefusalCase("order.ended") { _ in
      let scene = try RefusalScene()
      try ordered(scene, 5)
      for _ in 1...2 {
        try scene.ledger.endStandingOrder(1, reason: "x", on: day(RefusalScene.today))
      }
    },
  ]

  /// A scene of its own in which savings of 0001 are held.
  private static func held() throws -> RefusalScene {
    let scene = try RefusalScene()
    try scene.ledger.hold(
      NewHold(
        on: AccountCode("SUK-0001"), 50_000, reason: "Sengketa waris",
        from: day(RefusalScene.today)))
    return scene
  }

  private static func ordered(_ scene: RefusalScene, _ amount: Rupiah?) throws {
    try scene.ledger.addStandingOrder(
      NewStandingOrder(
        from: AccountCode("SUK-0001"), to: .savings(AccountCode("SUK-0002")), amount, day: 25,
        since: day(RefusalScene.today)))
  }
}
