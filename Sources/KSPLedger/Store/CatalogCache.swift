import Synchronization

/// Keeps the catalog of a writer between postings.
///
/// Only the one writing process can change products, terms or closed months, so its copy is right
/// until it changes them itself.
final class CatalogCache: Sendable {
  private let kept = Mutex<Catalog?>(nil)

  func current(_ load: () throws -> Catalog) throws -> Catalog {
    if let catalog = kept.withLock({ $0 }) { return catalog }
    let catalog = try load()
    kept.withLock { $0 = catalog }
    return catalog
  }

  func forget() {
    kept.withLock { $0 = nil }
  }
}
