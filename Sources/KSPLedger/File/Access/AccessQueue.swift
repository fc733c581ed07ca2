import Dispatch

/// The queue that runs what is done with the connections of all books.
///
/// A connection answers only on its own queue. Whoever has it in a closure, and enters a queue of
/// another kind there, is still on the same thread, so that has to be looked at as well.
enum AccessQueue {
  private static let mark = DispatchSpecificKey<Bool>()

  /// What the queues of connections stand on.
  static let shared: DispatchQueue = {
    let queue = DispatchQueue(label: "ksp.books", attributes: .concurrent)
    queue.setSpecific(key: mark, value: true)
    return queue
  }()

  /// Whether the caller runs on the queue of a connection, and on no other inside it.
  static var isCurrent: Bool { DispatchQueue.getSpecific(key: mark) == true }
}
