import Foundation
import KSPTestSupport
import Testing

/// The documents hang together: no link leads nowhere, and no document is left out.
@Suite struct LinkTests {
  static let documents: [String] = {
    let names = FileManager.default.enumerator(atPath: packageFolder.path)
    var paths: [String] = []
    while let path = names?.nextObject() as? String {
      if path == ".build" || path == ".git" || path.hasSuffix("/.build") {
        names?.skipDescendants()
      } else if path.hasSuffix(".md") {
        paths.append(path)
      }
    }
    return paths.sorted()
  }()

  /// Where the relative links of a document lead, as paths inside the package.
  static func links(of path: String) throws -> [String] {
    let text = try String(
      contentsOf: packageFolder.appendingPathComponent(path), encoding: .utf8)
    let folder = packageFolder.appendingPathComponent(path).deletingLastPathComponent()
    return text.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/).map { String($0.output.1) }
      .filter { !$0.contains(":") }
      .map { link in
        let target = folder.appendingPathComponent(link).standardizedFileURL.path
        return String(target.dropFirst(packageFolder.standardizedFileURL.path.count + 1))
      }
  }

  @Test func noLinkLeadsNowhere() throws {
    #expect(Self.documents.count > 20)
    for path in Self.documents {
      for link in try Self.links(of: path) {
        let target = packageFolder.appendingPathComponent(link).path
        #expect(FileManager.default.fileExists(atPath: target), "\(path) links to \(link)")
      }
    }
  }

  /// Everything in `Docs` and `Examples` can be reached from the README.
  @Test func everyDocumentIsLinked() throws {
    var reached: Set<String> = ["README.md"]
    var open = ["README.md"]
    while let path = open.popLast() {
      for link in try Self.links(of: path)
      where link.hasSuffix(".md") && reached.insert(link).inserted {
        open.append(link)
      }
    }
    for path in Self.documents where path.hasPrefix("Docs/") || path.hasPrefix("Examples/") {
      #expect(reached.contains(path), "\(path) is not linked from the README or a linked document")
    }
  }

  /// What is written down holds on every machine: no folder of the one where it was written.
  @Test func noPathOfAMachine() throws {
    let root = packageFolder.path
    let files = FileManager.default.enumerator(atPath: root)
    let pattern = try Regex("(^|[\\s\"'`(=])/(home|root|Users|work|tmp|private)/")
    while let path = files?.nextObject() as? String {
      if [".build", ".git"].contains(path) || path.hasSuffix("/.build") {
        files?.skipDescendants()
        continue
      }
      let isText = ["md", "swift", "csv", "json", "text", ""].contains(
        URL(fileURLWithPath: path).pathExtension)
      guard isText, let text = try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
      else { continue }
      #expect(!text.contains(pattern), "\(path)")
    }
  }
}
