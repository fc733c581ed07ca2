import Dispatch
import KSPCore
import Synchronization

/// Hands elements from a thread that reads them to a task that asks for them, one at a time: the
/// next is made when it is asked for, so memory stays flat however slow the task is.
final class Handover<Element: Sendable>: Sendable {
  private enum State {
    case idle
    case asked(CheckedContinuation<Element?, any Error>)
    case ended((any Error)?)
  }

  private let state = Mutex(State.idle)
  private let demand = DispatchSemaphore(value: 0)

  /// Asks for the next element; nil after the last.
  ///
  /// - Throws: Why there are no more, once; `CancellationError` where the task is cancelled.
  func next() async throws -> Element? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { asker in
        let answer: Result<Element?, any Error>? = state.withLock { state in
          guard case .ended(let reason) = state else {
            state = .asked(asker)
            return nil
          }
          state = .ended(nil)
          return reason.map { .failure($0) } ?? .success(nil)
        }
        if let answer { asker.resume(with: answer) } else { demand.signal() }
      }
    } onCancel: {
      end(CancellationError())
    }
  }

  /// Waits until the next element is asked for, and hands it over.
  ///
  /// - Throws: `CancellationError` when nobody will ask any more.
  func offer(_ element: sending Element) throws {
    demand.wait()
    let asker = state.withLock { state -> CheckedContinuation<Element?, any Error>? in
      guard case .asked(let asker) = state else { return nil }
      state = .idle
      return asker
    }
    guard let asker else { throw CancellationError() }
    asker.resume(returning: element)
  }

  /// There are no more: the last was handed over, something went wrong, or nobody asks any more.
  func end(_ reason: (any Error)?) {
    let asker = state.withLock { state -> CheckedContinuation<Element?, any Error>? in
      switch state {
      case .asked(let asker):
        state = .ended(nil)
        return asker
      case .idle:
        state = .ended(reason)
        return nil
      case .ended: return nil
      }
    }
    if let reason { asker?.resume(throwing: reason) } else { asker?.resume(returning: nil) }
    demand.signal()
  }
}
