import Foundation
import KSPCore

/// Help as the argument parser writes it, under headings in the language of this run.
enum HelpText {
  /// Whether a text is help; versions and completion scripts come the same way.
  static func isHelp(_ text: String) -> Bool { text.hasPrefix("OVERVIEW: ") }

  /// The help of the command that was called by `names`, which may be its Indonesian ones.
  static func translated(_ text: String, calledBy names: [String]) -> String {
    inOrder(text.components(separatedBy: "\n\n")).joined(separator: "\n\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0), names, of: text) }.joined(separator: "\n")
  }

  /// A command's own options stand before those that it shares with others.
  private static func inOrder(_ blocks: [String]) -> [String] {
    var blocks = blocks.map { block in
      block.hasSuffix("\n") ? String(block.dropLast()) : block
    }
    guard let own = blocks.firstIndex(where: { $0.hasPrefix("OPTIONS:") }),
      let before = blocks.lastIndex(where: { $0.hasPrefix("USAGE:") || $0.hasPrefix("ARGUMENTS:") })
    else { return blocks }
    blocks.insert(blocks.remove(at: own), at: before + 1)
    return blocks
  }

  private static let headings: [String: Phrase] = [
    "ARGUMENTS:": Phrase(id: "ISIAN:", en: "ARGUMENTS:"),
    "OPTIONS:": Phrase(id: "PILIHAN:", en: "OPTIONS:"),
    "SUBCOMMANDS:": Phrase(id: "PERINTAH:", en: "COMMANDS:"),
  ]

  /// Parts of lines; none of them holds a space where a line could be wrapped.
  private static let parts: [(parser: String, ours: Phrase)] = [
    ("Show the version.", Phrase(id: "Tampilkan versi.", en: "Show the version.")),
    ("Show help information.", Phrase(id: "Tampilkan bantuan ini.", en: "Show this help.")),
    ("(default)  ", Phrase(id: "(bawaan)   ", en: "(default)  ")),
    ("(default:", Phrase(id: "(bawaan:", en: "(default:")),
    ("(values:", Phrase(id: "(pilihan:", en: "(values:")),
    ("; default:", Phrase(id: "; bawaan:", en: "; default:")),
  ]

  private static func line(_ line: String, _ names: [String], of help: String) -> String {
    if let heading = headings[line] { return Speech.say(heading) }
    if let values = Template("OVERVIEW: *").values(in: line) { return values[0] }
    if let values = Template("USAGE: *").values(in: line) {
      let usage = OptionName.inText(usage(values[0], names), by: help)
      return Terminal.wrapped(say("CARA PAKAI: ", "USAGE: ") + usage, to: 80)
    }
    if let values = Template("* SUBCOMMANDS:").values(in: line) { return values[0] + ":" }
    if Template("  See '*' for detailed help.").values(in: line) != nil {
      return say("  Penjelasan sebuah perintah: ", "  About one command: ")
        + names.joined(separator: " ") + say(" PERINTAH --help", " COMMAND --help")
    }
    return inOurWords(line)
  }

  /// A text of the argument parser with what it says by itself in the language of this run.
  static func inOurWords(_ text: String) -> String {
    parts.reduce(text) { $0.replacing($1.parser, with: Speech.say($1.ours)) }
  }

  /// The usage without the options, which are listed below anyway:
  /// `ksp deposit [options] <member>`.
  private static func usage(_ text: String, _ names: [String]) -> String {
    var words: [Substring] = []
    var hasOptions = false
    var rest = text[...]
    while let start = rest.firstIndex(where: { $0 != " " }) {
      rest = rest[start...]
      let isOption =
        rest.hasPrefix("[-") || rest.hasPrefix("[<options>") || rest.hasPrefix("<options>")
      let closing = rest.first == "[" ? rest.firstIndex(of: "]").map { rest.index(after: $0) } : nil
      let end = closing ?? rest.firstIndex(of: " ") ?? rest.endIndex
      if isOption { hasOptions = true } else { words.append(rest[..<end]) }
      rest = rest[end...]
    }
    let command = words.prefix { !$0.hasPrefix("<") && !$0.hasPrefix("[") && !$0.hasPrefix("-") }
    let options = hasOptions ? [say("[pilihan]", "[options]")[...]] : []
    let called = names.count == command.count ? names.map { $0[...] } : Array(command)
    return (called + options + words.dropFirst(command.count)).joined(separator: " ")
      .replacing("<subcommand>", with: say("<perintah>", "<command>"))
  }
}
