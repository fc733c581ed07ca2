/// A strict reader of well-formed markup that shares nothing with the writer.
///
/// It refuses what a forgiving browser would mend: crossed or unclosed tags, attributes without
/// quotes, a bare `<`, `>` or `&` in a text, a reference that is not one of the known.
struct MarkupReader {
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  /// An element or a text.
  indirect enum Node {
    case element(name: String, classes: String, children: [Node])
    case text(String)
  }

  private var rest: Substring.UnicodeScalarView

  /// The elements of a document after its first line.
  static func read(_ document: String) throws -> Node {
    guard document.hasPrefix("<!DOCTYPE html>\n") else { throw Problem(description: "no doctype") }
    return try fragment(String(document.dropFirst(16)))
  }

  /// The one element that a text consists of.
  static func fragment(_ text: String) throws -> Node {
    var reader = MarkupReader(rest: Substring(text).unicodeScalars)
    let nodes = try reader.nodes(until: nil)
    guard let first = nodes.first else { throw Problem(description: "nothing") }
    for node in nodes.dropFirst() where !node.text.allSatisfy(\.isWhitespace) {
      throw Problem(description: "more than one element")
    }
    return first
  }

  private mutating func nodes(until end: String?) throws -> [Node] {
    var nodes: [Node] = []
    while let scalar = rest.first {
      guard scalar == "<" else {
        nodes.append(.text(try text(isStyle: end == "style")))
        continue
      }
      let tag = try tag()
      if tag.name.hasPrefix("/") {
        guard tag.name.dropFirst() == end ?? "" else {
          throw Problem(description: "</\(tag.name) closes <\(end ?? "")>")
        }
        return nodes
      }
      let children = tag.isEmpty ? [] : try self.nodes(until: tag.name)
      nodes.append(.element(name: tag.name, classes: tag.classes, children: children))
    }
    guard end == nil else { throw Problem(description: "<\(end ?? "")> is not closed") }
    return nodes
  }

  private mutating func tag() throws -> (name: String, classes: String, isEmpty: Bool) {
    guard let end = rest.firstIndex(of: ">") else { throw Problem(description: "open tag") }
    var content = String(rest[rest.index(after: rest.startIndex)..<end])
    rest = rest[rest.index(after: end)...]
    let isEmpty = content.hasSuffix("/")
    if isEmpty { content.removeLast() }
    let name = String(content.prefix { $0 != " " })
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/") })
    else { throw Problem(description: "no name: <\(content)>") }
    var classes = ""
    var attributes = content.dropFirst(name.count)
    while !attributes.isEmpty {
      guard let match = attributes.prefixMatch(of: /\ ([a-zA-Z-]+)="([^"<&]*)"/) else {
        throw Problem(description: "attributes: <\(content)>")
      }
      if match.1 == "class" { classes = String(match.2) }
      attributes = attributes[match.range.upperBound...]
    }
    return (name, classes, isEmpty)
  }

  private mutating func text(isStyle: Bool) throws -> String {
    var text = String.UnicodeScalarView()
    while let scalar = rest.first, scalar != "<" {
      rest.removeFirst()
      switch scalar {
      case "&":
        guard let end = rest.prefix(6).firstIndex(of: ";") else {
          throw Problem(description: "a bare ampersand")
        }
        let name = String(rest[..<end])
        let known: [String: Unicode.Scalar] = [
          "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'",
        ]
        guard let meant = known[name] else { throw Problem(description: "&\(name);") }
        text.append(meant)
        rest = rest[rest.index(after: end)...]
      case ">" where !isStyle, "\"" where !isStyle, "'" where !isStyle:
        throw Problem(description: "a bare \(scalar)")
      case "\u{00}"..."\u{09}", "\u{0B}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        throw Problem(description: "a control character")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}

extension MarkupReader.Node {
  /// All texts in it.
  var text: String {
    switch self {
    case .text(let text): text
    case .element(_, _, let children): children.map(\.text).joined()
    }
  }

  /// The name of an element; nothing for text.
  var name: String {
    if case .element(let name, _, _) = self { name } else { "" }
  }

  /// The elements right below an element.
  var elements: [MarkupReader.Node] {
    guard case .element(_, _, let children) = self else { return [] }
    return children.filter { !$0.name.isEmpty }
  }

  /// The classes of an element.
  var classes: String {
    if case .element(_, let classes, _) = self { classes } else { "" }
  }

  /// All elements of a name in it, from first to last.
  func all(_ name: String) -> [MarkupReader.Node] {
    guard case .element(let own, _, let children) = self else { return [] }
    return (own == name ? [self] : []) + children.flatMap { $0.all(name) }
  }
}
