import Foundation
import KSPTestSupport
import Testing

/// The documents name files and identifiers that exist.
@Suite struct TourTests {
  static func document(_ path: String) throws -> String {
    try String(contentsOf: packageFolder.appendingPathComponent(path), encoding: .utf8)
  }

  /// A step of the tour is a file and, after a colon, the names to look for in it.
  @Test func theTourNamesRealFilesAndNames() throws {
    let text = try Self.document("Docs/Tour.md").replacing(/\n\s+/, with: " ")
    let stops = text.matches(of: /`(Sources\/[\w\/+]+\.swift)`(: `(\w+)`((, | and )`\w+`)*)?/)
    #expect(stops.count >= 30)
    for stop in stops {
      let url = packageFolder.appendingPathComponent(String(stop.output.1))
      let source = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
      #expect(!source.isEmpty, "\(stop.output.1) does not exist")
      for name in stop.output.0.matches(of: /`(\w+)`/).map(\.output.1) {
        #expect(Self.declares(source, name), "\(stop.output.1) does not declare \(name)")
      }
    }
  }

  static func declares(_ source: String, _ name: some StringProtocol) -> Bool {
    let words = "struct|enum|class|protocol|typealias|func|let|var|case"
    guard let pattern = try? Regex("\\b(\(words)) (\\w+, )*\(name)\\b") else { return false }
    return source.contains(pattern)
  }

  /// Public types of KSPCore that are no terms of the trade.
  static let technical: Set<String> = [
    "AccountID", "CSVColumn", "CSVPosition", "CSVRow", "CSVTable", "RowReader",
  ]

  @Test func theGlossaryAndTheSourcesAgree() throws {
    let sources = try HouseTests.sources("Sources")
    let rows = try Self.document("Docs/Glossary.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      return cells.count == 5 ? cells[2] : nil
    }
    let names = rows.flatMap { $0.matches(of: /`([\w.]+)`/).map { String($0.output.1) } }
    #expect(names.count > 50)
    for name in names {
      for part in name.split(separator: ".") {
        #expect(
          sources.contains { Self.declares($0.text, part) }, "the sources do not declare \(name)")
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
