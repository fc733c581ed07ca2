import Foundation
import KSPTestSupport

/// Runs the `console` blocks of a document from top to bottom in one shell and says what a terminal
/// would show.
///
/// A line that begins with `$ ` is typed; lines that begin with `> ` go on with it; what follows is
/// the answer, messages and data in their order, and `(exit 65)` where the command did not end with
/// 0. A block `csv NAME` is a file that the reader saves at this point. A line `…` in an answer
/// stands for any lines.
///
/// Documents begin in an empty folder inside the package's folder; those called README.md begin in
/// the package's folder itself, of which only `Examples` is there.
struct Transcript {
  /// A typed command as it stands in the document, and its answer.
  struct Exchange {
    var typed: [String]
    var answer: [String]

    var command: String {
      typed.map { String($0.dropFirst(2)) }.joined(separator: "\n")
    }
  }

  /// The folder of the built programs, beside the tests.
  static let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()

  let document: Markdown

  static func exchanges(_ block: Markdown.Block) -> [Exchange] {
    var exchanges: [Exchange] = []
    for line in block.lines {
      if line.hasPrefix("$ ") {
        exchanges.append(Exchange(typed: [line], answer: []))
      } else if let last = exchanges.indices.last {
        if line.hasPrefix("> "), exchanges[last].answer.isEmpty {
          exchanges[last].typed.append(line)
        } else {
          exchanges[last].answer.append(line)
        }
      }
    }
    return exchanges
  }

  /// The blocks with the answers that were given now, `…` kept where it still stands for something.
  ///
  /// What the document makes lies in `folder`, or in the folder `coba` in it.
  func run(
    in folder: TestFolder? = nil
  ) throws -> [(block: Markdown.Block, lines: [String])] {
    let blocks = document.blocks.filter { $0.language == "console" }
    var answers = try answers(in: folder ?? TestFolder())[...]
    return blocks.map { block in
      let lines = Self.exchanges(block).flatMap { exchange in
        let answer = answers.popFirst() ?? ["(no answer)"]
        return exchange.typed
          + (Self.matches(answer[...], exchange.answer[...]) ? exchange.answer : answer)
      }
      return (block, lines)
    }
  }

  /// Whether an answer is what was expected; `…` stands for one or more lines.
  static func matches(_ answer: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return answer.isEmpty }
    if first == "…" {
      return answer.indices.contains { matches(answer[($0 + 1)...], expected.dropFirst()) }
    }
    return answer.first == first && matches(answer.dropFirst(), expected.dropFirst())
  }

  /// What varies from run to run and from machine to machine is shown as one and the same: the
  /// folder, moments of the clock, and the hashes that contain them; and CSV's line ends, which a
  /// terminal does not show. Nothing else is touched.
  static func settled(_ text: String, in folder: String) -> String {
    text.replacing("\r\n", with: "\n").replacing(folder, with: "FOLDER")
      .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "2026-11-24T02:15:00Z")
      .replacing(/\d{1,2} \w+ \d{4} \d\d:\d\d WIB/, with: "24 November 2026 09:15 WIB")
      .replacing(/(?<name>backup|cadangan)-\d{4}-\d\d-\d\d\.ksp/) { "\($0.name)-2026-11-24.ksp" }
      .replacing(/\b[0-9a-f]{64}\b/, with: String(repeating: "0123456789abcdef", count: 4))
  }

  private func answers(in folder: TestFolder) throws -> [[String]] {
    let isAtRoot = document.path.hasSuffix("README.md")
    let start = isAtRoot ? folder.path : folder.file("coba")
    try FileManager.default.createDirectory(atPath: start, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: URL(fileURLWithPath: folder.file("Examples")),
      withDestinationURL: packageFolder.appendingPathComponent("Examples"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bash", "-c", script()]
    process.currentDirectoryURL = URL(fileURLWithPath: start)
    process.environment = [
      "PATH": "\(Self.programs.path):/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8",
      "KSP": Self.programs.appendingPathComponent("ksp").path,
    ]
    let terminal = Pipe()
    process.standardOutput = terminal
    process.standardError = terminal
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = terminal.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = Self.settled(String(decoding: data, as: UTF8.self), in: folder.path)
    return text.components(separatedBy: "\u{1}").dropLast().map { part in
      var lines = part.components(separatedBy: "\n")
      let status = lines.removeLast()
      if lines.last == "" { lines.removeLast() }
      return status == "exit 0" ? lines : lines + ["(\(status))"]
    }
  }

  /// The whole document as one script; each answer ends with the command's status and a mark.
  private func script() -> String {
    // `swift run -q NAME` finds NAME built already.
    var script = "swift() { shift 2; \"$@\"; }\n"
    for block in document.blocks {
      switch block.language {
      case "csv":
        script += "cat >'\(block.name)' <<'END_OF_FILE'\n"
        script += block.lines.map { $0 + "\n" }.joined() + "END_OF_FILE\n"
      case "console":
        for exchange in Self.exchanges(block) {
          let quoted = exchange.command.replacingOccurrences(of: "'", with: "'\\''")
          script += "eval '\(quoted)'\nprintf '\\nexit %d\\001' $?\n"
        }
      default: break
      }
    }
    return script
  }
}
