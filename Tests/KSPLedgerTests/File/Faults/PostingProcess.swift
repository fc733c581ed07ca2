import Foundation
import KSPLedger
import KSPTestSupport

/// The program that posts and says so, run as a process of its own.
enum PostingProcess {
  /// A program that was built beside the tests.
  static func program(_ name: String) -> URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name)
  }

  /// A book with one member and no entries.
  static let template = BookTemplate { folder in
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.close()
  }

  /// A process that is ready to run. What it says goes into a file, never into a pipe: another
  /// test's process would hold the other end of it open, and a full one would stop the process.
  static func make(_ program: URL, _ arguments: [String], output: String? = nil) throws -> Process {
    let process = Process()
    if let output {
      try Data().write(to: URL(fileURLWithPath: output))
      process.standardOutput = FileHandle(forWritingAtPath: output)
    } else {
      process.standardOutput = FileHandle.nullDevice
    }
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// How many entries a process has said to be stored; 0 before the first.
  static func acknowledged(_ output: String) throws -> Int {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    // A last line without its end was cut off by the kill.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.compactMap { $0.hasPrefix("ACK ") ? Int($0.dropFirst(4)) : nil }.max() ?? 0
  }

  /// Waits until a process has said something.
  static func awaitFirst(_ output: String) throws {
    for _ in 0..<2_000 where try acknowledged(output) == 0 { usleep(5_000) }
  }

  /// Checks that every acknowledged entry is in a book, and that the book verifies.
  static func lost(_ path: String, acknowledged: Int) throws -> Int {
    let ledger = try Ledger.open(at: path, clock: standingClock)
    let report = try ledger.verify()
    guard report.isOK else {
      throw Broken(checks: report.checks.filter { $0.count > 0 }.map(\.name))
    }
    try ledger.entries { entry in
      guard entry.note.reference == "R-\(entry.number.value)" else {
        throw Broken(checks: ["reference"])
      }
    }
    try ledger.close()
    return max(0, acknowledged - report.entries)
  }

  struct Broken: Error {
    let checks: [String]
  }
}
