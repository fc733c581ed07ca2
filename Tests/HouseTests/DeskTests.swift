import Foundation
import KSPCore
import KSPTestSupport
import Testing

/// Acts stand at the desks of their rooms, and what is true of a kind of entry with the kind.
@Suite struct DeskTests {
  /// The session posts, guards and remembers; what it can do besides belongs to a desk.
  @Test func theSessionActsForNoRoom() throws {
    var functions: [String] = []
    for (_, text) in try HouseTests.sources("Sources/KSPLedger") {
      var isInside = false
      for line in text.split(separator: "\n") {
        if !line.hasPrefix(" ") {
          isInside = line.contains(/^(final class|extension) PostingSession\b/)
        } else if isInside, let match = line.firstMatch(of: /^  [a-z ]*\b(func \w+|init)\b/) {
          functions.append(String(match.output.1))
        }
      }
    }
    #expect(functions.contains("func post"))
    #expect(functions.count <= 20, "\(functions)")
  }

  /// A query that names a kind of entry repeats what the kind says of itself.
  ///
  /// The guards and views of the schema are excepted: the file knows nothing of this program.
  @Test func noQueryNamesAKindOfEntry() throws {
    let kinds = EntryKind.allCases.map(\.rawValue).joined(separator: "|")
    let literal = try Regex("(?:kind[^'\\n]*|'\\w+',\\s*)'(?:\(kinds))'")
    #expect("WHERE e.kind IN ('join',\n 'leave')".contains(literal))
    for (name, text) in try HouseTests.sources("Sources/KSPLedger")
    where !name.hasPrefix("Sources/KSPLedger/File/Schema/") {
      for match in text.matches(of: literal) {
        Issue.record("\(name): \(text[match.range])")
      }
    }
  }

  /// What reversed an entry is said by one view.
  @Test func noQueryLooksForReversalsItself() throws {
    for (name, text) in try HouseTests.sources("Sources/KSPLedger")
    where !name.hasPrefix("Sources/KSPLedger/File/Schema/") {
      #expect(!text.contains(/reverses = [a-z?:]/), "\(name) does not ask entryStanding")
    }
  }
}
