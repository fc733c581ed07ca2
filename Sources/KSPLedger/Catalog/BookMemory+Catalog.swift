import GRDB
import KSPCore

extension BookMemory {
  /// The catalog with what tells whether it still holds.
  private final class Kept {
    let catalog: Catalog
    let stamp: CatalogStamp?
    /// Up to which change of the file it is known to hold.
    var changes: Int

    init(catalog: Catalog, stamp: CatalogStamp?, changes: Int) {
      self.catalog = catalog
      self.stamp = stamp
      self.changes = changes
    }
  }

  /// The catalog in force, read once and again when it has changed; whoever changes it through this
  /// book forgets it.
  func catalog(_ db: Database) throws -> Catalog {
    let kept = self[Kept.self, for: .file]
    if let kept, kept.changes == changes { return kept.catalog }
    let stamp = try CatalogStamp(db, self)
    if let kept, let stamp, kept.stamp == stamp {
      kept.changes = changes
      return kept.catalog
    }
    let catalog = try Catalog(db)
    self[Kept.self, for: .file] = Kept(catalog: catalog, stamp: stamp, changes: changes)
    return catalog
  }

  /// The book's time zone, which every question about today asks: the rest of the catalog is not
  /// read for it.
  func utcOffsetSeconds(_ db: Database) throws -> Int64 {
    if let kept = self[Kept.self, for: .file], kept.changes == changes {
      return kept.catalog.settings.utcOffsetSeconds
    }
    let query = try statement(db, "SELECT utcOffsetSeconds FROM book")
    defer { query.reset() }
    guard try query.step() else { throw LedgerError.invariantBroken("book without settings") }
    return query.int64(0)
  }

  /// Forgets the catalog; whoever asks next reads it.
  func forgetCatalog() { self[Kept.self, for: .file] = nil }
}
