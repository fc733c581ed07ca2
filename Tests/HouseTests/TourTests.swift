import Foundation
import KSPTestSupport
import Testing

/// The documents name files and identifiers that exist.
@Suite struct TourTests {
  static func document(_ path: String) throws -> String {
    try String(contentsOf: packageFolder.appendingPathComponent(path), encoding: .utf8)
  }

  /// The tour goes from file to file; the names after a file are declared in it.
  @Test func theTourNamesRealFilesAndNames() throws {
    var file = ""
    var declared: Set<String> = []
    var count = (files: 0, names: 0)
    for match in try Self.document("Docs/Tour.md").matches(of: /`([^`\s]+)`/) {
      let word = String(match.output.1)
      if word.hasPrefix("Sources/") {
        file = word
        let url = packageFolder.appendingPathComponent(file)
        let source = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        #expect(!source.isEmpty, "\(file) does not exist")
        declared = Self.declarations(source)
        count.files += 1
      } else {
        #expect(declared.contains(word), "\(file) does not declare \(word)")
        count.names += 1
      }
    }
    #expect(count.files > 25 && count.names > 35)
  }

  /// The names that a source declares.
  static func declarations(_ source: String) -> Set<String> {
    let pattern =
      /\b(?:struct|enum|class|actor|protocol|typealias|func|let|var|case) (\w+(?:, \w+)*)/
    return Set(
      source.matches(of: pattern).flatMap { match in
        match.output.1.split(separator: ", ").map(String.init)
      })
  }

  /// Public types of KSPCore that are no terms of the trade.
  static let technical: Set<String> = ["AccountID"]

  @Test func theGlossaryAndTheSourcesAgree() throws {
    let declared = Self.declarations(
      try HouseTests.sources("Sources").map(\.text).joined(separator: "\n"))
    let rows = try Self.document("Docs/Glossary.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      return cells.count == 5 ? cells[2] : nil
    }
    let names = rows.flatMap { $0.matches(of: /`([\w.]+)`/).map { String($0.output.1) } }
    #expect(names.count > 50)
    for name in names {
      for part in name.split(separator: ".") {
        #expect(declared.contains(String(part)), "the sources do not declare \(name)")
      }
    }
    let explained = Set(names.flatMap { $0.split(separator: ".").map(String.init) })
    var types: Set<String> = []
    for (_, text) in try HouseTests.sources("Sources/KSPCore") {
      for match in text.matches(of: /(?m)^public (struct|enum|protocol|class|actor) (\w+)/) {
        types.insert(String(match.output.2))
      }
    }
    for type in types where !Self.technical.contains(type) {
      #expect(explained.contains(type), "Docs/Glossary.md does not explain \(type)")
    }
    #expect(Self.technical.isSubset(of: types), "an exception that is not needed")
  }
}
