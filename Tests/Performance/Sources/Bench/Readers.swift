import Foundation
import KSPLedger
import Synchronization

/// Cards of loans for some seconds, from readers with an open book each, alone or while somebody
/// posts: the tellers' screens, and the counter.
func readWhileSomebodyPosts(_ task: Task) throws {
  let path = try task.text("db")
  let writer = try task.openBook()
  let date = try BookDate(parsing: try task.text("date"))
  let loans = task.number("loans", otherwise: 1_000)
  let readers = task.number("readers", otherwise: 1)
  let end = now() + Double(task.number("milliseconds", otherwise: 2_000)) / 1e3
  let times = Mutex<[Double]>([])
  let failures = Mutex<[String]>([])
  let done = DispatchGroup()
  func start(_ body: @escaping @Sendable () throws -> Void) {
    done.enter()
    Thread.detachNewThread {
      defer { done.leave() }
      do { try body() } catch { failures.withLock { $0.append("\(error)") } }
    }
  }
  let pace = task.number("posts", otherwise: 0)
  if pace > 0 { start { try postSteadily(writer, each: 1 / Double(pace), on: date, loans, end) } }
  let began = now()
  for reader in 0..<readers {
    start {
      let ledger = try Ledger.open(at: path, access: .readOnly, clock: Task.clock)
      var draw = Draw(state: UInt64(reader + 7))
      var own: [Double] = []
      while now() < end {
        let number = loanNumber(Int(draw.next() % UInt64(loans)) + 1)
        let start = now()
        _ = try ledger.loan(number, asOf: date)
        own.append(now() - start)
      }
      try ledger.close()
      let all = own
      times.withLock { $0 += all }
    }
  }
  done.wait()
  let seconds = now() - began
  if let failure = failures.withLock({ $0.first }) { throw TaskError.unknown(failure) }
  var all = times.withLock { $0 }
  all.sort()
  let extra =
    "second=\(decimal(Double(all.count) / seconds, 0)) "
    + "p50=\(decimal(all[all.count / 2] * 1e6, 2)) p99=\(decimal(all[all.count * 99 / 100] * 1e6, 2)) "
  try report(seconds, check: "-", extra: extra, writer)
}

/// Deposits at a steady pace, which takes the same from the machine however many read.
private func postSteadily(
  _ ledger: Ledger, each: Double, on date: BookDate, _ members: Int, _ end: Double
) throws {
  var next = now()
  var index = 0
  while next < end {
    index += 1
    _ = try ledger.deposit(
      5_000, member: memberNumber(index % members + 1), on: date,
      reference: "D-\(index)")
    next += each
    usleep(UInt32(max(0, next - now()) * 1e6))
  }
}
