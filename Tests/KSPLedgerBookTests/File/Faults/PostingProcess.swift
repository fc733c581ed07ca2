import Foundation
import KSPLedger
import KSPTestSupport

/// The program that posts and says so, run as a process of its own.
enum PostingProcess {
  /// A program that was built beside the tests.
  static func program(_ name: String) -> URL {
    ChildProcess.program(name)
  }

  /// A book with one member and no entries.
  static let template = BookTemplate { folder in
    let ledger = try makeBook(folder)
    try ledger.join("0001")
    try ledger.close()
  }

  /// See ``ChildProcess/make(_:_:output:)``.
  static func make(_ program: URL, _ arguments: [String], output: String? = nil) throws -> Process {
    try ChildProcess.make(program, arguments, output: output)
  }

  /// How many entries a process has said to be stored; 0 before the first.
  static func acknowledged(_ output: String) throws -> Int {
    try ChildProcess.acknowledged(output)
  }

  /// Waits until a process has said something, and not a moment longer: what it says is read whole
  /// each time, and the process posts meanwhile.
  static func awaitFirst(_ output: String) throws {
    for _ in 0..<2_000 {
      if try acknowledged(output) > 0 { return }
      usleep(5_000)
    }
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
