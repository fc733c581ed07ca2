import Foundation
import KSPTestSupport
import Testing

/// The documents name files that exist.
@Suite struct DocumentTests {
  @Test func theTourNamesRealFiles() throws {
    let tour = try String(
      contentsOf: packageFolder.appendingPathComponent("Docs/Tour.md"), encoding: .utf8)
    let paths = tour.split(separator: "`").filter { $0.hasPrefix("Sources/") }
    #expect(paths.count >= 10)
    for path in paths {
      let file = packageFolder.appendingPathComponent(String(path)).path
      #expect(FileManager.default.fileExists(atPath: file), "\(path)")
    }
  }
}
