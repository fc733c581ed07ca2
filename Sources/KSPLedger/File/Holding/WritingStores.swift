import KSPCore
import Synchronization

/// The books that this process writes. SQLite's connection and the writer's lock are there once for
/// each; whoever opens the book a second time shares them, and the last to go closes them.
enum WritingStores {
  private struct Shared {
    let store: Store
    var users: Int
  }

  private static let open = Mutex<[FileIdentity: Shared]>([:])
  /// How long one's own writer is waited for that is being opened or closed this moment.
  private static let patience = Duration.seconds(5)
  private static let pause = Duration.milliseconds(1)

  /// The store of a book, for one user more: the one that is open, or a new one.
  static func store(
    for opening: Store.Opening, clock: () -> Timestamp
  ) throws(LedgerError) -> Store {
    var waited = Duration.zero
    while true {
      if let store = try join(opening.path) { return store }
      do throws(LedgerError) {
        let store = try Store(opening, clock: clock)
        open.withLock { $0[store.book.file] = Shared(store: store, users: 1) }
        return store
      } catch {
        // Another thread opens or closes the book just now, or replaces it.
        guard error.holder?.isThisProcess == true, waited < max(patience, opening.waiting) else {
          throw error
        }
        opening.whileWaiting?(error, waited)
      }
      WriterLock.sleep(pause)
      waited += pause
    }
  }

  /// The store that is open on the file of a name, if that may be written under it.
  private static func join(_ path: String) throws(LedgerError) -> Store? {
    guard let file = FileFacts(path: path)?.identity,
      open.withLock({ $0[file] != nil })
    else { return nil }
    let book = try BookFile(path, named: path, writing: true)
    defer { book.leave() }
    if let other = book.otherName() { throw other }
    return open.withLock { open in
      open[book.file]?.users += 1
      return open[book.file]?.store
    }
  }

  /// One user less. Returns whether the store is to be closed now; one that only reads is nobody
  /// else's.
  static func leave(_ store: Store) -> Bool {
    guard !store.isReadOnly else { return true }
    return open.withLock { open in
      guard let shared = open[store.book.file], shared.store === store else { return true }
      guard shared.users == 1 else {
        open[store.book.file]?.users -= 1
        return false
      }
      open[store.book.file] = nil
      return true
    }
  }
}
