import Foundation
package import KSPActs
import KSPCore
import KSPLedger

/// An act, the files that it begins with, and what it says when nobody stops it.
package struct CutScene: Sendable {
  package let act: Act
  /// The files at the beginning.
  package let start: [String: [UInt8]]
  /// The head of the chain at the beginning; empty where there is no book.
  let head: String
  /// What the whole run acknowledged with, by number: the first word at the index 0.
  let words: [String]
  /// The whole run, call by call.
  package let calls: [SystemCall]
  /// The report as it is at the end; empty where there is none.
  let report: String
  /// The folder of that run.
  let folder: String

  /// A book with six members, their deposits and interest.
  private static let book = BookTemplate { try fill($0).close() }

  private static func fill(_ folder: TestFolder) throws -> Ledger {
    let ledger = try makeBook(folder)
    let interest = InterestTerms(tiers: [.init(from: 0, rate: .percent("6", per: .year))])
    try ledger.setSavingsTerms(
      of: "sukarela", SavingsTerms(effectiveFrom: month("2026-01"), interest: interest))
    for number in 1...6 {
      try ledger.join("000\(number)")
      _ = try ledger.deposit(1_000_000, member: "000\(number)", on: day("2026-01-02"))
    }
    return ledger
  }

  /// The same with a year that has ended with its only month.
  private static let endedYear = BookTemplate { folder in
    let ledger = try fill(folder)
    var settings = try ledger.settings
    settings.yearStart = .february
    try ledger.updateSettings(settings)
    _ = try ledger.post(
      ManualEntry(
        on: day("2026-01-20"),
        legs: [
          .init(account: "1-1000", amount: 40_000_000),
          .init(account: "4-1000", amount: -40_000_000),
        ]))
    _ = try ledger.runMonthEnd(month("2026-01"))
    try ledger.close()
  }

  /// A copy of it, which SQLite has not opened for writing yet.
  private static let copiedBook = BookTemplate { folder in
    let original = try book.copy()
    let ledger = try Ledger.open(at: original.file(), clock: Act.clock)
    _ = try ledger.backup(to: folder.file())
    try ledger.close()
  }

  /// Runs an act under a trace, to its end.
  package init(tracing act: Act) throws {
    self.act = act
    let folder = try Self.folder(act)
    self.folder = folder.path
    start = try Self.contents(folder)
    if act == .initialize || act == .output {
      head = ""
    } else {
      let ledger = try Ledger.open(at: folder.file(), access: .readOnly, clock: Act.clock)
      head = try ledger.headHash()
      try ledger.close()
    }
    let notes = try TestFolder()
    let trace = notes.file("trace")
    let (program, arguments) = Self.command(act, folder)
    let process = try ChildProcess.make(
      Tracer.program,
      [
        "-f", "-y", "-xx", "-s", "1000000", "-o", trace, "-e",
        "trace=" + SystemCallTrace.traced, program.path,
      ] + arguments)
    try process.run()
    process.waitUntilExit()
    var calls = try SystemCallTrace.calls(trace, in: folder.path)
    // A command says nothing while it runs: its end is the acknowledgement.
    if act.command(in: "") != nil { calls.append(.acknowledge(1, word: "")) }
    self.calls = calls
    words = calls.compactMap { if case .acknowledge(_, let word) = $0 { word } else { nil } }
    report = (try? String(contentsOfFile: folder.file("laporan.csv"), encoding: .utf8)) ?? ""
    guard process.terminationStatus == 0, words.count == act.count else {
      throw Failed(status: process.terminationStatus, acknowledged: words.count)
    }
  }

  package struct Failed: Error {
    let status: Int32
    let acknowledged: Int
  }

  /// A new folder with what the act begins with.
  static func folder(_ act: Act) throws -> TestFolder {
    guard act != .initialize, act != .output else { return try TestFolder() }
    let template =
      switch act {
      case .postInCopy: copiedBook
      case .year: endedYear
      default: book
      }
    let folder = try template.copy()
    if act == .report {
      try earlierReport.write(
        toFile: folder.file("laporan.csv"), atomically: false, encoding: .utf8)
    }
    return folder
  }

  /// What the report of `ksp` takes the place of.
  static let earlierReport = "laporan bulan lalu\n"

  /// The program that does it, and what it is told.
  static func command(_ act: Act, _ folder: TestFolder) -> (URL, [String]) {
    if let command = act.command(in: folder.path) { return (ChildProcess.program("ksp"), command) }
    return (ChildProcess.program("PostingChild"), [folder.path, "0", "act", act.rawValue])
  }

  private static func contents(_ folder: TestFolder) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      contents[name] = Array(try Data(contentsOf: URL(fileURLWithPath: folder.file(name))))
    }
    return contents
  }
}
