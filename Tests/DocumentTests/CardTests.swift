import Foundation
import KSPTestSupport
import Testing

/// The cards for the wall: one page of A4 each, with the same commands in both languages.
@Suite struct CardTests {
  static let cards = ["Docs/Kartu.md", "Docs/Kartu.en.md"]

  /// Points of the screen on which browsers and the forges lay Markdown out: 16 to the em, lines of
  /// 24, rows of a table 13 wider than their lines; A4 within a margin of a centimetre.
  private static let page = (width: 718, height: 1_047)

  /// How many lines a text takes, with letters as wide as those of the widest usual face.
  private static func lines(_ text: String, in width: Int) -> Int {
    let shown = text.replacing(/\]\([^)]+\)/, with: "]").filter { !"*`[]".contains($0) }
    return (shown.count * 41 / 5 + width - 1) / width
  }

  private static func height(of lines: [String]) -> Int {
    var height = 0
    var paragraph = ""
    var items: [String] = []
    let rows = lines.filter { $0.hasPrefix("| ") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    let names = rows.map { $0[0].filter { $0 != "*" }.count }.max() ?? 0
    let rest = page.width - names * 8 - 52
    height += rows.reduce(16) { $0 + 13 + 24 * max(1, Self.lines($1[1], in: rest)) }
    for line in lines {
      if line.hasPrefix("# ") {
        height += 66
      } else if line.hasPrefix("- ") {
        items.append(line)
      } else if line.hasPrefix("  "), let last = items.indices.last {
        items[last] += line
      } else if !line.hasPrefix("|"), !line.isEmpty {
        paragraph += line + " "
      }
    }
    height += 16 + 24 * Self.lines(paragraph, in: page.width)
    return items.reduce(height + 16) { $0 + 4 + 24 * Self.lines($1, in: page.width - 32) }
  }

  @Test(arguments: cards) func isOnePage(_ path: String) throws {
    let height = Self.height(of: try Markdown(path).lines)
    #expect(height <= Self.page.height, "\(path): \(height) of \(Self.page.height)")
    // A card that says next to nothing would fit as well.
    #expect(height > Self.page.height * 3 / 4)
  }

  /// The commands of a card exist in all ways in which they are typed (`InlineCommandTests`), and a
  /// row of the one is the row of the other.
  @Test func bothSayTheSame() throws {
    let rows = try Self.cards.map { path in
      try Markdown(path).lines.filter { $0.hasPrefix("| ") }.map { line in
        line.matches(of: /[0-9][0-9.]+/).map { String($0.output) }
      }
    }
    #expect(rows[0] == rows[1] && rows[0].count > 10)
  }
}
