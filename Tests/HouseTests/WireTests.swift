import Foundation
import KSPTestSupport
import Testing

/// What a book answers can be sent on by a program that serves others.
@Suite struct WireTests {
  /// What does not cross a wire, and why.
  static let staying: [String: String] = [
    "Ledger": "it is the open book",
    "AccountStatements": "a sequence that holds the book; its statements cross",
    "Observation": "it stands for a closure of this process",
  ]

  @Test func whatTheBookAnswersIsCodable() throws {
    var declarations: [Declaration] = []
    var codable: Set<String> = []
    for target in ["KSPCore", "KSPLedger"] {
      for (name, text) in try HouseTests.sources("Sources/\(target)") {
        declarations += Declaration.all(in: text, file: name)
        for match in text.matches(of: /(?m)^extension ([\w.]+): ([^{]*)\{/)
        where match.output.2.contains(/\bCodable\b/) {
          codable.insert(String(match.output.1))
        }
      }
    }
    let protocols = ["Codable", "RecordNumber", "TermWord"]
    let types = Dictionary(
      declarations.filter(\.isType).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for type in types.values where !Set(type.parents).isDisjoint(with: protocols) {
      codable.insert(type.path)
    }
    let answers = declarations.filter {
      $0.isPublic && $0.scope == ["Ledger"] && $0.keyword == "func"
    }
    #expect(answers.count > 150 && codable.count > 300)
    var missing: Set<String> = []
    for answer in answers {
      for name in answer.given {
        for path in ["Ledger.\(name)", name] where types[path]?.isPublic == true {
          if !codable.contains(path) { missing.insert(path) }
        }
      }
    }
    for path in missing.subtracting(Self.staying.keys).sorted() {
      Issue.record("\(types[path]?.file ?? ""): \(path) is answered and is not Codable")
    }
    #expect(missing.isSuperset(of: Self.staying.keys), "no longer missing")
  }
}
