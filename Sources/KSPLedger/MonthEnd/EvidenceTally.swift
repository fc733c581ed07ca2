import GRDB
import KSPCore

/// What one part of a proof finds in closed months, beside how many rows of evidence the book keeps
/// of each.
struct EvidenceTally {
  /// The table of the evidence.
  let table: String
  private var offenders = Offenders()
  private var examined = 0
  /// What was found in the month that is looked at.
  private var found = 0

  init(_ table: String) { self.table = table }

  /// One more that the month must have left a row for.
  mutating func find() { found += 1 }

  /// A row that is not what it comes to again.
  mutating func add(_ name: @autoclosure () throws -> String) rethrows {
    try offenders.add(name())
  }

  /// The month was looked at to its end: it has no other rows than those that were found.
  mutating func finish(_ month: BookMonth, in book: Database) throws {
    let kept =
      try Int.fetchOne(
        book, sql: "SELECT count(*) FROM \(table) WHERE month = ?", arguments: [month.ordinal])
      ?? 0
    if kept != found { offenders.add("\(table) \(month) · \(kept) ≠ \(found)") }
    examined += found
    found = 0
  }

  /// The month could not be read to its end.
  mutating func missed(_ month: BookMonth) {
    offenders.add("\(month)")
    found = 0
  }

  func check(_ name: String, _ meaning: Phrase) -> VerificationReport.Check {
    offenders.check(name, meaning, examined: examined)
  }
}
