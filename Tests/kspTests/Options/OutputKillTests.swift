import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A program that is killed while it writes leaves nothing under the name, and nothing that stops
/// the next one.
@Suite(.hangs) struct OutputKillTests {
  /// A book whose statements take a while.
  private static let template = BookTemplate { folder in
    let ledger = try makeBook(folder)
    let numbers = 1...1_200
    let members = numbers.map { "\($0),Anggota \($0),2025-06-01" }.joined(separator: "\n")
    _ = try ledger.importMembers(csv: "number,name,joined\n\(members)\n", file: "m.csv")
    let balances = numbers.map { "\($0),sukarela,1000" }.joined(separator: "\n")
    _ = try ledger.importOpeningBalances(
      csv: "member,product,amount\n\(balances)\n", file: "b.csv", on: try day("2025-12-31"))
    try ledger.close()
  }

  private static func parts(_ folder: TestFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(WholeFile.ending) }
  }

  @Test(arguments: [false, true]) func aKillLeavesNoFileAndNoObstacle(_ replaces: Bool) throws {
    let folder = try Self.template.copy()
    let words =
      ["statement", "all", "--book", "book.ksp", "-o", "semua.html", "--from", "2026-01-01"]
      + (replaces ? ["--replace"] : [])
    let file = folder.file("semua.html")
    if replaces { try Data("old".utf8).write(to: URL(fileURLWithPath: file)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandTests.program)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Killed when it has begun to write, long before it is done.
    while process.isRunning {
      guard let part = try Self.parts(folder).first else {
        usleep(500)
        continue
      }
      let size = FileManager.default.contents(atPath: folder.file(part))?.count ?? 0
      if size > 0 { break }
      usleep(500)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(try Self.parts(folder).count == 1)
    #expect(
      FileManager.default.contents(atPath: file) == (replaces ? Data("old".utf8) : nil))

    let again = try CommandTests.run(folder, words)
    #expect(again.status == 0, "\(again.messages)")
    #expect(try Self.parts(folder) == [])
    let html = try String(contentsOfFile: file, encoding: .utf8)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
    #expect(html.contains("Anggota 1200"))
  }
}
