/// Writes comma-separated values as RFC 4180 describes them: UTF-8, CRLF after every row, quotes
/// around fields that hold a separator, a quote or a line break; or as a spreadsheet wants them,
/// where the buffer says so (``CSVDialect``).
///
/// ```swift
/// CSVWriter.row([.text("a,b"), .amount(500)], into: &output)   // "a,b",500
/// ```
enum CSVWriter {
  /// Writes one row.
  static func row(_ cells: [Cell], into output: inout TextOutput) {
    let dialect = output.csv
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(byte: dialect.separator) }
      switch cell {
      case .blank: break
      case .text(let text): field(dialect.text(text), dialect, into: &output)
      case .coded(let code, let shown):
        field(dialect.text(dialect.choice(code, shown)), dialect, into: &output)
      case .flag(let flag, let shown): output.append(dialect.flag(flag, shown))
      case .date(let date): output.append(date)
      case .entry(let number): output.append(number)
      case .amount(let amount), .unlessZero(let amount):
        output.append(amount, comma: dialect != .programs)
      case .count(let count): output.append(String(count))
      }
    }
    output.append("\r\n")
  }

  /// Writes the header row; for programs the names of columns are the same in both languages, so
  /// that files are too.
  static func header(
    _ names: [String], of schema: String? = nil, into output: inout TextOutput
  ) {
    if output.csv != .programs { output.beginWithMark() }
    row(names.map { .text(output.csv.heading($0, of: schema)) }, into: &output)
  }

  private static func field(
    _ text: String, _ dialect: CSVDialect, into output: inout TextOutput
  ) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains {
      $0 == quote || $0 == dialect.separator || $0 == 0x0D || $0 == 0x0A
    }
    guard needsQuotes else { return output.append(text) }
    output.append(byte: quote)
    for byte in text.utf8 {
      if byte == quote { output.append(byte: quote) }
      output.append(byte: byte)
    }
    output.append(byte: quote)
  }
}
