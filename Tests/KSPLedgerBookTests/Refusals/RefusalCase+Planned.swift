import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport

extension RefusalCase {
  /// Planned savings.
  static let planned: [RefusalCase] = [
    RefusalCase("planned.unknown") {
      _ = try $0.ledger.plannedSavings("SUK-0001", on: day(RefusalScene.today))
    },
    RefusalCase("planned.unfit") {
      try $0.ledger.openPlannedSavings(
        NewPlannedSavings(
          of: "0001", in: "sukarela", 50_000, months: 12, on: day(RefusalScene.today)))
    },
    RefusalCase("planned.missedOther") { scene in
      let ledger = try makeBook(TestFolder())
      try ledger.join("0001")
      try PlannedScene.offer(ledger)
      try scene.only {
        _ = try ledger.importPlannedSavings(
          SheetText(
            """
            member,product,monthly,opened,tenor,months_paid,missed,rate
            0001,berencana,50000,2025-10-05,12,3,1,6%/year

            """, file: "berencana.csv"), on: day("2025-12-31"))
      }
    },
    RefusalCase("planned.locked") { _ in
      let scene = try saving()
      _ = try scene.ledger.transfer(
        50_000, from: "BRC-0001", to: "SUK-0001", on: day(RefusalScene.today))
    },
    RefusalCase("planned.notMonths") { _ in
      let scene = try saving()
      _ = try scene.ledger.transfer(
        60_000, from: "SUK-0001", to: "BRC-0001", on: day(RefusalScene.today))
    },
    RefusalCase("planned.over") { _ in
      let scene = try saving()
      for _ in 1...2 {
        try scene.ledger.endPlannedSavings(
          "BRC-0001", reason: "x", on: day(RefusalScene.today))
      }
    },
  ]

  /// A scene of its own in which 0001 saves every month.
  private static func saving() throws -> RefusalScene {
    let scene = try RefusalScene()
    try PlannedScene.offer(scene.ledger, from: "2026-02")
    try scene.ledger.openPlannedSavings(
      NewPlannedSavings(
        of: "0001", in: "berencana", 50_000, months: 3, on: day(RefusalScene.today)))
    _ = try scene.ledger.transfer(
      50_000, from: "SUK-0001", to: "BRC-0001", on: day(RefusalScene.today))
    return scene
  }
}
