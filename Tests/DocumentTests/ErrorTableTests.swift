import Foundation
import KSPCore
import KSPTestSupport
import Testing

@testable import ksp

/// The table of all error codes, made from where they are declared and thrown;
/// `KSP_RECORD=1 swift test` writes it anew.
@Suite struct ErrorTableTests {
  static let path = "Sources/KSPLedger/KSPLedger.docc/ErrorCodes.md"

  /// A code as its declaration says it.
  struct Code {
    let name: String
    let meaning: String
    var categories: Set<String>
  }

  /// The exit codes of `ksp` by category, as `Sources/ksp/Terminal/Exit.swift` gives them.
  static let exits = [
    "refused": 65, "missing": 65, "fileMissing": 66, "invariant": 70, "cannotCreate": 73,
    "inputOutput": 74, "busy": 75,
  ]

  static func sources() throws -> [String] {
    let root = packageFolder.appendingPathComponent("Sources")
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter {
      $0.hasSuffix(".swift") && !$0.hasPrefix("ksp/")
    }.sorted().map {
      try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8)
    }
  }

  /// The codes with the comments above them, and the categories of the errors that bear them.
  static func codes() throws -> [String: Code] {
    let texts = try sources()
    var codes: [String: Code] = [:]
    let declared =
      /(?<comment>(?:[ \t]*\/\/\/[^\n]*\n)+)[ \t]*public static let (?<name>\w+) = (?:Self|LedgerError\.Code)\(rawValue: "(?<code>[^"]+)"\)/
    for text in texts where text.contains("extension LedgerError.Code") {
      for match in text.matches(of: declared) {
        let lines = match.output.comment.split(separator: "\n").map {
          $0.drop { $0 == " " || $0 == "/" }
        }
        codes[String(match.output.name)] = Code(
          name: String(match.output.code), meaning: lines.joined(separator: " "), categories: [])
      }
    }
    let thrown = /LedgerError\(\s*\.(?<name>\w+),(?:\s*category: \.(?<category>\w+))?/
    for text in texts {
      for match in text.matches(of: thrown) {
        codes[String(match.output.name)]?.categories
          .insert(match.output.category.map(String.init) ?? "refused")
      }
    }
    return codes
  }

  static func page() throws -> String {
    let rows = try codes().values.sorted { $0.name < $1.name }.map { code in
      let categories = code.categories.isEmpty ? ["refused"] : code.categories.sorted()
      let numbers = Set(categories.compactMap { exits[$0] }).sorted().map(String.init)
      return "| `\(code.name)` | \(code.meaning) | \(categories.joined(separator: ", ")) "
        + "| \(numbers.joined(separator: ", ")) |"
    }
    return """
      # Error codes

      Every code of the library, what it means, its category, and what `ksp` exits with.

      ## All codes

      Codes are an open set: a new version may add some, and none changes its meaning. How to catch
      and answer them: <doc:Errors>.

      | code | what it means | category | exit |
      | --- | --- | --- | ---: |
      \(rows.joined(separator: "\n"))

      ## What can be done

      The remedies that errors and next steps name (`Remedy.code`), and what `ksp` makes of them; words
      in capitals are filled in.

      | code | arguments | `ksp` |
      | --- | --- | --- |
      \(try remedies().joined(separator: "\n"))

      """
  }

  /// A line for each remedy, with all of its arguments.
  static func remedies() throws -> [String] {
    let samples = try Remedy.samples
    return Remedy.Code.allCases.compactMap { code in
      let all = samples.filter { $0.code == code }
      guard let remedy = all.max(by: { $0.arguments.count < $1.arguments.count }) else {
        return nil
      }
      let arguments = remedy.arguments.map { "`\($0.name)`" }.joined(separator: ", ")
      let typed = TypedRemedy(remedy, in: .english).text(in: .english)
      return "| `\(code.rawValue)` | \(arguments) | `\(typed)` |"
    }
  }

  @Test func theTableListsEveryCode() throws {
    let url = packageFolder.appendingPathComponent(Self.path)
    let page = try Self.page()
    if isRecording { try page.write(to: url, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: url, encoding: .utf8) == page, "KSP_RECORD=1 swift test")
  }

  @Test func everyCodeHasAMeaningOfItsOwn() throws {
    let codes = try Self.codes().values
    #expect(codes.count > 150)
    #expect(Set(codes.map(\.name)).count == codes.count)
    for code in codes {
      #expect(code.meaning.hasSuffix("."), "\(code.name): \(code.meaning)")
      #expect(!code.meaning.contains("|"), "\(code.name)")
      for category in code.categories { #expect(Self.exits[category] != nil, "\(category)") }
    }
    // No code is declared in another way, where this table would not see it.
    let declared = try Self.sources().filter { $0.contains("extension LedgerError.Code") }
      .map { $0.matches(of: /rawValue: "[a-zA-Z]+\.[a-zA-Z.]+"/).count }.reduce(0, +)
    #expect(declared == codes.count)
  }

  /// The exit codes of this table are those of `ksp`.
  @Test func theExitCodesAreThoseOfTheProgram() throws {
    let categories: [(String, LedgerError.Category)] = [
      ("refused", .refused), ("missing", .missing), ("fileMissing", .fileMissing),
      ("invariant", .invariant), ("cannotCreate", .cannotCreate), ("inputOutput", .inputOutput),
      ("busy", .busy),
    ]
    #expect(Set(categories.map(\.0)) == Set(Self.exits.keys))
    for (name, category) in categories {
      #expect(Self.exits[name].map { Int32($0) } == Exit(category).rawValue, "\(name)")
    }
  }

  /// The form that ends the compiler of Swift 6.3.1 in typed-throws code.
  @Test func noExampleCatchesByACast() throws {
    for path in ["Examples", "Sources/KSPLedger/KSPLedger.docc"] {
      let root = packageFolder.appendingPathComponent(path)
      let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
      for name in names ?? [] where name.hasSuffix(".swift") || name.hasSuffix(".md") {
        if name.contains(".build/") || name == "Errors.md" { continue }
        let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
        #expect(!text.contains("catch let error as LedgerError"), "\(path)/\(name)")
      }
    }
  }
}
