import GRDB

extension Ledger {
  /// Counts what SQLite does for this book while `body` runs. For tests, which hold by it that
  /// the cost of an event does not grow with the years or the members in the book.
  package func work(of body: () throws -> Void) throws -> Work {
    let meter = WorkMeter()
    try store.connection(changesFile: false) { db in meter.attach(to: db) }
    defer { try? store.connection(changesFile: false) { db in meter.detach(from: db) } }
    try body()
    return meter.work
  }
}
