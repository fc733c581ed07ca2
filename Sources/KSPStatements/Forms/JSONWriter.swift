/// Writes JSON on one line, with the keys in the order in which they are given and amounts as
/// decimal strings, because numbers lose sen in many readers.
///
/// ```swift
/// JSONWriter.line("ksp.balance/1", ["balance": .amount(500_000)], into: &output)
/// // {"schema":"ksp.balance/1","balance":"500000"}
/// ```
struct JSONWriter {
  private var output = TextOutput()

  /// Writes a record under its schema as one object, and a line feed.
  static func line(_ schema: String, _ record: ReportRecord, into output: inout TextOutput) {
    element(["schema": .text(schema)] + record, into: &output)
    output.newline()
  }

  /// Writes one object of an array whose brackets and commas the caller writes, for a stream.
  static func element(_ record: ReportRecord, into output: inout TextOutput) {
    // The buffer is swapped in and out again: a copy of it would be copied in full when written.
    var writer = JSONWriter()
    swap(&writer.output, &output)
    writer.output.append(byte: UInt8(ascii: "{"))
    record.write(into: &writer)
    writer.output.append(byte: UInt8(ascii: "}"))
    swap(&writer.output, &output)
  }

  /// Writes an object, as an element of an array.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    separate()
    output.append(byte: UInt8(ascii: "{"))
    body(&self)
    output.append(byte: UInt8(ascii: "}"))
  }

  /// Writes an object under a key.
  mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    name(key)
    object(body)
  }

  /// Writes an array under a key.
  mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
    name(key)
    output.append(byte: UInt8(ascii: "["))
    body(&self)
    output.append(byte: UInt8(ascii: "]"))
  }

  /// Writes a text, as an element of an array.
  mutating func element(_ text: String) {
    separate()
    string(text)
  }

  /// Writes a text, or `null`.
  mutating func field(_ key: String, _ text: String?) {
    name(key)
    guard let text else { return output.append("null") }
    string(text)
  }

  /// Writes an amount as a decimal string, or `null`.
  mutating func field(_ key: String, _ amount: Rupiah?) {
    name(key)
    guard let amount else { return output.append("null") }
    quoted { $0.append(amount) }
  }

  /// Writes a day as ISO text, or `null`.
  mutating func field(_ key: String, _ date: BookDate?) {
    name(key)
    guard let date else { return output.append("null") }
    quoted { $0.append(date) }
  }

  /// Writes a voucher number, or `null`.
  mutating func field(_ key: String, _ entry: EntryNumber?) {
    name(key)
    guard let entry else { return output.append("null") }
    quoted { $0.append(entry) }
  }

  /// Writes a count, or `null`.
  mutating func field(_ key: String, _ count: Int?) {
    name(key)
    output.append(count.map { String($0) } ?? "null")
  }

  /// Writes `true` or `false`.
  mutating func field(_ key: String, _ flag: Bool) {
    name(key)
    output.append(flag ? "true" : "false")
  }

  /// Writes a cell as programs read it: names and not their words, `null` for nothing.
  mutating func field(_ key: String, _ cell: Cell) {
    switch cell {
    case .blank: field(key, String?.none)
    case .text(let text), .coded(let text, _): field(key, text)
    case .flag(let flag, _): field(key, flag)
    case .date(let date): field(key, date)
    case .entry(let number): field(key, number)
    case .amount(let amount), .unlessZero(let amount): field(key, amount)
    case .count(let count): field(key, count)
    }
  }

  private mutating func name(_ key: String) {
    separate()
    string(key)
    output.append(byte: UInt8(ascii: ":"))
  }

  /// The last byte tells whether a comma is due: a finished value never ends in one of these.
  private mutating func separate() {
    switch output.bytes.last {
    case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
    default: output.append(byte: UInt8(ascii: ","))
    }
  }

  private mutating func quoted(_ body: (inout TextOutput) -> Void) {
    output.append(byte: UInt8(ascii: "\""))
    body(&output)
    output.append(byte: UInt8(ascii: "\""))
  }

  private mutating func string(_ text: String) {
    output.append(byte: UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): output.append("\\\"")
      case UInt8(ascii: "\\"): output.append("\\\\")
      case 0x0A: output.append("\\n")
      case 0x0D: output.append("\\r")
      case 0x09: output.append("\\t")
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        output.append(byte < 16 ? "\\u000\(hex)" : "\\u00\(hex)")
      default: output.append(byte: byte)
      }
    }
    output.append(byte: UInt8(ascii: "\""))
  }
}
