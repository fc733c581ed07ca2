import Foundation
import KSPActs

extension CutScene {
  /// Cuts the power at many moments of the run, and looks at what is found each time.
  ///
  /// - Parameters:
  ///   - model: What the disk does to what was not synced.
  ///   - points: How many cuts.
  ///   - ignored: Of which syncs the disk only says that it has done them. It must lose some.
  ///   - verifyEvery: Every so many points books are verified, and not only compared by the head.
  ///   - seed: The same seed makes the same cuts.
  /// - Returns: What they came to.
  /// - Throws: What is no fault of the book: the trace or the machine.
  package func cut(
    _ model: PowerCutDisk.Model, points: Int, ignoring ignored: PowerCutDisk.Ignored = .none,
    verifyEvery: Int = 1, seed: UInt64
  ) throws -> CutOutcome {
    var random = SplitMix64(seed: seed)
    var outcome = CutOutcome()
    var disk = PowerCutDisk(start, folder: folder, ignoring: ignored)
    var acknowledged = 0
    var proven: [Int: Int] = [:]
    let weights = moments
    let total = weights.reduce(0, +)
    let phase = Int.random(in: 0..<total, using: &random)
    var passed = 0
    for (index, weight) in weights.enumerated() {
      // So many of the points, evenly spread over all weights, fall on this moment.
      let here = ((passed + weight) * points + phase) / total - (passed * points + phase) / total
      passed += weight
      for _ in 0..<here {
        let found = disk.found(model, using: &random)
        // What was good with more acknowledged is good with less.
        let isNew = proven[found.fingerprint, default: -1] < acknowledged
        let fully = outcome.different.isMultiple(of: verifyEvery)
        outcome.different += isNew ? 1 : 0
        try outcome.count(acknowledged: acknowledged, "before call \(index)") {
          guard isNew else { return }
          let ruins = try TestFolder()
          try found.write(to: ruins)
          try CutCheck(scene: self, folder: ruins, fully: fully).run(acknowledged: acknowledged)
          proven[found.fingerprint] = acknowledged
        }
      }
      guard index < calls.count else { break }
      if case .acknowledge(let number, _) = calls[index] { acknowledged = number }
      try disk.apply(calls[index])
    }
    return outcome
  }

  /// How much of the points the moment before each call deserves, and the one after the last:
  /// most before a sync, when most is at stake, and just after an acknowledgement.
  private var moments: [Int] {
    (0...calls.count).map { index in
      if index > 0, case .acknowledge = calls[index - 1] { return 16 }
      guard index < calls.count else { return 16 }
      return switch calls[index] {
      case .sync: 16
      case .rename, .link, .remove: 8
      case .write, .truncate, .acknowledge: 1
      case .open, .close, .seek: 0
      }
    }
  }

  /// Kills the process itself at random times, sometimes more than once, and looks each time.
  ///
  /// - Parameters:
  ///   - points: How many folders.
  ///   - seed: The same seed draws the same times.
  /// - Returns: What they came to.
  /// - Throws: What is no fault of the book.
  package func kill(points: Int, seed: UInt64) throws -> CutOutcome {
    var random = SplitMix64(seed: seed)
    var outcome = CutOutcome()
    let notes = try TestFolder()
    let longest = try longestRun(notes)
    for point in 0..<points {
      let folder = try Self.folder(act)
      var acknowledged = 0
      for attempt in 0..<Int.random(in: 1...3, using: &random) {
        let output = notes.file("said-\(point)-\(attempt)")
        let child = try start(in: folder, output: output)
        usleep(UInt32.random(in: longest / 8...longest, using: &random))
        let isDone = child.killAndWait() == 0
        let said = isDone ? act.count : try ChildProcess.acknowledged(output)
        // Whoever writes the reports once more begins with the first.
        acknowledged = act == .output ? said : max(acknowledged, said)
      }
      outcome.different += 1
      try outcome.count(acknowledged: acknowledged, "kill \(point)") {
        try CutCheck(scene: self, folder: folder, fully: true).run(acknowledged: acknowledged)
      }
    }
    return outcome
  }

  /// How many microseconds the second of two whole runs takes; the first reads the program in.
  private func longestRun(_ notes: TestFolder) throws -> UInt32 {
    var longest = Duration.zero
    for _ in 0..<2 {
      let folder = try Self.folder(act)
      longest = try ContinuousClock().measure {
        _ = try start(in: folder, output: notes.file("whole")).wait()
      }
    }
    return UInt32(longest / .microseconds(1))
  }

  private func start(in folder: TestFolder, output: String) throws -> SpawnedChild {
    let (program, arguments) = Self.command(act, folder)
    return try SpawnedChild(program, arguments, output: output)
  }
}
