/// Writes HTML that is well-formed XML too, into the same buffer as every other form.
///
/// Markup comes from literals of the program only; everything else is escaped, so no name or memo
/// can become markup.
///
/// ```swift
/// HTMLWriter.write(into: &output) { html in
///   html.element("td", "name") { $0.text("Toko <Sinar> & Anak") }
/// }
/// // <td class="name">Toko &lt;Sinar&gt; &amp; Anak</td>
/// ```
struct HTMLWriter {
  private var output = TextOutput()

  /// Lends the buffer for some writing.
  static func write(into output: inout TextOutput, _ body: (inout HTMLWriter) -> Void) {
    // The buffer is swapped in and out again: a copy of it would be copied in full when written.
    var writer = HTMLWriter()
    swap(&writer.output, &output)
    body(&writer)
    swap(&writer.output, &output)
  }

  /// Writes markup as it stands in the program.
  mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  /// Writes the tag of an element, what is in it, and its closing tag.
  mutating func element(
    _ name: StaticString, _ classes: StaticString = "", _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, classes)
    body(&self)
    close(name)
  }

  /// Writes the tag that opens an element.
  mutating func open(_ name: StaticString, _ classes: StaticString = "") {
    output.append(byte: UInt8(ascii: "<"))
    markup(name)
    if classes.utf8CodeUnitCount > 0 {
      markup(" class=\"")
      markup(classes)
      output.append(byte: UInt8(ascii: "\""))
    }
    output.append(byte: UInt8(ascii: ">"))
  }

  /// Writes the tag that closes an element.
  mutating func close(_ name: StaticString) {
    markup("</")
    markup(name)
    output.append(byte: UInt8(ascii: ">"))
  }

  /// Opens a drawing of a height in units of which it is 1,000 wide, with the title that is read
  /// aloud where it cannot be seen.
  mutating func openDrawing(_ title: String, height: Int) {
    markup("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 1000 ")
    number(height)
    markup("\">")
    element("title") { $0.text(title) }
  }

  /// Ends the line of the file; browsers do not show it.
  mutating func newline() {
    output.newline()
  }

  /// Writes a text with every character that means something in HTML escaped.
  mutating func text(_ text: String) {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    for byte in (isPlain ? text : TextTable.oneLine(text)).utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      default: output.append(byte: byte)
      }
    }
  }

  /// Writes a number.
  mutating func number(_ number: Int) {
    output.append(String(number))
  }

  /// Writes a length that is given in tenths of a millimetre.
  mutating func millimetres(_ tenths: Int) {
    output.append("\(tenths / 10).\(tenths % 10)mm")
  }

  /// Writes a value as people read it.
  mutating func cell(_ cell: Cell, _ words: Wording) {
    switch cell {
    case .blank: break
    case .text(let text), .coded(_, let text), .flag(_, let text): self.text(text)
    case .date(let date): text(words.day(date))
    case .entry(let number): output.append(number)
    case .amount(let amount): output.append(grouped: amount)
    case .unlessZero(let amount): if !amount.isZero { output.append(grouped: amount) }
    case .count(let count): number(count)
    }
  }
}
