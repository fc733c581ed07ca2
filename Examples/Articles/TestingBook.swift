import Foundation
import KSPLedger

/// The code of the article *Testing*.
func testWithABook() throws {
  // snippet: clock
  // Noon in Jakarta on a day that never ends.
  let start = try BookDate(parsing: "1970-01-01")
  let days = try start.days(until: BookDate(parsing: "2026-03-31"))
  let standing: Ledger.Clock = { Timestamp(seconds: Int64(days) * 86_400 + 5 * 3_600) }
  // snippet end

  // snippet: temporary
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let ledger = try Ledger.create(
    at: folder.appendingPathComponent("test.ksp").path,
    settings: BookSettings(name: "KSP Uji", firstMonth: BookMonth(parsing: "2026-03")),
    clock: standing)
  // snippet end

  // snippet: expectations
  print(try ledger.today())
  print(try ledger.verify().isOK)
  try ledger.close()
  // snippet end
}
