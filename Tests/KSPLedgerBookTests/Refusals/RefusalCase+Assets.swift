import KSPCore
import KSPLedger
import KSPTestSupport

extension RefusalCase {
  /// Fixed assets that cannot be entered, and acts on those that are gone.
  static let assets: [RefusalCase] = [
    RefusalCase("asset.unknown") { _ = try $0.ledger.asset("INV-9999") },
    RefusalCase("asset.unknown") { _ = try $0.ledger.updateAsset("INV-9999", place: "Gudang") },
    RefusalCase("asset.termsUnfit") {
      _ = try $0.ledger.buyAsset(
        NewAsset("Meja", cost: 1, months: 12, acquiredOn: day("2026-02-21"), residual: 2))
    },
    RefusalCase("asset.termsUnfit") {
      _ = try $0.ledger.takeOverAsset(
        NewAsset("Meja", cost: 1, months: 12, acquiredOn: day("2026-02-21")))
    },
    RefusalCase("asset.exists") { _ in
      let young = try bought()
      _ = try young.buyAsset(
        NewAsset(
          "Kursi", cost: 1_000, months: 12, acquiredOn: day("2026-01-03"), number: "INV-0001"))
    },
    RefusalCase("asset.reasonMissing") { _ in
      _ = try bought().disposeOfAsset("INV-0001", on: day("2026-01-03"), note: EntryNote())
    },
    RefusalCase("asset.disposed") { _ in
      let young = try bought()
      func dispose() throws {
        _ = try young.disposeOfAsset(
          "INV-0001", on: day("2026-01-03"), note: EntryNote(memo: "hilang"))
      }
      try dispose()
      try dispose()
    },
    RefusalCase("asset.inUse") { _ in
      let young = try bought()
      _ = try young.runMonthEnd(month("2026-01"))
      _ = try young.runMonthEnd(month("2026-02"))
      let voucher = try young.asset("INV-0001").standing.asset.entry
      _ = try young.reverse(voucher ?? EntryNumber(1), on: day("2026-03-01"))
    },
  ]

  /// A young book with a table in its register.
  private static func bought() throws -> Ledger {
    let young = try makeBook(TestFolder())
    try young.join("0001")
    _ = try young.deposit(1_000_000, member: "0001", on: day("2026-01-02"))
    try young.buyAsset(
      NewAsset("Meja", cost: 240_000, months: 12, acquiredOn: day("2026-01-02")))
    return young
  }
}
