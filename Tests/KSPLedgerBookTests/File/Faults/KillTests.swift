import Foundation
import KSPLedger
import KSPTestSupport
import Testing

/// A program that is killed in the middle, and two programs at once.
@Suite(.hangs) struct KillTests {
  /// Killed after a random time, again and again on the same book.
  @Test func everyAcknowledgedEntrySurvivesTheKill() throws {
    var random = SplitMix64(seed: 9)
    let folder = try PostingProcess.template.copy()
    var acknowledged = 0
    var killed = 0
    for round in 0..<8 {
      let output = folder.file("said-\(round)")
      let process = try PostingProcess.make(
        PostingProcess.program("PostingChild"),
        [folder.file(), "4000"] + (round.isMultiple(of: 2) ? [] : ["checkpoint"]),
        output: output)
      try process.run()
      // The first word is waited for, so that every kill meets a program that posts.
      try PostingProcess.awaitFirst(output)
      usleep(UInt32.random(in: 0...20_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      killed += process.terminationReason == .uncaughtSignal ? 1 : 0
      acknowledged = max(acknowledged, try PostingProcess.acknowledged(output))
      #expect(try PostingProcess.lost(folder.file(), acknowledged: acknowledged) == 0)
    }
    // On a busy machine a process may be done before it is killed.
    #expect(killed >= 2)
    #expect(acknowledged > 24)
    print("kill: \(acknowledged) entries acknowledged over \(killed) kills")
  }

  /// While another process writes, this one may read but not write.
  @Test func aSecondProcessMayOnlyRead() throws {
    let folder = try PostingProcess.template.copy()
    let output = folder.file("said")
    let process = try PostingProcess.make(
      PostingProcess.program("PostingChild"), [folder.file(), "100000"], output: output)
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try PostingProcess.awaitFirst(output)
    #expect(refusal { try Ledger.open(at: folder.file(), clock: standingClock) } == .bookBusy)
    let reader = try Ledger.open(at: folder.file(), access: .readOnly, clock: standingClock)
    var last = 0
    for _ in 0..<5 {
      #expect(try reader.verify().isOK)
      let entries = try reader.status().entries
      #expect(entries >= last)
      last = entries
    }
    #expect(last > 0)
    try reader.close()
  }
}
