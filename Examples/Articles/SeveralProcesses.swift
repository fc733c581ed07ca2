import Foundation
import KSPLedger

/// The code of the article *Concurrency and several processes*.
func shareBook(at path: String, writer: Ledger, clock: @escaping Ledger.Clock) async throws {
  let day = try BookDate(parsing: "2026-02-04")

  // snippet: threads
  let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
    for slip in 1...20 {
      group.addTask {
        try writer.deposit(
          10_000, member: "0002", on: day, reference: "teller-3/\(slip)")
      }
    }
    return try await group.reduce(into: [Receipt]()) { $0.append($1) }
  }
  print(receipts.count, Set(receipts.map(\.entry)).count)
  // snippet end

  // snippet: reader
  let reader = try Ledger.open(at: path, access: .readOnly, clock: clock)
  let before = try reader.member("0002").savings.map(\.balance)
  _ = try writer.deposit(5_000, member: "0002", on: day)
  let after = try reader.member("0002").savings.map(\.balance)
  print(before != after)
  try reader.close()
  // snippet end

  // snippet: busy
  do throws(LedgerError) {
    let second = try Ledger.open(at: path, waiting: .milliseconds(50), clock: clock)
    try second.close()
  } catch {
    guard error.code == .bookBusy else { throw error }
    print(error.category, error.code)
  }
  // snippet end
}
