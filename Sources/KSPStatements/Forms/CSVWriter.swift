/// Writes comma-separated values as RFC 4180 describes them: UTF-8, CRLF after every row, quotes
/// around fields that hold a comma, a quote or a line break.
///
/// ```swift
/// CSVWriter.row([.text("a,b"), .amount(500)], into: &output)   // "a,b",500
/// ```
public enum CSVWriter {
  /// Writes one row.
  public static func row(_ cells: [Cell], into output: inout TextOutput) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(byte: UInt8(ascii: ",")) }
      switch cell {
      case .blank: break
      case .text(let text): field(text, into: &output)
      case .date(let date): output.append(date)
      case .entry(let number): output.append(number)
      case .amount(let amount): output.append(amount)
      case .count(let count): output.append(String(count))
      }
    }
    output.append("\r\n")
  }

  /// Writes the header row; column names are the same in both languages, so that files are too.
  public static func header(_ names: [String], into output: inout TextOutput) {
    row(names.map { .text($0) }, into: &output)
  }

  private static func field(_ text: String, into output: inout TextOutput) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A
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
