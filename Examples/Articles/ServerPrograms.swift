import Foundation
import KSPLedger

/// The code of the article *Server programs*.
func serve(_ path: String, writer: Ledger, clock: @escaping Ledger.Clock) async throws {
  let day = try BookDate(parsing: "2026-02-05")
  let february = BookPeriod(try BookMonth(parsing: "2026-02"))

  // snippet: desks
  let reader = try Ledger.open(at: path, access: .readOnly, clock: clock)
  let receipt = try await writer.background { book throws(LedgerError) in
    try book.deposit(
      15_000, member: "0001", on: day, reference: "app/7f3a")
  }
  let page = try await reader.background { book in
    try book.reading { book in
      (member: try book.member("0001"), loans: try book.loans(of: "0001"))
    }
  }
  print(receipt.amount.formatted, page.member.savings.count, page.loans.count)
  // snippet end

  // snippet: wire
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  let answer = String(decoding: try encoder.encode(receipt), as: UTF8.self)
  print(answer)
  let received = try JSONDecoder().decode(Receipt.self, from: Data(answer.utf8))
  print(received == receipt)
  // snippet end

  // snippet: stream
  var pages = 0
  for try await statement in reader.statements(period: february) {
    pages += statement.lines.isEmpty ? 0 : 1
  }
  // snippet end
  print(pages > 0)

  // snippet: following
  let told = AsyncStream<ClosedRange<Int64>>.makeStream()
  let observation = try writer.observe { told.continuation.yield($0) }
  _ = try await writer.background { book throws(LedgerError) in
    try book.deposit(10_000, member: "0001", on: day, reference: "app/7f3b")
  }
  for await stored in told.stream {
    try reader.events(EventSelection(after: stored.lowerBound - 1)) { event in
      print(event.number, event.kind, event.subject)
    }
    break
  }
  withExtendedLifetime(observation) {}
  // snippet end
  try reader.close()
}
