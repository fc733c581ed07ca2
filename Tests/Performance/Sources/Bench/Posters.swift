import Foundation
import KSPLedger
import Synchronization

/// Durable posts from several threads at once, each post its own; all share one book.
func postFromThreads(_ task: Task) throws {
  let ledger = try task.openBook()
  let threads = task.number("threads", otherwise: 8)
  let each = task.number("limit", otherwise: 2_000) / threads
  let members = task.number("members", otherwise: 1_000)
  let day = try BookDate(parsing: try task.text("day"))
  let failures = Mutex(0)
  let done = DispatchGroup()
  let start = now()
  for thread in 0..<threads {
    done.enter()
    Thread.detachNewThread {
      defer { done.leave() }
      for index in 0..<each {
        let number = (thread * each + index) * 7 % members + 1
        let stored = try? ledger.deposit(
          5_000, member: memberNumber(number), on: day,
          reference: "P-\(thread)-\(index)")
        if stored == nil { failures.withLock { $0 += 1 } }
      }
    }
  }
  done.wait()
  let seconds = now() - start
  let failed = failures.withLock { $0 }
  guard failed == 0 else { throw TaskError.unknown("\(failed) posts failed") }
  try report(
    seconds, check: "\(threads * each)",
    extra: "second=\(decimal(Double(threads * each) / seconds, 0)) ", ledger)
}
