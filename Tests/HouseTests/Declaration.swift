/// A declaration of a source as far as its signature goes, read from a source that is laid out as
/// the formatter lays it out: what stands in a type is indented by two more than the type.
struct Declaration {
  enum Access: String { case `public`, package, `internal`, `private`, `fileprivate` }

  let file: String
  /// Counted from 1.
  let line: Int
  /// `struct`, `func`, `init`, `case` and so on.
  let keyword: String
  let name: String
  /// The types it stands in, the outermost first; an extension counts as its type.
  let scope: [String]
  let access: Access
  let isStatic: Bool
  /// Whether whoever has a value can set it.
  var isSettable = false
  /// The types that go in, as they are written: `Receipt.Part`.
  var taken: [String] = []
  /// The types that come out.
  var given: [String] = []
  /// The types that a type is built on.
  var parents: [String] = []

  static let types: Set<String> = ["struct", "class", "enum", "protocol", "actor"]

  var isType: Bool { Self.types.contains(keyword) }
  /// Whether it is made of the text or number that it stands for.
  var isRaw: Bool { !Set(parents).isDisjoint(with: ["RawRepresentable", "OptionSet"]) }
  var isPublic: Bool { access == .public }
  /// `Receipt.Part`, or `Receipt.Part.amount`.
  var path: String { (scope + [name]).joined(separator: ".") }
  var target: String { file.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
}

extension Declaration {
  /// The types of a source and its public members, in order.
  static func all(in source: String, file: String) -> [Declaration] {
    let lines = RoomSources.code(source).split(separator: "\n", omittingEmptySubsequences: false)
    var found: [Declaration] = []
    // The types that are open, each with its indentation and the access its members have unsaid.
    var open: [(names: [String], indent: Int, access: Access, isEnum: Bool)] = []
    let start = start
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      if let last = open.last, line.dropFirst(indent).hasPrefix("}"), indent == last.indent {
        open.removeLast()
        continue
      }
      guard indent == open.last.map({ $0.indent + 2 }) ?? 0,
        let match = line.dropFirst(indent).prefixMatch(of: start)
      else { continue }
      let modifiers = String(match.output.1)
      let keyword = String(match.output.2)
      let said = modifiers.split(separator: " ").compactMap { Access(rawValue: String($0)) }.first
      let unsaid = open.last.map { $0.isEnum && keyword != "case" ? .internal : $0.access }
      let access = said ?? unsaid ?? .internal
      let opens = types.contains(keyword) || keyword == "extension"
      guard opens || access == .public else { continue }
      let header = Header(lines[index...], from: match.output.0.count + indent)
      let scope = open.flatMap(\.names)
      let hasBody = header.isComputed && !line.hasSuffix("}")
      if keyword == "extension" {
        guard hasBody else { continue }
        open.append(
          (header.name.split(separator: ".").map(String.init), indent, said ?? .internal, false))
        continue
      }
      var declaration = Declaration(
        file: file, line: index + 1, keyword: keyword,
        name: keyword == "init" ? "init" : keyword == "subscript" ? "subscript" : header.name,
        scope: scope, access: access, isStatic: modifiers.contains("static "))
      declaration.isSettable =
        keyword == "var" && !header.isComputed && !modifiers.contains("(set)")
      header.sort(into: &declaration)
      found.append(declaration)
      if declaration.isType, hasBody {
        // Cases and requirements are as public as their type.
        let inherits = keyword == "enum" || keyword == "protocol"
        open.append(
          ([declaration.name], indent, inherits ? access : .internal, keyword == "enum"))
      }
    }
    return found
  }

  private static var start: Regex<(Substring, Substring, Substring)> {
    #/
    ((?: @\w+ (?: \([^)]*\) )? \s )*
      (?: (?: public | package | internal | private | fileprivate | static | final | indirect
        | mutating | nonmutating | override | lazy | weak | nonisolated | consuming | borrowing
        | (?: private | package | internal ) \(set\) ) \s )*)
    ( struct | class | enum | protocol | actor | extension | typealias | func | init | subscript
      | var | let | case ) \b \s?
    /#
  }
}
