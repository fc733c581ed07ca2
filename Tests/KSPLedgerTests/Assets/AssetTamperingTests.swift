import GRDB
import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// Every word of the register of fixed assets that money follows from is held against the journal:
/// who changes one behind the library's back is found by the check that is there for it.
@Suite struct AssetTamperingTests {
  let folder: TestFolder
  let ledger: Ledger

  /// One bought and running, one bought and sold, one taken over; three months written off.
  init() throws {
    folder = try TestFolder()
    ledger = try AssetTests.book(folder, holdingMotor: true)
    _ = try ledger.takeOverAsset(AssetTests.motor())
    for (name, cost) in [("Laptop", 9_600_000), ("Printer", 1_200_000)] as [(String, Rupiah)] {
      _ = try ledger.buyAsset(
        NewAsset(name, cost: cost, months: 48, acquiredOn: day("2026-01-10")))
    }
    _ = try ledger.runMonthEnd(month("2026-01"))
    _ = try ledger.runMonthEnd(month("2026-02"))
    _ = try ledger.disposeOfAsset(
      "INV-0003", for: 900_000, on: day("2026-03-10"), note: EntryNote(memo: "dijual"))
    _ = try ledger.runMonthEnd(month("2026-03"))
  }

  private static let laptop = "WHERE number = 'INV-0002'"

  @Test(arguments: [
    // Bought for another price, on another day, onto another account, by another voucher.
    ("UPDATE asset SET cost = cost + 4800 \(laptop)", "asset.purchase", "JU"),
    ("UPDATE asset SET acquiredOn = acquiredOn + 1 \(laptop)", "asset.purchase", "JU"),
    (
      "UPDATE asset SET account = (SELECT id FROM account WHERE code = '1-2090') \(laptop)",
      "asset.purchase", "JU"
    ),
    (
      "UPDATE asset SET entry = (SELECT min(entry) FROM assetDisposal) \(laptop)",
      "asset.purchase", "INV-0002"
    ),
    // Of another length, of another value at its end, with more taken over: what is worked out
    // again follows the events, and the register differs from them.
    ("UPDATE asset SET months = 47 \(laptop)", "state.assets", "asset INV-0002 · months"),
    ("UPDATE asset SET residual = 48000000 \(laptop)", "state.assets", "asset INV-0002 · residual"),
    (
      "UPDATE asset SET takenOver = takenOver + 100000 WHERE takenOver IS NOT NULL",
      "state.assets", "asset INV-0001 · takenOver"
    ),
    // Sold on another day, and another one than the voucher takes out.
    ("UPDATE assetDisposal SET disposedOn = disposedOn + 1", "asset.disposal", "JU"),
    ("UPDATE assetDisposal SET asset = 2", "asset.disposal", "JU"),
    (
      "UPDATE assetDisposal SET entry = (SELECT max(id) FROM entry)", "asset.disposal", "JU"
    ),
    // Written off by more, further along, in a month more or less.
    (
      "UPDATE assetMonth SET amount = amount + 100, accumulated = accumulated + 100 "
        + "WHERE asset = 2", "asset.depreciation", "INV-0002"
    ),
    (
      "UPDATE assetMonth SET accumulated = accumulated + 100 WHERE asset = 1",
      "asset.depreciation", "INV-0001"
    ),
    ("DELETE FROM assetMonth WHERE asset = 1", "asset.depreciation", "INV-0001"),
    (
      "INSERT INTO assetMonth SELECT month, 3, 2500000, 5000000 FROM closedMonth ORDER BY month "
        + "DESC LIMIT 1", "asset.depreciation", "asset #3"
    ),
  ])
  func verifyFinds(_ sql: String, _ check: String, _ offender: String) throws {
    #expect(try RichBook.failures(folder).isEmpty)
    try ledger.close()
    try RichBook.change(try DatabaseQueue(path: folder.file()), sql)
    let found = try RichBook.failures(folder)
    let first = found.first { $0.name == check }?.first
    #expect(first?.hasPrefix(offender) == true, "\(check) among \(found)")
  }
}
