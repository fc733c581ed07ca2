import Foundation
import KSPTestSupport
import Testing

/// Commands that are mentioned in running text exist, with the options that are mentioned.
@Suite struct InlineCommandTests {
  struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let name: String
      }
      let names: [Name]?
    }
    let commandName: String
    let aliases: [String]?
    let subcommands: [Command]?
    let arguments: [Argument]?

    func finds(_ word: some StringProtocol) -> Command? {
      subcommands?.first { $0.commandName == word || ($0.aliases ?? []).contains(String(word)) }
    }

    func takes(_ option: Substring) -> Bool {
      let name = option.drop { $0 == "-" }.prefix { $0 != "=" }
      return (arguments ?? []).contains { ($0.names ?? []).contains { $0.name == name } }
    }
  }

  struct Dump: Decodable {
    let command: Command
  }

  static let documents: [String] =
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] + Markdown.files(in: "Examples")
    + Markdown.files(in: "Docs").filter { !$0.contains("CommandReference") }

  static func mentioned(in path: String) throws -> [Substring] {
    try Markdown(path).lines.joined(separator: "\n").matches(of: /`ksp ([^`]+)`/).map(\.output.1)
  }

  @Test func mentionedCommandsExist() throws {
    let ksp = Transcript.programs.appendingPathComponent("ksp").path
    let dump = try SampleTests.run([ksp, "--experimental-dump-help"]).text
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    var count = 0
    for path in Self.documents {
      for mention in try Self.mentioned(in: path) {
        count += 1
        // What the shells and `man` are made with is no option of a command (see `ShellHelp`).
        if mention.hasPrefix("--generate-") {
          #expect(mention.contains(/^--generate-(manual|completion-script)/), "\(path): \(mention)")
          continue
        }
        var command = root
        var words = mention.split(whereSeparator: \.isWhitespace)[...]
        while let word = words.first, let next = command.finds(word) {
          command = next
          words.removeFirst()
        }
        #expect(command.commandName != "ksp", "\(path): ksp \(mention)")
        if command.subcommands?.isEmpty == false {
          #expect(words.isEmpty, "\(path): ksp \(mention)")
        }
        for option in words where option.hasPrefix("--") && option != "--help" {
          #expect(command.takes(option), "\(path): ksp \(mention) has no \(option)")
        }
      }
    }
    #expect(count > 20)
  }
}
