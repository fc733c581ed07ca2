/// A table for people in a fixed-width font.
///
/// Texts that are too long end in `…`; numbers are never cut, because a cut number is a wrong
/// number: a row with an enormous amount gets wider instead.
public struct TextTable: Sendable {
  /// The width of a page.
  public static let pageWidth = 80

  /// One column.
  public struct Column: Sendable {
    let title: String
    let width: Int
    let isRight: Bool

    /// A column of texts.
    public static func left(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: false)
    }

    /// A column of numbers.
    public static func right(_ title: String, _ width: Int) -> Column {
      Column(title: title, width: width, isRight: true)
    }
  }

  private let columns: [Column]
  private let indent: Int

  /// A table with these columns, one space apart.
  public init(_ columns: [Column], indent: Int = 0) {
    self.columns = columns
    self.indent = indent
  }

  /// The width of a row.
  public var width: Int { columns.reduce(indent + columns.count - 1) { $0 + $1.width } }

  /// Writes the titles between two rules.
  public func header(into output: inout TextOutput) {
    rule(into: &output)
    row(columns.map { .text($0.title) }, into: &output)
    rule(into: &output)
  }

  /// Writes a line of hyphens.
  public func rule(into output: inout TextOutput) {
    output.repeat(UInt8(ascii: " "), indent)
    output.repeat(UInt8(ascii: "-"), width - indent)
    output.newline()
  }

  /// Writes one row; missing cells are blank.
  public func row(_ cells: [Cell], into output: inout TextOutput) {
    output.repeat(UInt8(ascii: " "), indent)
    for (index, cell) in cells.enumerated() where index < columns.count {
      if index > 0 { output.append(byte: UInt8(ascii: " ")) }
      write(cell, in: columns[index], into: &output)
    }
    output.trimLine()
    output.newline()
  }

  private func write(_ cell: Cell, in column: Column, into output: inout TextOutput) {
    let start = output.bytes.count
    switch cell {
    case .blank: break
    case .text(let text):
      return TextTable.fit(text, width: column.width, isRight: column.isRight, into: &output)
    case .date(let date): output.append(date)
    case .entry(let number): output.append(number)
    case .amount(let amount): output.append(grouped: amount)
    case .count(let count): output.append(String(count))
    }
    if column.isRight {
      output.rightAlign(from: start, width: column.width)
    } else {
      output.repeat(UInt8(ascii: " "), column.width - (output.bytes.count - start))
    }
  }

  /// Writes a text in exactly `width` columns, cut with `…` when it is longer.
  static func fit(_ text: String, width: Int, isRight: Bool, into output: inout TextOutput) {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    let line = isPlain ? text : oneLine(text)
    let length = isPlain ? line.utf8.count : line.count
    if isRight { output.repeat(UInt8(ascii: " "), width - length) }
    if length > width {
      output.append(line.prefix(max(0, width - 1)))
      output.append("…")
    } else {
      output.append(line)
      if !isRight { output.repeat(UInt8(ascii: " "), width - length) }
    }
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
