import Dispatch
import Foundation
import KSPLedger

// snippet: desk
/// A book behind a queue of its own, so that no call of it holds a thread on which tasks run.
struct BookDesk: Sendable {
  let ledger: Ledger
  let queue: DispatchQueue

  func callAsFunction<Value: Sendable>(
    _ work: @escaping @Sendable (Ledger) throws(LedgerError) -> Value
  ) async throws(LedgerError) -> Value {
    let result: Result<Value, LedgerError> = await withCheckedContinuation { continuation in
      queue.async {
        continuation.resume(returning: Result { () throws(LedgerError) in try work(ledger) })
      }
    }
    return try result.get()
  }
}
// snippet end

/// The code of the article *Server programs*.
func serve(_ path: String, writer: Ledger, clock: @escaping Ledger.Clock) async throws {
  // snippet: desks
  let reader = try Ledger.open(at: path, access: .readOnly, clock: clock)
  let reading = BookDesk(ledger: reader, queue: DispatchQueue(label: "book.read"))
  let posting = BookDesk(
    ledger: writer, queue: DispatchQueue(label: "book.post", attributes: .concurrent))

  let day = try BookDate(parsing: "2026-02-05")
  let receipt = try await posting { ledger throws(LedgerError) in
    try ledger.deposit(
      15_000, member: "0001", on: day, note: EntryNote(reference: "app/7f3a"))
  }
  let member = try await reading { ledger throws(LedgerError) in try ledger.member("0001") }
  print(receipt.amount.formatted, member.savings.count)
  // snippet end
  try reader.close()
}
