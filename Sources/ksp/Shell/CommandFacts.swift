import ArgumentParser
import Foundation
import KSPCore

/// What the argument parser tells of one command: its texts and its arguments, in the language of
/// this run.
struct CommandFacts: Decodable {
  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      let kind: String
      let name: String

      var typed: String { (kind == "short" || kind == "longWithSingleDash" ? "-" : "--") + name }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    private let abstract: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool

    /// What it is for.
    var help: String { HelpText.inOurWords(abstract ?? "") }

    /// As they are typed, `-n`, `--dry-run` and `--coba`.
    var typedNames: [String] { (names ?? []).map(\.typed) }

    /// The long name by the language of this run: an option has its own, then the Indonesian one.
    var localName: String? {
      let long = typedNames.filter { $0.hasPrefix("--") }
      return Speech.language == .indonesian ? long.last : long.first
    }

    /// The words that an option's value may be, where its help lists them: `text|csv|json|html`.
    var choices: [String] {
      guard kind == .option, let valueName, valueName.contains("|") else { return [] }
      return valueName.split(separator: "|").map(String.init)
    }

    /// An option of `ksp` itself, which no command below it has.
    static let version = Argument(
      kind: .flag, names: [Name(kind: "long", name: "version")], valueName: nil,
      abstract: "Show the version.", isOptional: true, isRepeating: false, shouldDisplay: true)

    /// Whether a file is named here.
    var isFile: Bool { valueName == say(.file) }
  }

  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?

  private struct Dump: Decodable { let command: CommandFacts }

  init(_ command: any ParsableCommand.Type) throws {
    do {
      _ = try command.parseAsRoot(["--experimental-dump-help"])
    } catch {
      let text = command.fullMessage(for: error)
      self = try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
      return
    }
    self.init(abstract: nil, discussion: nil, arguments: nil)
  }

  private init(abstract: String?, discussion: String?, arguments: [Argument]?) {
    self.abstract = abstract
    self.discussion = discussion
    self.arguments = arguments
  }

  var shown: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  var positionals: [Argument] { shown.filter { $0.kind == .positional } }

  var options: [Argument] { shown.filter { $0.kind != .positional } }
}
