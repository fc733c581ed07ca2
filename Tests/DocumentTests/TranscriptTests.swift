import Foundation
import KSPTestSupport
import Testing

/// The commands of the documents do what the documents show.
@Suite struct TranscriptTests {
  static let documents: [String] =
    ["README.md"] + Markdown.files(in: "Docs").filter { $0.contains("Tutorial") }
    + Markdown.files(in: "Examples").filter { !$0.contains("Portal/") }

  @Test(arguments: documents) func commandsAnswerAsShown(_ path: String) throws {
    let document = try Markdown(path)
    let results = try Transcript(document: document).run()
    #expect(!results.isEmpty, "\(path) shows no command")
    let changed = results.filter { $0.block.lines != $0.lines }
    if isRecording, !changed.isEmpty {
      try document.rewrite(changed)
      Issue.record("\(path) was recorded; read what changed, and run the tests without KSP_RECORD")
      return
    }
    for (block, lines) in changed {
      let shown = zip(block.lines, lines).first { $0 != $1 }
      Issue.record(
        """
        \(path), the block at line \(block.range.lowerBound): shown “\(shown?.0 ?? "")”, \
        answered “\(shown?.1 ?? "")”. All of it:
        \(lines.joined(separator: "\n"))
        """)
    }
  }

  /// What a reader might type is executed: no document hides a command in another kind of block.
  @Test(arguments: documents) func everyBlockIsExecuted(_ path: String) throws {
    for block in try Markdown(path).blocks {
      switch block.language {
      case "console": #expect(block.lines.first?.hasPrefix("$ ") == true, "\(path)")
      case "csv": #expect(!block.name.isEmpty, "\(path): a file without a name")
      case "swift": break
      case "sh":
        for line in block.lines {
          #expect(Self.setUp.contains(Self.bare(line)), "\(path): \(line)")
        }
      default: Issue.record("\(path): a block “\(block.language)” is not executed")
      }
    }
  }

  /// The commands that set things up; building and testing cannot be done again inside a test.
  /// `Examples/run` itself is executed by `Examples/README.md`.
  static let setUp = [
    "bash Examples/run", "bash .ci/test",
    "bash .ci/static", "sudo install .build/static/ksp /usr/local/bin/",
  ]

  private static func bare(_ line: String) -> String {
    let words = line.split(separator: "#", maxSplits: 1).first ?? ""
    return words.trimmingCharacters(in: .whitespaces)
  }

  @Test func theTestCommandRunsEveryTest() throws {
    let script = try String(
      contentsOf: packageFolder.appendingPathComponent(".ci/test"), encoding: .utf8)
    #expect(script.contains("\nbash .ci/prepare tests\n"))
    // What one of the two runs leaves out is what the other takes.
    #expect(
      script.split(separator: "\n").filter { $0.contains("swift test") }.map { line in
        ["$@", "--filter \"$programs\"", "--skip \"$programs\""].map { line.contains($0) }
      } == [[true, false, false], [false, true, false], [false, false, true]])
  }

  @Test func threeDotsStandForLines() {
    func matches(_ answer: String, _ expected: String) -> Bool {
      Transcript.matches(Array(answer).map(String.init)[...], Array(expected).map(String.init)[...])
    }
    #expect(matches("abc", "abc") && matches("abc", "a…c") && matches("abbc", "a…c"))
    #expect(matches("abc", "…") && matches("abcbc", "a…c") && matches("abc", "a…"))
    #expect(!matches("ac", "a…c") && !matches("abd", "a…c"))
    #expect(!matches("", "…") && !matches("abc", "ab") && !matches("ab", "abc"))
  }
}
