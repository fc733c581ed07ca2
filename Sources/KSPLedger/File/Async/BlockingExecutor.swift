import Dispatch

/// Where the long calls of asynchronous programs run: on threads that may block, so that those of
/// the caller's executor stay free. What runs there is still the caller's task, with its
/// cancellation and its values.
final class BlockingExecutor: TaskExecutor {
  static let shared = BlockingExecutor()
  private let queue = DispatchQueue(label: "ksp.blocking", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }

  /// Runs blocking work for an asynchronous caller.
  static func run<Value, Failure>(
    _ body: () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    try await withTaskExecutorPreference(shared) { () async throws(Failure) in try body() }
  }

  /// Runs work of its own that may block, in no task.
  static func start(_ body: @escaping @Sendable () -> Void) { shared.queue.async(execute: body) }
}
