#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import KSPCore

/// The lock that makes one open book the only writer of a file.
///
/// SQLite 3.40 can damage a WAL database when two connections write and checkpoint at once
/// (fixed in 3.51.3), so writers exclude each other for as long as they have the book open. The
/// lock holds on the file, not on a name of it: it lies on a byte of the book far beyond those
/// that SQLite locks, and belongs to the open file description, so that it outlives the closing
/// of any other descriptor and goes with the process that dies.
///
/// A second byte is the place at the head of the line. Whoever waits holds it until the writer's
/// byte is free, and whoever comes back for more must have it first: nobody is passed for ever.
struct WriterLock {
  private static let writerByte: Int64 = 0x7FFF_FFFF_0000
  private static let turnByte: Int64 = 0x7FFF_FFFF_0001
  /// A waiter that was stopped must not stop everybody: after this, one goes past it.
  private static let patience = Duration.seconds(1)
  private static let longestPause = Duration.milliseconds(20)

  let file: FileIdentity
  let descriptor: Int32
  let note: LockNote
  /// The book as the caller named it.
  let path: String

  /// Takes the lock, or says who has it when that does not change within `waiting`; at once where
  /// it is this process.
  ///
  /// `whileWaiting` hears, between two attempts, who has it and how long that has been waited for.
  func take(
    waiting: Duration, whileWaiting: ((LedgerError, Duration) -> Void)?
  ) throws(LedgerError) {
    var waited = Duration.zero
    var pause = Duration.milliseconds(1)
    var hasTurn = false
    defer { if hasTurn { _ = try? set(F_UNLCK, Self.turnByte) } }
    while true {
      if !hasTurn { hasTurn = try set(F_WRLCK, Self.turnByte) }
      let attempt = hasTurn || waited >= Self.patience ? try attempt() : false
      if attempt == true { return }
      // Waiting for oneself is for those who can tell that one's own writer is about to go.
      guard attempt != nil else { throw .bookBusyHere(path) }
      let busy = LedgerError.bookBusy(path, holder: note.holder())
      guard waited < waiting else { throw busy }
      whileWaiting?(busy, waited)
      pause = min(pause, waiting - waited)
      Self.sleep(pause)
      waited += pause
      pause = min(pause * 2, Self.longestPause)
    }
  }

  /// Gives the book free; to be called after the database is closed.
  func release() {
    OpenBooks.endWriting(file) {
      note.remove()
      _ = try? set(F_UNLCK, Self.writerByte)
    }
  }

  /// Nil when this process has it.
  private func attempt() throws(LedgerError) -> Bool? {
    var problem: LedgerError?
    let isTaken = OpenBooks.beginWriting(file) {
      do throws(LedgerError) {
        return try set(F_WRLCK, Self.writerByte)
      } catch {
        problem = error
        return false
      }
    }
    if let problem { throw problem }
    return isTaken
  }

  /// Locks or unlocks a byte; false when another open file description has it.
  private func set(_ type: Int32, _ byte: Int64) throws(LedgerError) -> Bool {
    var range = flock()
    range.l_type = Int16(type)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = off_t(byte)
    range.l_len = 1
    if fcntl(descriptor, Self.setLock, &range) == 0 { return true }
    let reason = errno
    guard reason == EAGAIN || reason == EACCES else { throw FileProblem(path, reason).meaning }
    return false
  }

  /// F_OFD_SETLK, which not every C library declares.
  private static let setLock: Int32 = {
    #if canImport(Darwin)
      90
    #else
      37
    #endif
  }()

  /// Lets the thread rest.
  static func sleep(_ time: Duration) {
    let (seconds, rest) = time.components
    var pause = timespec()
    pause.tv_sec = Int(seconds)
    pause.tv_nsec = Int(rest / 1_000_000_000)
    _ = nanosleep(&pause, nil)
  }
}
