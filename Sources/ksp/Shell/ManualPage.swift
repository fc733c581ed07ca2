import ArgumentParser
import Foundation
import KSPCore

/// `ksp(1)` for `man`, in the language of this run: `ksp --generate-manual > ksp.1`.
struct ManualPage {
  static let option = "--generate-manual"

  private struct Command {
    /// The names that are typed, in the language of this run.
    let title: String
    /// The same command in the other language.
    let also: String
    let facts: CommandFacts
  }

  private let commands: [Command]
  /// What at least half of the commands understand, and is explained once.
  private let common: [CommandFacts.Argument]

  init() throws {
    commands = try Self.commands(of: KSP.self, [["ksp"], ["ksp"]])
    var counts: [[String]: (argument: CommandFacts.Argument, count: Int)] = [:]
    for option in commands.flatMap(\.facts.options) {
      counts[option.typedNames, default: (option, 0)].count += 1
    }
    let half = commands.count / 2
    common = counts.values.filter { $0.count >= half }.map(\.argument)
      .sorted { $0.typedNames.joined() < $1.typedNames.joined() }
  }

  /// The commands that do something, by their names in English and Indonesian.
  private static func commands(
    of command: any ParsableCommand.Type, _ names: [[String]]
  ) throws -> [Command] {
    let children = CommandPath.children(of: command).filter { $0.configuration.shouldDisplay }
    guard children.isEmpty else {
      return try children.flatMap { child in
        let own = CommandPath.names(of: child)
        return try commands(
          of: child, [names[0] + [own[0]], names[1] + [own.count > 1 ? own[1] : own[0]]])
      }
    }
    let typed = names.map { $0.joined(separator: " ") }
    let isIndonesian = Speech.language == .indonesian
    return [
      Command(
        title: isIndonesian ? typed[1] : typed[0], also: isIndonesian ? typed[0] : typed[1],
        facts: try CommandFacts(command))
    ]
  }

  /// The page in the language of `man`.
  func text() -> String {
    var lines = [
      ".TH KSP 1 \"\" \"ksp \(KSP.configuration.version)\"",
      ".SH " + say("NAMA", "NAME"),
      "ksp \\- " + Self.escaped(KSP.configuration.abstract.trimmingSuffix(".")),
      ".SH " + say("RINGKASAN", "SYNOPSIS"),
      ".B ksp",
      Self.escaped(say("perintah [isian] [pilihan]", "command [arguments] [options]")),
      ".SH " + say("PENJELASAN", "DESCRIPTION"),
    ]
    lines += Self.verbatim(KSP.configuration.discussion)
    lines.append(".SH " + say("PERINTAH", "COMMANDS"))
    for command in commands { lines += section(command) }
    lines.append(".SH " + say("PILIHAN BERSAMA", "OPTIONS OF MOST COMMANDS"))
    for option in common { lines += Self.item(option) }
    lines.append(".SH " + say("KODE KELUAR", "EXIT STATUS"))
    for exit in Exit.allCases {
      lines += [".TP", ".B \(exit.rawValue)", Self.escaped(say(exit.meaning))]
    }
    return lines.joined(separator: "\n")
  }

  private func section(_ command: Command) -> [String] {
    let shared = Set(common.map(\.typedNames))
    let arguments = command.facts.positionals.map { argument in
      let name = "<\(argument.valueName ?? "")>" + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    var lines = [
      ".SS " + Self.escaped(([command.title] + arguments).joined(separator: " ")),
      Self.escaped(command.facts.abstract ?? ""),
    ]
    if command.also != command.title {
      lines += [".br", Self.escaped(say("Juga: ", "Also: ") + command.also)]
    }
    for argument in command.facts.positionals + command.facts.options
    where !shared.contains(argument.typedNames) { lines += Self.item(argument) }
    if let discussion = command.facts.discussion, !discussion.isEmpty {
      lines += [".PP"] + Self.verbatim(discussion)
    }
    return lines
  }

  private static func item(_ argument: CommandFacts.Argument) -> [String] {
    let names = argument.typedNames.joined(separator: ", ")
    let value = argument.kind == .flag ? "" : "<\(argument.valueName ?? "")>"
    let title = [names, value].filter { !$0.isEmpty }.joined(separator: " ")
    return [".TP", ".B " + escaped(title), escaped(argument.help)]
  }

  /// A text whose lines stay as they are, for their examples are meant to be typed.
  private static func verbatim(_ text: String) -> [String] {
    [".nf"] + text.components(separatedBy: "\n").map(escaped) + [".fi"]
  }

  /// A line that `man` shows as it is: no point at its beginning is a command, no hyphen is a dash.
  private static func escaped(_ line: String) -> String {
    let text = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}

extension String {
  /// The text without what it ends with.
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
