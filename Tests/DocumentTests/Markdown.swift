import Foundation
import KSPTestSupport

/// A Markdown file of the package, as its lines, with the fenced blocks among them.
struct Markdown {
  /// A fenced block: what stands after the opening fence, and the lines between the fences.
  struct Block {
    /// The word after the fence, such as `console`.
    let language: String
    /// What follows the word, such as the name of a file.
    let name: String
    /// Where the content stands among the lines of the document.
    let range: Range<Int>
    let lines: [String]
  }

  let path: String
  let lines: [String]
  let blocks: [Block]

  /// Reads a file by its path inside the package.
  init(_ path: String) throws {
    let url = packageFolder.appendingPathComponent(path)
    self.init(path: path, text: try String(contentsOf: url, encoding: .utf8))
  }

  init(path: String, text: String) {
    self.path = path
    lines = text.components(separatedBy: "\n")
    var blocks: [Block] = []
    var opening: (line: Int, words: [String])?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let (start, words) = opening {
        let range = start + 1..<number
        blocks.append(
          Block(
            language: words.first ?? "", name: words.dropFirst().joined(separator: " "),
            range: range, lines: Array(lines[range])))
        opening = nil
      } else {
        opening = (number, line.dropFirst(3).split(separator: " ").map(String.init))
      }
    }
    self.blocks = blocks
  }

  /// The paths of all Markdown files in a folder of the package, and below it, in order.
  static func files(in folder: String) -> [String] {
    let root = packageFolder.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".md") && !$0.contains(".build/") }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// Writes the document again with other lines in some of its blocks.
  func rewrite(_ changes: [(block: Block, lines: [String])]) throws {
    var lines = lines
    // From the end, so that the places of the others stay what they are.
    let fromTheEnd = changes.sorted { $0.block.range.lowerBound > $1.block.range.lowerBound }
    for (block, new) in fromTheEnd { lines.replaceSubrange(block.range, with: new) }
    let url = packageFolder.appendingPathComponent(path)
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }
}

/// Whether the documents are to be written anew from what the programs say.
let isRecording = ProcessInfo.processInfo.environment["KSP_RECORD"] == "1"
