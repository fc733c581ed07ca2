/// Writes XML for other programs: elements from literals of the program, texts escaped, so that no
/// name or number can become markup.
///
/// ```swift
/// var xml = XMLWriter()
/// xml.element("Bpu", in: 2) { $0.text("DocumentNumber", "JS-202610-A&B", in: 3) }
/// ```
struct XMLWriter {
  private(set) var output = TextOutput()

  /// Begins a file.
  init() {
    output.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
  }

  /// Writes an element with elements inside, `depth` steps to the right.
  mutating func element(
    _ name: StaticString, _ attributes: StaticString = "", in depth: Int = 0,
    _ body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes, depth)
    output.line(">")
    body(&self)
    indent(depth)
    output.line("</\(name)>")
  }

  /// Writes an element with a text.
  mutating func text(_ name: StaticString, _ text: String, in depth: Int) {
    open(name, "", depth)
    output.append(byte: UInt8(ascii: ">"))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append("&amp;")
      case "<": output.append("&lt;")
      case ">": output.append("&gt;")
      // XML 1.0 has no other control characters, and reads a bare return as a line feed.
      case "\r": output.append("&#13;")
      case "\t", "\n", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
        output.append(String(scalar))
      default: output.append("\u{FFFD}")
      }
    }
    output.line("</\(name)>")
  }

  /// Writes an element that has nothing in it.
  mutating func empty(_ name: StaticString, _ attributes: StaticString, in depth: Int) {
    open(name, attributes, depth)
    output.line("/>")
  }

  private mutating func open(_ name: StaticString, _ attributes: StaticString, _ depth: Int) {
    indent(depth)
    output.append("<\(name)")
    if attributes.utf8CodeUnitCount > 0 { output.append(" \(attributes)") }
  }

  private mutating func indent(_ depth: Int) {
    output.repeat(UInt8(ascii: " "), 2 * depth)
  }
}
