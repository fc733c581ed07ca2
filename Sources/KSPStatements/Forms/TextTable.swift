/// A table for people in a fixed-width font.
///
/// Texts that are too long go on in the next line of their column. Numbers are never broken,
/// because half a number is a wrong number: an enormous amount takes blanks from the columns to its
/// left, where need be on the next line. Only where nothing stands to its left a row gets wider.
package struct TextTable: Sendable {
  /// The width of a page.
  package static let pageWidth = 80

  /// One column.
  package struct Column: Sendable {
    /// What a column takes along to the next page and to the row of sums.
    enum Carry: Sendable {
      case nothing
      /// The sum of amounts.
      case sum
      /// The sum of counts.
      case count
      /// The balance after the last row.
      case balance
    }

    let title: String
    let width: Int
    let isRight: Bool
    var carry = Carry.nothing

    /// A column of texts.
    package static func left(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: false)
    }

    /// A column of numbers.
    package static func right(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: true)
    }

    /// A column of amounts that are added up.
    static func sum(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: true, carry: .sum)
    }

    /// A column of counts that are added up.
    static func count(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: true, carry: .count)
    }

    /// A column of running balances.
    static func balance(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: true, carry: .balance)
    }
  }

  let columns: [Column]
  let indent: Int

  /// A table with these columns, one space apart.
  package init(_ columns: [Column], indent: Int = 0) {
    self.columns = columns
    self.indent = indent
  }

  /// The width of a row.
  package var width: Int { columns.reduce(indent + columns.count - 1) { $0 + $1.width } }

  /// Writes the titles between two rules.
  package func header(into output: inout TextOutput) {
    rule(into: &output)
    row(columns.map { .text($0.title) }, into: &output)
    rule(into: &output)
  }

  /// Writes a line of hyphens.
  package func rule(into output: inout TextOutput) {
    output.repeat(UInt8(ascii: " "), indent)
    output.repeat(UInt8(ascii: "-"), width - indent)
    output.newline()
  }

  /// Writes one row, on as many lines as its texts need; missing cells are blank.
  package func row(_ cells: [Cell], into output: inout TextOutput) {
    var rest: [Cell]?
    let line = output.bytes.count
    output.repeat(UInt8(ascii: " "), indent)
    for (index, cell) in cells.enumerated() where index < columns.count {
      if index > 0 { output.append(byte: UInt8(ascii: " ")) }
      if let remainder = write(cell, in: columns[index], since: line, into: &output) {
        rest = rest ?? Array(repeating: .blank, count: columns.count)
        rest?[index] = remainder
      }
    }
    output.trimLine()
    output.newline()
    if let rest { row(rest, into: &output) }
  }

  /// Writes one cell of the line that begins at `line`, and returns what there is no room for.
  private func write(
    _ cell: Cell, in column: Column, since line: Int, into output: inout TextOutput
  ) -> Cell? {
    let start = output.bytes.count
    if case .text(let text) = cell.forPeople {
      return TextTable.fit(text, in: column, into: &output).map { .text($0) }
    }
    TextTable.put(cell, into: &output)
    if column.isRight {
      guard output.rightAlign(from: start, width: column.width, since: line) else {
        output.repeat(UInt8(ascii: " "), column.width)
        return cell
      }
    } else {
      output.repeat(UInt8(ascii: " "), column.width - (output.bytes.count - start))
    }
    return nil
  }

  /// Writes a number, a date or a voucher as it is, however wide; nothing else.
  private static func put(_ cell: Cell, into output: inout TextOutput) {
    switch cell {
    case .blank, .text, .coded, .flag: break
    case .date(let date): output.append(date)
    case .entry(let number): output.append(number)
    case .amount(let amount): output.append(grouped: amount)
    case .unlessZero(let amount): if !amount.isZero { output.append(grouped: amount) }
    case .count(let count): output.append(String(count))
    }
  }

  /// How many columns a number, a date or a voucher takes.
  static func length(of cell: Cell) -> Int {
    var output = TextOutput()
    put(cell, into: &output)
    return output.bytes.count
  }

  /// Writes as much of a text as fits, filled up to the width, and returns the rest.
  private static func fit(
    _ text: String, in column: Column, into output: inout TextOutput
  ) -> String? {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    let line = isPlain ? text : oneLine(text)
    let length = isPlain ? line.utf8.count : line.count
    if column.isRight { output.repeat(UInt8(ascii: " "), column.width - length) }
    guard length > column.width else {
      output.append(line)
      if !column.isRight { output.repeat(UInt8(ascii: " "), column.width - length) }
      return nil
    }
    // Broken at the last space that leaves room; a longer word is broken where the column ends.
    let room = line.prefix(column.width + 1)
    let space = room.lastIndex(of: " ").flatMap { $0 > line.startIndex ? $0 : nil }
    let head = space.map { line[..<$0] } ?? line.prefix(column.width)
    output.append(head)
    output.repeat(UInt8(ascii: " "), column.width - head.count)
    let tail = line[head.endIndex...].drop { $0 == " " }
    return tail.isEmpty ? nil : String(tail)
  }

  /// A text without line breaks and control characters, so that a memo cannot break the layout
  /// or send commands to a terminal.
  static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.properties.generalCategory == .control
        || scalar.value == 0x2028 || scalar.value == 0x2029
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }
}
