import GRDB
import KSPCore

/// Computes one part of the closed months again, and counts what the book has otherwise.
protocol MonthEndRecomputation: AnyObject {
  /// Sets what was found for a member beside what the month left.
  func compare(_ member: MemberMonth, _ month: EndingMonth) throws
  /// Looks at the month as a whole, after its members.
  func finish(_ month: EndingMonth) throws
  /// The month could not be read to its end.
  func missed(_ month: BookMonth)
  /// What verify says of all months.
  func checks() -> [VerificationReport.Check]
}

/// Takes the passes of every closed month once more, and compares what they find.
///
/// The replay of the chain calls it just before it applies the event that closed a month. So the
/// terms, tax rules, owners and closures that count are those recorded before that event; what was
/// set later, even for the same month, does not.
struct MonthEndProof: ClosedMonthProof {
  private let book: Database
  private let parts: [any MonthEndRecomputation]

  init(_ book: Database) throws {
    self.book = book
    parts = try MonthEndPasses.all.compactMap { try $0.recomputation(book) }
  }

  func look(at month: BookMonth, known: Database) throws {
    let outcome: Void? = try unlessDamaged {
      let ending = try EndingMonth(
        book, known: known, month, MonthEndDesk(book, month, .proof))
      try MonthEndRun(ending).walk { member in
        for part in parts { try part.compare(member, ending) }
      }
      for part in parts { try part.finish(ending) }
    }
    if outcome == nil { for part in parts { part.missed(month) } }
  }

  func checks() -> [VerificationReport.Check] { parts.flatMap { $0.checks() } }
}
