import GRDB
import KSPCore

/// Moves whenever the catalog changes, and with nothing else: the last event of those kinds that
/// write a table of the catalog.
///
/// A kind declares the tables that it writes, and the chain takes no other from it, so a change
/// cannot be forgotten here (``Schema/catalogKinds``).
struct CatalogStamp: Equatable {
  /// The tables that the catalog is read from. Of `account` it takes what never changes.
  static let tables: Set<String> = [
    "book", "setting", "closedMonth", "accountRole", "savingsProduct", "savingsTerms",
    "savingsTier", "savingsWindow", "taxRule", "loanProduct", "loanTerms", "loanFee", "holiday",
    "officer", "till", "tillCount", "plannedSavingsTerms",
  ]
  private static let lastEvent =
    "SELECT max(number) FROM event WHERE \(Schema.isOfCatalog)"

  private let event: Int64
  /// A month that is closed is looked for where postings are refused by it.
  private let lastClosedMonth: Int64

  /// What the file says now; nil where that part of it cannot be read.
  init?(_ db: Database, _ memory: BookMemory) throws {
    let stamp = try unlessDamaged { try Self.read(db, memory) }
    guard let stamp else { return nil }
    (event, lastClosedMonth) = (stamp.event, stamp.month)
  }

  private static func read(
    _ db: Database, _ memory: BookMemory
  ) throws -> (event: Int64, month: Int64) {
    let event = try SQLStatement(db, lastEvent)
    defer { event.reset() }
    let month = try memory.statement(db, "SELECT max(month) FROM closedMonth")
    defer { month.reset() }
    return (try event.step() ? event.int64(0) : 0, try month.step() ? month.int64(0) : 0)
  }
}
