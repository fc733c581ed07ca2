import KSPTestSupport
import Testing

@testable import KSPCore

/// Tables are read back as an independent writer wrote them, and faults say where they are.
@Suite struct CSVTableTests {
  static let characters: [Character] = [
    "a", "B", "7", " ", "\t", "\u{A0}", "é", "ß", "漢", "🙂", ",", ";", "\"", "'", "\n", "\r", "\r\n",
  ]

  static func cell(_ random: inout SplitMix64) -> String {
    String(
      (0..<Int.random(in: 0...6, using: &random)).map { _ in
        characters.randomElement(using: &random) ?? "a"
      })
  }

  /// What a reader is to see of a cell: no spaces, tabs or no-break spaces around it.
  static func trimmed(_ cell: String) -> String {
    let spaces: [Unicode.Scalar] = [" ", "\t", "\u{A0}"]
    var scalars = Array(cell.unicodeScalars)
    while let first = scalars.first, spaces.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, spaces.contains(last) { scalars.removeLast() }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The lines of a text as an editor counts them, as scalars.
  static func lines(_ text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    while let scalar = scalars.popFirst() {
      if scalar == "\r", scalars.first == "\n" { scalars.removeFirst() }
      if scalar == "\r" || scalar == "\n" {
        lines.append([])
      } else {
        lines[lines.count - 1].append(scalar)
      }
    }
    return lines
  }

  /// A file and what was put into it.
  struct File {
    var text = ""
    var rows: [[String]] = []
    /// The cells as they stand in the text, with their quotes.
    var written: [[String]] = []
    let width: Int

    init(_ random: inout SplitMix64) {
      width = Int.random(in: 2...4, using: &random)
      let separator = Bool.random(using: &random) ? "," : ";"
      let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
      if Int.random(in: 0..<3, using: &random) == 0 { text = "\u{FEFF}" }
      var lines = [(0..<width).map { "Kolom\($0) " }.joined(separator: separator)]
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        if Int.random(in: 0..<6, using: &random) == 0 {
          lines.append([" ", "", "\t"].randomElement(using: &random) ?? "")
        }
        let cells = (0..<width).map { _ in CSVTableTests.cell(&random) }
        let quoted = cells.map { cell in
          let needsQuotes = cell.unicodeScalars.contains {
            [",", ";", "\"", "\n", "\r"].contains($0)
          }
          guard needsQuotes || Bool.random(using: &random) else { return cell }
          return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
        }
        rows.append(cells)
        written.append(quoted)
        lines.append(quoted.joined(separator: separator))
      }
      text += lines.joined(separator: lineEnd)
      if Bool.random(using: &random) { text += lineEnd }
    }
  }

  @Test func whatWasWrittenIsRead() throws {
    var random = SplitMix64(seed: 41)
    for _ in 0..<3_000 {
      let file = File(&random)
      let table = try CSVTable(file.text, file: "t.csv")
      #expect(table.header == (0..<file.width).map { "kolom\($0)" })
      let lines = Self.lines(file.text)
      var read: [[String]] = []
      table.forEachRow { row in
        read.append((0..<file.width).map { row.text($0) })
        #expect(table.row(at: row.position)?.excerpt == row.excerpt)
        for index in 0..<file.width {
          let place = row.place(index, in: "t.csv")
          let rest = lines[place.line - 1].dropFirst(place.column - 1)
          // The caret is drawn under the excerpt, so it must be the line itself.
          #expect(Array(place.excerpt.unicodeScalars) == lines[place.line - 1])
          let written = Self.lines(file.written[read.count - 1][index])[0]
          #expect(rest.starts(with: written), "\(place) in \(file.text.debugDescription)")
        }
      } unreadable: { problem in
        Issue.record("\(problem) in \(file.text.debugDescription)")
      }
      #expect(read == file.rows.map { $0.map(Self.trimmed) }, "\(file.text.debugDescription)")
    }
  }

