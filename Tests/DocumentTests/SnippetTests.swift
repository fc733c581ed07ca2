import Foundation
import KSPTestSupport
import Testing

/// The Swift in the documents is compiled and run: every block stands, word for word, between the
/// `// snippet` marks of a program in `Examples`, and `TranscriptTests` runs those programs.
@Suite struct SnippetTests {
  static let documents: [String] =
    ["README.md"] + Markdown.files(in: "Docs") + Markdown.files(in: "Examples")
    + Markdown.files(in: "Sources")

  /// The pieces between `// snippet: NAME` and `// snippet end`, without their indentation.
  static func snippets() throws -> [String: [String]] {
    let root = packageFolder.appendingPathComponent("Examples")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    var snippets: [String: [String]] = [:]
    for name in names ?? [] where name.hasSuffix(".swift") && !name.contains(".build/") {
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      var current: (name: String, indent: Int)?
      for line in text.components(separatedBy: "\n") {
        let bare = line.drop { $0 == " " }
        if bare.hasPrefix("// snippet: ") {
          current = (String(bare.dropFirst(12)), line.count - bare.count)
        } else if bare == "// snippet end" {
          current = nil
        } else if let current {
          snippets[current.name, default: []].append(String(line.dropFirst(current.indent)))
        }
      }
    }
    return snippets
  }

  @Test func everySwiftBlockIsPartOfAProgram() throws {
    let snippets = try Self.snippets()
    var shown: Set<String> = []
    for path in Self.documents {
      for block in try Markdown(path).blocks where block.language == "swift" {
        let name = snippets.first { $0.value == block.lines }?.key
        #expect(name != nil, "\(path), line \(block.range.lowerBound): not compiled")
        if let name { shown.insert(name) }
      }
    }
    #expect(shown == Set(snippets.keys), "snippets that no document shows")
  }

  /// Every program of `Examples` is run by a document beside it.
  @Test func everyProgramIsRun() throws {
    let package = try String(
      contentsOf: packageFolder.appendingPathComponent("Package.swift"), encoding: .utf8)
    let programs = package.matches(
      of: /name: "(\w+)",\s+dependencies: [^:]*path: "(Examples\/\w+)"/)
    #expect(programs.count >= 3)
    for program in programs {
      let document = try Markdown("\(program.output.2)/README.md")
      let command = "$ swift run -q \(program.output.1)"
      #expect(document.lines.contains { $0.hasPrefix(command) }, "\(program.output.1)")
    }
  }
}
