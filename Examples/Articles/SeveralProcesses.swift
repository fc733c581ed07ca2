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

  // Another process: this program once more, which opens the book for writing beside this one.
  let second = Process()
  second.executableURL = Bundle.main.executableURL
  second.arguments = ["second", path]
  fflush(nil)
  try second.run()
  second.waitUntilExit()
}

/// What a second process meets while this one has the book.
func openSecond(at path: String) throws {
  // snippet: busy
  do throws(LedgerError) {
    try Ledger.open(at: path, waiting: .milliseconds(50)).close()
  } catch {
    guard error.code == .bookBusy, let holder = error.holder else { throw error }
    print(error.category, error.code, holder.isThisProcess, holder.process != nil)
  }
  // snippet end
}
