import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// The Swift in the doc comments of the libraries: all of it is type-checked at once, as a program
/// that embeds them would be, so that what is copied from the documentation compiles.
@Suite struct DocExampleTests {
  struct Example {
    let path: String
    /// Where its first line stands in the file, from 1.
    let line: Int
    let lines: [String]
    /// Whether it explains something that programs outside of the package see.
    let isPublic: Bool
  }

  static let libraries = ["KSPCore", "KSPLedger", "KSPStatements", "KSPTesting"]

  /// The fenced blocks of all doc comments; those in Swift are examples.
  static func examples() throws -> [Example] {
    var examples: [Example] = []
    for library in libraries {
      for path in try files(in: "Sources/\(library)") {
        let url = packageFolder.appendingPathComponent(path)
        let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
        let bare = lines.map { String($0.drop { $0 == " " }) }
        var start: Int?
        for (number, line) in bare.enumerated() where line.hasPrefix("/// ```") {
          guard let opening = start else {
            start = number
            continue
          }
          start = nil
          let word = bare[opening].dropFirst(7)
          #expect(["swift", "text"].contains(word), "\(path):\(opening + 1): what language?")
          guard word == "swift" else { continue }
          let declared = lines[number...].first { line in
            let rest = line.drop { $0 == " " }
            return !rest.hasPrefix("///") && !rest.hasPrefix("@")
          }
          examples.append(
            Example(
              path: path, line: opening + 2,
              lines: bare[opening + 1..<number].map { String($0.dropFirst(4)) },
              isPublic: declared?.contains("public ") ?? false))
        }
      }
    }
    return examples
  }

  private static func files(in folder: String) throws -> [String] {
    let root = packageFolder.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
  }

  /// A program of the examples, a function each; what is said of it names the file and the line.
  private static func program(_ examples: [Example], import attribute: String) -> String {
    var program = "import Foundation\nimport Testing\n"
    for library in libraries { program += "\(attribute)import \(library)\n" }
    for (number, example) in examples.enumerated() {
      let isAsync = example.lines.contains { $0.contains("await ") }
      program += "private func example\(number)() \(isAsync ? "async " : "")throws {\n"
      program += "#sourceLocation(file: \"\(example.path)\", line: \(example.line))\n"
      program += example.lines.joined(separator: "\n") + "\n#sourceLocation()\n}\n"
    }
    return program
  }

  /// What the compiler says of an example that is no slip of it: a value that is only shown, with
  /// what it is in a comment, and a constant that the reader goes on with.
  private static func isHarmless(_ finding: Substring, _ lines: [String]) -> Bool {
    guard finding.contains(": warning:") else { return false }
    if finding.contains("never used") { return true }
    let place = finding.split(separator: ":", maxSplits: 2)
    guard finding.contains("unused"), place.count == 3, let line = Int(place[1]) else {
      return false
    }
    // What it is stands behind it, or below.
    return lines.indices.contains(line)
      && (lines[line - 1].contains("  // ") || lines[line].contains("/// // "))
  }

  @Test func examplesOfDocCommentsCompile() throws {
    let examples = try Self.examples()
    #expect(examples.count > 100)
    let folder = try TestFolder()
    let programs = [
      ("Inside.swift", false, "@testable "), ("Outside.swift", true, ""),
    ]
    for (name, isPublic, attribute) in programs {
      try Self.program(examples.filter { $0.isPublic == isPublic }, import: attribute)
        .write(toFile: folder.file(name), atomically: false, encoding: .utf8)
    }
    let built = Transcript.programs.resolvingSymlinksInPath()
    let checkouts = built.appendingPathComponent("../../checkouts").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-module-name", "Examples",
        "-I", built.appendingPathComponent("Modules").path,
        "-I", "\(checkouts)/GRDB.swift/Sources/GRDBSQLite",
        packageFolder.appendingPathComponent("Tests/Data/examples/Surroundings.swift").path,
      ] + programs.map { folder.file($0.0) }
    let output = Pipe()
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var texts: [Substring: [String]] = [:]
    for finding in said.split(separator: "\n")
    where !finding.hasPrefix(" ")
      && (finding.contains(": error:") || finding.contains(": warning:"))
    {
      let path = finding.prefix { $0 != ":" }
      if texts[path] == nil {
        let url = packageFolder.appendingPathComponent(String(path))
        texts[path] = (try? String(contentsOf: url, encoding: .utf8))?
          .components(separatedBy: "\n")
      }
      if !Self.isHarmless(finding, texts[path] ?? []) { Issue.record("\(finding)") }
    }
    #expect(process.terminationStatus == 0, "\(said)")
  }

  /// The accounts that examples name, in doc comments and in the help, are in the standard chart,
  /// or an example adds them; accounts of members begin with the letters of a standard product.
  @Test func accountsOfExamplesExist() throws {
    let help = try Markdown("Docs/CommandReference.en.md")
    let texts =
      try Self.examples().map { ($0.path, $0.lines.joined(separator: " ")) }
      + [(help.path, help.lines.joined(separator: " "))]
    var known = Set(try ChartOfAccounts.standard().accounts.map(\.code.text))
    let folder = try TestFolder()
    let ledger = try makeBook(folder)
    var prefixes = Set(try ledger.savingsProducts().map(\.accountPrefix))
    // Loans, assets, and the products of term deposits and plans that the examples add.
    prefixes.formUnion(["PJ", "INV", "BJK", "BRC"])
    for (_, text) in texts {
      for match in text.matches(of: /(?:code: "|account add )(\d-\d{4})/) {
        known.insert(String(match.output.1))
      }
    }
    for (path, text) in texts {
      for match in text.matches(of: /\b\d-\d{4}\b/) {
        #expect(known.contains(String(match.output)), "\(path): \(match.output)")
      }
      for match in text.matches(of: /\b([A-Z]{2,4})-\d{4}\b(?!-)/) where match.output.1 != "JU" {
        #expect(prefixes.contains(String(match.output.1)), "\(path): \(match.output.0)")
      }
    }
  }
}
