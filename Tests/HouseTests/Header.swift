/// The text of a declaration before its body, taken apart.
struct Header {
  /// What is named: `deposit`, `Receipt.Part`.
  let name: String
  /// Whether a brace follows.
  let isComputed: Bool
  /// What follows the name, without a value that is assigned.
  private let rest: Substring
  /// What a constant without a type is made by.
  private let maker: String?

  /// Reads on from a place in the first of some lines.
  init(_ lines: ArraySlice<Substring>, from start: Int) {
    var text = ""
    var depth = 0
    var end: Character = "\n"
    let following = lines.dropFirst().map { $0.drop { $0 == " " } }
    let starts = ["->", "throws", "async", "where", "{", ":", "="]
    reading: for (index, line) in lines.enumerated() {
      var before: Character = " "
      for letter in index == 0 ? line.dropFirst(start) : line {
        if "([".contains(letter) { depth += 1 }
        if ")]".contains(letter) { depth -= 1 }
        if depth == 0, letter == "{" || letter == "=" && before == " " {
          end = letter
          if letter == "=" { text += " =" + line.drop { $0 != "=" }.dropFirst() }
          break reading
        }
        text.append(letter)
        before = letter
      }
      text += " "
      let next = index < following.count ? following[index] : ""
      let goesOn = text.hasSuffix(", ") || text.hasSuffix("-> ") || text.hasSuffix(": ")
      if depth == 0, !goesOn, !starts.contains(where: { next.hasPrefix($0) }) { break }
    }
    isComputed = end == "{"
    name = String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "`" })
      .replacing("`", with: "")
    let halves = text.dropFirst(name.count).split(separator: " =", maxSplits: 1)
    maker =
      end == "=" && halves.count == 2
      ? Self.names(halves[1].prefix { $0 != "(" }).first : nil
    rest = end == "=" ? halves.first ?? "" : text[...].dropFirst(name.count)
  }

  /// Says what goes in and what comes out.
  func sort(into declaration: inout Declaration) {
    switch declaration.keyword {
    case "func", "init", "subscript":
      let list = Self.parenthesised(rest)
      declaration.taken += Self.names(rest[..<list.startIndex])
      for parameter in Self.parts(list) { Self.sort(type(of: parameter), true, &declaration) }
      Self.sort(rest[list.endIndex...].drop { ")?!".contains($0) }, false, &declaration)
    case "var", "let":
      Self.sort(rest.drop { $0 != ":" }.dropFirst(), false, &declaration)
      declaration.given += maker.map { [$0] } ?? []
    case "case":
      declaration.given += Self.names(rest)
    case "typealias":
      declaration.given += maker.map { [$0] } ?? Self.names(rest)
    default:
      declaration.parents += Self.names(rest)
    }
  }

  private func type(of parameter: Substring) -> Substring {
    let unassigned = parameter.firstRange(of: " = ").map { parameter[..<$0.lowerBound] }
    let whole = unassigned ?? parameter
    return whole.drop { $0 != ":" }.dropFirst()
  }

  /// What a function takes goes in, what it gives comes out; for a function that is handed over it
  /// is the other way round.
  private static func sort(_ type: Substring, _ goesIn: Bool, _ declaration: inout Declaration) {
    let parts = type.split(separator: "->", maxSplits: 1)
    if parts.count == 2, goesIn {
      sort(parts[0], false, &declaration)
      sort(parts[1], true, &declaration)
    } else if goesIn {
      declaration.taken += names(type)
      if type.contains("inout ") { declaration.given += names(type) }
    } else {
      declaration.given += names(type)
    }
  }

  /// What stands in the first parentheses.
  private static func parenthesised(_ text: Substring) -> Substring {
    guard let first = text.firstIndex(of: "(") else { return text[text.endIndex...] }
    var depth = 0
    for index in text[first...].indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[text.index(after: first)..<index] }
    }
    return text[text.endIndex...]
  }

  /// Parts between commas that stand in no brackets.
  private static func parts(_ text: Substring) -> [Substring] {
    var depth = 0
    return text.split { letter in
      if "([{<".contains(letter) { depth += 1 }
      if ")]}".contains(letter) { depth -= 1 }
      if letter == ">", depth > 0 { depth -= 1 }
      return letter == "," && depth == 0
    }
  }

  /// The names with a capital, as far as they hang together by dots.
  static func names(_ text: Substring) -> [String] {
    text.matches(of: /[A-Z]\w*(?:\.[A-Z]\w*)*/).map { String($0.output) }
  }
}
