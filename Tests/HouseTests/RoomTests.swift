import Foundation
import KSPTestSupport
import Testing

/// Rooms of a floor refer to one another in one direction.
///
/// A room refers to another one where its sources name a type that is declared there, or a member
/// that the other room adds to a type which is not its own. Files at a target's root belong to no
/// room: the door and the lists know everybody.
@Suite struct RoomTests {
  /// Two rooms that name each other, and what each says of the other.
  struct Circle: CustomStringConvertible {
    let rooms: [String]
    let words: [[String]]

    var description: String {
      "\(rooms[0]) → \(rooms[1]): \(words[0].joined(separator: ", ")); "
        + "\(rooms[1]) → \(rooms[0]): \(words[1].joined(separator: ", "))"
    }
  }

  /// The circles that there still are. The numbers may only fall; the aim is none.
  static let most = [("KSPCore", 0), ("KSPLedger", 0)]

  @Test(arguments: most) func roomsFormNoMoreCirclesThanBefore(_ target: String, _ most: Int) throws
  {
    let sources = try RoomSources(target)
    let circles = sources.circles
    for circle in circles { print("\(target): \(circle)") }
    #expect(circles.count <= most, "\(circles)")
    // Where no two rooms name each other there may still be a longer way round.
    if circles.isEmpty { #expect(sources.roundTrips.isEmpty) }
  }

  /// What is looked at is code, and what is said is found.
  @Test func whatIsCountedAsAReference() {
    let sources = RoomSources([
      ("A", "struct Alpha { func f() { Beta().g() } } // Gamma"),
      ("B", "struct Beta {}\nextension Alpha {\n  func later() {}\n}\nlet text = \"a Gamma\""),
      ("C", "enum Gamma { case one }\nlet text = \"a \\(Alpha.later())\""),
    ])
    #expect(sources.references["A"] == ["B": ["Beta"]])
    #expect(sources.references["B"] == ["A": ["Alpha"]])
    #expect(sources.references["C"] == ["A": ["Alpha"], "B": ["later"]])
    #expect(sources.circles.map(\.rooms) == [["A", "B"]])
  }
}

/// The rooms of a target and what they say of one another.
struct RoomSources {
  /// The words of other rooms by room and other room, in order.
  let references: [String: [String: [String]]]

  init(_ target: String) throws {
    // What KSPCore declares is no member that a room of another target adds.
    let folders = target == "KSPCore" ? [target] : [target, "KSPCore"]
    self.init(
      try folders.flatMap { folder in
        try HouseTests.sources("Sources/\(folder)").map { name, text in
          let path = name.split(separator: "/").dropFirst(2)
          return (folder == target && path.count > 1 ? path.first.map(String.init) : nil, text)
        }
      })
  }

  init(_ files: [(room: String?, text: String)]) {
    let files = files.map { (room: $0.room, code: Self.code($0.text)) }
    // The rooms that declare a name; "" for the root.
    var types: [String: Set<String>] = [:]
    var names: [String: Set<String>] = [:]
    for (room, code) in files {
      let declared = /(?m)^(?:\w+ )*(?:struct|enum|class|protocol|actor|typealias) (\w+)/
      for match in code.matches(of: declared) {
        types[String(match.output.1), default: []].insert(room ?? "")
      }
      for match in code.matches(of: /\b(?:func|let|var|case|for|if) (\w+)/) {
        names[String(match.output.1), default: []].insert(room ?? "")
      }
    }
    let owners = types.filter { $0.value.count == 1 }.compactMapValues(\.first)
    var members: [String: String] = [:]
    for (room, code) in files {
      for (type, member) in Self.additions(code)
      where types[type] != [room ?? ""] && names[member] == [room ?? ""] {
        members[member] = room ?? ""
      }
    }
    var found: [String: [String: Set<String>]] = [:]
    for (room, code) in files {
      guard let room else { continue }
      for match in code.matches(of: /(\.?)([A-Za-z_]\w*)(\(?)/) {
        let word = String(match.output.2)
        // A word without a dot or a parenthesis may be a parameter of the same name.
        let isMember = !match.output.1.isEmpty || !match.output.3.isEmpty
        guard let owner = owners[word] ?? (isMember ? members[word] : nil), !owner.isEmpty,
          owner != room
        else { continue }
        found[room, default: [:]][owner, default: []].insert(word)
      }
    }
    references = found.mapValues { $0.mapValues { $0.sorted() } }
  }

  /// Pairs of rooms that name each other.
  var circles: [RoomTests.Circle] {
    references.keys.sorted().flatMap { room in
      (references[room] ?? [:]).keys.sorted().filter { $0 > room }.compactMap { other in
        guard let there = references[room]?[other], let back = references[other]?[room] else {
          return nil
        }
        return RoomTests.Circle(rooms: [room, other], words: [there, back])
      }
    }
  }

  /// Rooms from which a way leads back to themselves.
  var roundTrips: [String] {
    references.keys.sorted().filter { room in
      var reached: Set<String> = []
      var open = Array((references[room] ?? [:]).keys)
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += (references[next] ?? [:]).keys }
      }
      return reached.contains(room)
    }
  }

  /// The members that extensions add, with the type.
  private static func additions(_ code: String) -> [(type: String, member: String)] {
    var type: String?
    var found: [(String, String)] = []
    for line in code.split(separator: "\n") {
      if !line.hasPrefix(" ") {
        type = line.firstMatch(of: /^(?:\w+ )*extension (\w+)/).map { String($0.output.1) }
      } else if let type, let match = line.firstMatch(of: /^  (?:\w+ )*(?:func|let|var) (\w+)/) {
        found.append((type, String(match.output.1)))
      }
    }
    return found
  }

  /// A source without its comments and without the texts in it; what texts compute stays, and so
  /// does the number of lines.
  static func code(_ source: String) -> String {
    func computed(_ text: Substring) -> String {
      text.matches(of: /\\\(((?:[^()\n]|\([^()\n]*\))*)\)/).map { String($0.output.1) }
        .joined(separator: " ") + String(repeating: "\n", count: text.count { $0 == "\n" })
    }
    let long = source.replacing(/"""[\s\S]*?"""/) { computed($0.output) }
    return long.replacing(/"(?:[^"\\\n]|\\[^(\n]|\\\((?:[^()\n]|\([^()\n]*\))*\))*"/) {
      computed($0.output)
    }.replacing(/\/\/[^\n]*/, with: "")
  }
}
