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

  /// Whatever the amounts, a row stays as wide as its table as long as something stands before them,
  /// and each of them stands in it whole, ending where its column ends.
  @Test func enormousAmountsStayOnThePage() {
    var random = SplitMix64(seed: 5)
    let table = TextTable([.left("", 20), .right("", 12), .right("", 12), .right("", 14)])
    let ends = [33, 46, 61]
    for _ in 0..<500 {
      let amounts = (0..<3).map { _ in
        Rupiah(sen: Int64.random(in: .min ... .max, using: &random) >> Int.random(in: 0...60))
      }
      let name = String(repeating: "kas ", count: Int.random(in: 1...9, using: &random))
      var output = TextOutput()
      table.row([.text(name)] + amounts.map { .amount($0) }, into: &output)
      let lines = output.string.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { $0.count <= table.width }, "\(output.string)")
      for (amount, end) in zip(amounts, ends) {
        #expect(
          lines.contains { line in
            line.prefix(end).hasSuffix(" " + amount.grouped)
              && (line.count == end || line.dropFirst(end).hasPrefix(" "))
          }, "\(amount.grouped): \(output.string)")
      }
    }
  }

  @Test func aNumberIsNeverBroken() throws {
    var output = TextOutput()
    TextTable([.right("", 5), .left("", 3)]).row(
      [.amount(Rupiah(sen: Int64.max)), .text("a")], into: &output)
    #expect(output.string == "92.233.720.368.547.758,07 a\n")
  }
}
