import Foundation
import KSPTestSupport
import Testing

/// The program that writes system calls down.
enum Tracer {
  static let program = URL(fileURLWithPath: "/usr/bin/strace")

  /// Whether it is installed and allowed to trace.
  static let works: Bool = {
    guard FileManager.default.isExecutableFile(atPath: program.path) else { return false }
    let trial = try? PostingProcess.make(program, ["-o", "/dev/null", "/bin/true"])
    guard let trial, (try? trial.run()) != nil else { return false }
    trial.waitUntilExit()
    return trial.terminationStatus == 0
  }()
}

/// Real postings are recorded system call by system call, and the book is rebuilt as a power cut
/// at each moment would leave it: every entry that was acknowledged must be there.
@Suite(
  .serialized, .timeLimit(.minutes(2)),
  .enabled(
    if: Tracer.works,
    "strace is not installed or not allowed here: power cuts were not replayed (see .ci/prepare)"))
struct PowerCutTests {
  struct Outcome {
    var points = 0
    var lossy = 0
    var mostLost = 0
    var acknowledged = 0
  }

  /// Posts under a trace and replays it; the cut comes before each sync, when most is at stake.
  static func replay(
    _ count: Int, _ options: [String], _ survivals: [PowerCutDisk.Survival], seed: UInt64
  ) throws -> Outcome {
    let folder = try PostingProcess.template.copy()
    let start = Array(try Data(contentsOf: URL(fileURLWithPath: folder.file())))
    let file = folder.file("trace")
    let process = try PostingProcess.make(
      Tracer.program,
      [
        "-f", "-y", "-xx", "-s", "1000000", "-o", file, "-e",
        "trace=pwrite64,write,ftruncate,fsync,fdatasync,unlink",
        PostingProcess.program("PostingChild").path, folder.file(), "\(count)",
      ] + options)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var disk = PowerCutDisk(["book.ksp": start])
    var outcome = Outcome()
    var random = SplitMix64(seed: seed)
    func cut() throws {
      for survival in survivals {
        let ruins = try TestFolder()
        try disk.write(survival, to: ruins, using: &random)
        let lost = try PostingProcess.lost(ruins.file(), acknowledged: outcome.acknowledged)
        outcome.points += 1
        outcome.lossy += lost > 0 ? 1 : 0
        outcome.mostLost = max(outcome.mostLost, lost)
      }
    }
    var syncs = 0
    for call in try SystemCallTrace.calls(file) {
      if case .acknowledge(let number) = call { outcome.acknowledged = number }
      if case .sync = call {
        syncs += 1
        try cut()
      }
      disk.apply(call)
    }
    try cut()
    #expect(outcome.acknowledged == count)
    print(
      "power cut \(options): \(count) entries, \(syncs) syncs, \(outcome.points) cuts,"
        + " \(outcome.lossy) with losses, at most \(outcome.mostLost) entries lost")
    return outcome
  }

  @Test func noAcknowledgedEntryIsLost() throws {
    let outcome = try Self.replay(30, [], PowerCutDisk.Survival.allCases, seed: 1)
    #expect(outcome.points >= 90)
    #expect(outcome.lossy == 0)
  }

  /// The same while the log is moved into the book every few entries.
  @Test func noAcknowledgedEntryIsLostAtACheckpoint() throws {
    let outcome = try Self.replay(30, ["checkpoint"], [.synced, .torn, .torn], seed: 2)
    #expect(outcome.points >= 90)
    #expect(outcome.lossy == 0)
  }

  /// Without waiting for the disk entries are lost: the replay above can fail.
  @Test func theCanaryDies() throws {
    let outcome = try Self.replay(30, ["normal", "checkpoint"], [.synced], seed: 3)
    #expect(outcome.lossy > 0)
    #expect(outcome.mostLost > 1)
  }
}