  @Test func anythingIsReadOrSaysWhereItIsWrong() throws {
    var random = SplitMix64(seed: 42)
    var faults = 0
    var rows = 0
    for _ in 0..<5_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in
          Self.characters.randomElement(using: &random) ?? "a"
        })
      let lines = Self.lines(text)
      func check(_ error: LedgerError) {
        faults += 1
        #expect(error.code == .importUnreadable)
        guard let place = error.place else {
          Issue.record("\(error) has no place")
          return
        }
        #expect((1...lines.count).contains(place.line), "\(place) in \(text.debugDescription)")
        guard lines.indices.contains(place.line - 1) else { return }
        #expect(
          (1...lines[place.line - 1].count + 1).contains(place.column),
          "\(place) in \(text.debugDescription)")
      }
      do throws(LedgerError) {
        let table = try CSVTable(text, file: "t.csv")
        table.forEachRow { _ in
          rows += 1
        } unreadable: {
          check($0)
        }
      } catch {
        check(error)
      }
    }
    #expect(faults > 1_000 && rows > 1_000, "\(faults) faults, \(rows) rows")
  }

  @Test func aRowThatIsWrongDoesNotEndTheReading() throws {
    let text = "a,b\n1,2\n3\n4,5,6\n\"x\"y,7\n8,9\n\"never closed,10\n11,12\n"
    let table = try CSVTable(text, file: "t.csv")
    var good: [String] = []
    var wrong: [LedgerError.Place?] = []
    table.forEachRow {
      good.append($0.excerpt)
    } unreadable: {
      wrong.append($0.place)
    }
    #expect(good == ["1,2", "8,9"])
    #expect(wrong.map { $0?.description } == ["t.csv:3:1", "t.csv:4:3", "t.csv:5:4", "t.csv:7:1"])
  }

  @Test(arguments: [
    ("", "1:1"), (" \n \n", "1:1"), ("a,A\n", "1:3"), ("\"a", "1:1"), ("a,\"b\"c\n", "1:6"),
    ("\u{FEFF}é,ü,\"x\"y", "1:8"), ("a,\"b\nc\"d\n", "2:3"),
  ])
  func aHeaderThatCannotBeRead(_ text: String, place: String) {
    let error = refused { try CSVTable(text, file: "t") }
    #expect(error?.code == .importUnreadable)
    #expect(error?.place?.description == "t:\(place)")
  }

  /// A cell behind a line break in quotes is looked for in the line where it stands.
  @Test func aPlaceBehindALineBreakIsInTheNextLine() throws {
    let table = try CSVTable("a,b\n\"x\ny\",é7\n", file: "t")
    let column = table.column(["b"])
    var problems: [LedgerError] = []
    _ = table.read(problems: &problems) { cells in
      cells.value(column) { text throws(LedgerError) in try Rupiah(parsing: text) }
    }
    #expect(problems.map { $0.place?.description } == ["t:3:4"])
  }

  @Test func everyMistakeOfARowIsReported() throws {
    let table = try CSVTable(
      "name,amount,day\nx\u{7},1.5,31/02/2026\n,,\ny,5,2026-01-01\n", file: "t")
    let name = table.column(["nama", "name"])
    let amount = table.column(["amount"])
    let day = table.column(["day"])
    var problems: [LedgerError] = []
    let rows = table.read(problems: &problems) { cells -> String? in
      let text = cells.text(name)
      _ = cells.value(amount) { text throws(LedgerError) in try Rupiah(parsing: text) }
      _ = cells.value(day) { text throws(LedgerError) in try BookDate(parsing: text) }
      return text
    }
    #expect(rows == ["y"])
    #expect(
      problems.map { "\($0.place?.description ?? "") \($0.code)" } == [
        "t:2:1 entry.noteUnacceptable", "t:2:4 amount.unreadable", "t:2:8 date.unreadable",
        "t:3:1 import.cellMissing", "t:3:2 import.cellMissing", "t:3:3 import.cellMissing",
      ])
  }
}
