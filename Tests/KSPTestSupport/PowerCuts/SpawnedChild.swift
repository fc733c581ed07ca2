import Foundation

/// A program that runs and is waited for without delay: `Process` notices an end only half a second
/// later, which is long where thousands are killed.
struct SpawnedChild {
  private let identifier: pid_t

  /// Starts a program whose standard output goes into a file.
  init(_ program: URL, _ arguments: [String], output: String) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = ([program.path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var identifier: pid_t = 0
    let problem = posix_spawn(&identifier, program.path, &actions, nil, &words, environ)
    guard problem == 0 else { throw POSIXError(POSIXErrorCode(rawValue: problem) ?? .EIO) }
    self.identifier = identifier
  }

  /// Waits for its end, and says how it ended: 0 is well.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Kills it, if it still runs, and says how it ended.
  func killAndWait() -> Int32 {
    kill(identifier, SIGKILL)
    return wait()
  }
}
