import Foundation
import KSPCore
import KSPTestSupport
import Testing

@testable import ksp

/// Every option of every command has an Indonesian name, and what is said in Indonesian uses it.
@Suite struct OptionNameTests {
  /// One command in the tree that the argument parser describes.
  struct Node: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      let kind: String
      let names: [Name]?
      let abstract: String?
      let valueName: String?
      let isRepeating: Bool

      var long: [String] { (names ?? []).filter { $0.kind == "long" }.map(\.name) }
    }
    let commandName: String
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [Node]?
  }

  struct Dump: Decodable {
    let command: Node
  }

  /// Words that are the same in both languages: abbreviations of the state, names of forms, and
  /// terms of the trade that English has none for.
  static let same: Set<String> = ["csv", "nik", "nitku", "npwp", "pokok", "shu", "wajib"]

  /// What the parser itself adds.
  static let parsers: Set<String> = ["help", "version"]

  static func nodes(_ language: String) throws -> [(path: String, node: Node)] {
    let dump = try CommandTests.run(
      try TestFolder(), ["--experimental-dump-help"], environment: ["KSP_LANG": language]
    ).output
    func walk(_ node: Node, _ above: String) -> [(path: String, node: Node)] {
      let path = above.isEmpty ? node.commandName : "\(above) \(node.commandName)"
      let children = (node.subcommands ?? []).filter { $0.commandName != "help" }
      return [(path, node)] + children.flatMap { walk($0, path) }
    }
    return walk(try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command, "")
  }

  @Test("K8: every option of every command has an Indonesian name") func names() throws {
    var options = 0
    var unused = Self.same
    for (path, node) in try Self.nodes("id") {
      for argument in node.arguments ?? [] where argument.kind != "positional" {
        let names = argument.long
        guard let first = names.first, !Self.parsers.contains(first) else { continue }
        options += 1
        unused.remove(first)
        #expect(names.count >= 2 || Self.same.contains(first), "\(path): --\(first)")
      }
    }
    #expect(options > 600)
    #expect(unused.isEmpty, "\(unused)")
  }

  /// What the parser says of a command in Indonesian names its options as Indonesians do, but for
  /// what was typed.
  @Test func whatTheParserSaysUsesThem() throws {
    let help = "  --principal, --pokok <jumlah>\n  --accrue, --akrual/--no-accrue, --tanpa-akrual"
    func said(_ text: String, typed: [String] = [], _ language: Language = .indonesian) -> String {
      OptionName.inText(text, by: help, typed: typed, language: language)
    }
    #expect(said("Belum diisi: '--principal <jumlah>'.") == "Belum diisi: '--pokok <jumlah>'.")
    #expect(said("'--no-accrue' dan '--x'") == "'--tanpa-akrual' dan '--x'")
    #expect(said("'--principal'", typed: ["--principal=1"]) == "'--principal'")
    #expect(said("'--principal'", .english) == "'--principal'")
    let missing = try CommandTests.ksp(TestFolder(), "berencana", "buka", "0001", "x", "1")
    #expect(missing.messages.contains("'--jangka <bulan>'"), "\(missing.messages)")
  }

  /// A paragraph that is broken by hand is not broken once more.
  @Test(arguments: ["id", "en"]) func helpFitsThePage(_ language: String) throws {
    for (path, node) in try Self.nodes(language) {
      let lines = (node.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst()) where !next.isEmpty {
        #expect(line.count < 80, "\(path): \(line)")
      }
    }
  }

  /// What the parser checks at every start of a debug build, and the tests are built without.
  @Test func noTwoOptionsHaveOneName() throws {
    for (path, node) in try Self.nodes("en") {
      let arguments = node.arguments ?? []
      let names = arguments.flatMap { ($0.names ?? []).map { "\($0.kind) \($0.name)" } }
      #expect(Set(names).count == names.count, "\(path): \(names)")
      // What may be repeated takes all words that are left.
      let words = arguments.filter { $0.kind == "positional" }
      #expect(words.dropLast().allSatisfy { !$0.isRepeating }, "\(path)")
    }
  }

  /// Examples and sentences in Indonesian name options as Indonesians do.
  @Test func whatIsSaidInIndonesianUsesThem() throws {
    let nodes = try Self.nodes("id")
    var english: Set<String> = []
    var indonesian = Self.same.union(Self.parsers)
    for case let names in nodes.flatMap({ $0.node.arguments ?? [] }).map(\.long)
    where names.count > 1 {
      english.insert(names[0])
      indonesian.formUnion(names.dropFirst())
    }
    english.subtract(indonesian)
    #expect(english.count > 150)
    for (path, node) in nodes {
      let said =
        [node.discussion].compactMap(\.self) + (node.arguments ?? []).compactMap(\.abstract)
      for match in said.joined(separator: "\n").matches(of: /--([a-z][a-z-]*[a-z])/) {
        let name = String(match.1)
        #expect(!english.contains(name), "\(path): --\(name)")
        #expect(indonesian.contains(name), "\(path): --\(name)")
      }
    }
  }
}
