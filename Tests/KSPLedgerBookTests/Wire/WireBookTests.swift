import KSPCore
import KSPLedger
import KSPTestBooks
import KSPTestSupport
import Testing

/// What a book answers crosses a wire and comes back the same.
@Suite struct WireBookTests {
  private func expectToCross(_ answers: [WireAnswers.Answer]) throws {
    #expect(answers.count > 10)
    for answer in answers {
      func faults<Value: Codable & Hashable>(_ value: Value) throws -> [String] {
        try Wire.faults(of: value)
      }
      for fault in try Set(faults(answer)) { Issue.record("\(type(of: answer)): \(fault)") }
    }
  }

  @Test func whatIsRead() throws {
    let folder = try RichBook.template.copy()
    let book = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    let answers = WireAnswers(book)
    try answers.readBook()
    try answers.readMembers()
    try answers.readOthers()
    try expectToCross(answers.answers)
    try book.close()
  }

  @Test func whatIsDone() throws {
    let folder = try RichBook.template.copy()
    let book = try Ledger.open(at: folder.file(), clock: standingClock)
    let answers = WireAnswers(book)
    try answers.rehearse(on: day("2026-04-20"))
    try expectToCross(answers.answers)
    try book.close()
  }
}
