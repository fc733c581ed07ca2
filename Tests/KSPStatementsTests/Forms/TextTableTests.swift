import KSPStatements
import KSPTestSupport
import Testing

/// Tables of text: columns stay where they are, and no text is lost.
@Suite struct TextTableTests {
  @Test func aLongTextGoesOnBelowItselfAndLosesNoWord() {
    var random = SplitMix64(seed: 3)
    let table = TextTable([.left("", 5), .left("", 12), .right("", 10)])
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 1...15, using: &random)).map { _ in
            "abcé丨".randomElement(using: &random) ?? "a"
          })
      }
      let text = words.joined(separator: " ")
      var output = TextOutput()
      table.row([.text("1"), .text(text), .amount(500)], into: &output)
      let lines = output.string.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.first?.hasPrefix("1     ") == true)
      #expect(lines.first?.hasSuffix("       500") == true)
      let column = lines.map { String($0.dropFirst(6).prefix(12)) }
      #expect(column.allSatisfy { $0.count <= 12 })
      let read = column.joined().filter { $0 != " " }
      #expect(read == text.filter { $0 != " " })
    }
  }

  @Test func aNumberIsNeverBroken() throws {
    var output = TextOutput()
    TextTable([.right("", 5), .left("", 3)]).row(
      [.amount(Rupiah(sen: Int64.max)), .text("a")], into: &output)
    #expect(output.string == "92.233.720.368.547.758,07 a\n")
  }
}
