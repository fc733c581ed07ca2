/// What a program that embeds the book can come by, computed from names in signatures.
///
/// It starts from the doors and from what examples and articles write. A type is reached where a
/// declaration that is reached names it; it is made by the caller (`taken`) where such a declaration
/// takes it, or where examples make one.
struct PublicReach {
  /// The targets whose public declarations are looked at.
  static let targets = ["KSPCore", "KSPLedger", "KSPStatements", "KSPTesting"]

  let declarations: [Declaration]
  private(set) var reached: Set<String> = []
  private(set) var taken: Set<String> = []
  private let types: [String: Declaration]
  private let members: [String: [Declaration]]
  /// The words that examples, articles, papers and the command line use.
  private let words: Set<String>

  init(_ declarations: [Declaration], roots: [String], programs: [String], users: [String]) {
    self.declarations = declarations.filter(\.isPublic)
    types = Dictionary(
      self.declarations.filter(\.isType).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    members = Dictionary(grouping: self.declarations) { $0.scope.joined(separator: ".") }
    var words: Set<String> = []
    for program in programs + users {
      for word in program.utf8.split(whereSeparator: { !Self.isOfWord($0) }) {
        words.insert(String(decoding: word, as: UTF8.self))
      }
    }
    self.words = words
    var open: [String] = roots
    for type in roots {
      reached.insert(type)
      taken.insert(type)
    }
    for program in programs {
      for match in program.matches(of: /\b([A-Z]\w*(?:\.[A-Z]\w*)*)(\(|\.init\()?/) {
        guard let path = resolve(String(match.output.1), in: []) else { continue }
        if reached.insert(path).inserted { open.append(path) }
        if match.output.2 != nil { taken.insert(path) }
      }
    }
    for free in members[""] ?? [] where !free.isType { open += name(free) }
    while let path = open.popLast() { open += follow(path) }
  }

  /// The public types that nothing reaches.
  var unreachedTypes: [Declaration] {
    declarations.filter { $0.isType && !reached.contains($0.path) }
  }

  /// The public initialisers of values that only the library makes.
  var uselessInitialisers: [Declaration] {
    declarations.filter { declaration in
      let owner = declaration.scope.joined(separator: ".")
      guard declaration.keyword == "init", let type = types[owner] else { return false }
      // What a protocol of the language asks for is as public as the type.
      let isAskedFor =
        type.keyword == "protocol" || type.isRaw || declaration.taken == ["Decoder"]
      return !isAskedFor && !taken.contains(owner)
    }
  }

  /// Functions and figures of the arithmetic of which nothing outside it knows the name: not the
  /// command line, no paper, no example, no article.
  var unusedMembers: [Declaration] {
    declarations.filter { declaration in
      let owner = declaration.scope.joined(separator: ".")
      // A constant of the type's own is one of the choices there are.
      let isChoice = declaration.keyword != "func" && declaration.given.allSatisfy { $0 == owner }
      return declaration.target == "KSPCore" && reached.contains(owner)
        && types[owner]?.isRaw == false && !isChoice
        && (declaration.keyword == "func" || declaration.isStatic)
        && !declaration.name.isEmpty && !["encode", "hash"].contains(declaration.name)
        && !words.contains(declaration.name) && !askedFor.contains(declaration.name)
    }
  }

  /// What the protocols of the libraries ask of their types, which is as public as they are.
  private var askedFor: Set<String> {
    Set(
      declarations.filter { types[$0.scope.joined(separator: ".")]?.keyword == "protocol" }
        .map(\.name))
  }

  /// The public members that make an error of the library's own.
  var factories: [Declaration] { declarations.filter(Self.isFactory) }

  /// What is added to types of the language, or stands free, and no example or article uses.
  var unusedAdditions: [Declaration] {
    declarations.filter { declaration in
      !declaration.isType && types[declaration.scope.joined(separator: ".")] == nil
        && !reached.contains(declaration.scope.joined(separator: "."))
        && !words.contains(declaration.name)
    }
  }

  /// Goes on from a type that was reached, or of which it was found that callers make it.
  private mutating func follow(_ path: String) -> [String] {
    var found: [String] = []
    for member in members[path] ?? [] where !member.isType && !Self.isFactory(member) {
      if member.keyword == "init", !taken.contains(path) { continue }
      found += name(member)
    }
    for parent in types[path]?.parents ?? [] {
      found += reach(parent, in: [path])
    }
    return found
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isFactory(_ member: Declaration) -> Bool {
    member.isStatic && member.scope == ["LedgerError"] && member.given == ["LedgerError"]
  }

  private mutating func name(_ member: Declaration) -> [String] {
    let owner = member.scope.joined(separator: ".")
    var found: [String] = []
    for type in member.given { found += reach(type, in: member.scope) }
    let goesIn = member.isSettable || member.keyword == "case"
    let made = member.taken + (goesIn && taken.contains(owner) ? member.given : [])
    for type in made {
      found += reach(type, in: member.scope)
      guard let path = resolve(type, in: member.scope) else { continue }
      // A renderer takes what the ledger gives.
      let isDocument = member.target == "KSPStatements" && types[path]?.target != "KSPStatements"
      if !isDocument, taken.insert(path).inserted { found.append(path) }
    }
    return found
  }

  private mutating func reach(_ type: String, in scope: [String]) -> [String] {
    guard let path = resolve(type, in: scope) else { return [] }
    // A type that is named is named with the one it stands in.
    var outer = path.split(separator: ".")
    var found: [String] = []
    while !outer.isEmpty {
      let path = outer.joined(separator: ".")
      if types[path] != nil, reached.insert(path).inserted { found.append(path) }
      outer.removeLast()
    }
    return found
  }

  /// The type that a name means where it is written.
  private func resolve(_ type: String, in scope: [String]) -> String? {
    var outer = scope.flatMap { $0.split(separator: ".").map(String.init) }
    while true {
      let path = (outer + [type]).joined(separator: ".")
      if types[path] != nil { return path }
      if outer.isEmpty { return nil }
      outer.removeLast()
    }
  }
}
