import ArgumentParser
import KSPCore

/// What could stand where the cursor is, for the completion scripts of the shells.
///
/// Names of both languages are known. Where no letter has been typed yet, only those of the
/// language of this run are offered, so that no list says everything twice.
struct Completion {
  /// Words after `ksp` up to the cursor, the last one unfinished.
  private let words: [String]
  /// Whether the shell handed `--lang=e` over in three words, as bash does.
  private let isApart: Bool

  init(_ typed: [String]) {
    var words: [String] = []
    var isApart = false
    for (index, word) in typed.enumerated() {
      isApart = false
      if word == "=", let last = words.last, last.hasPrefix("--") {
        words[words.count - 1] = last + "="
        isApart = true
      } else if index > 0, typed[index - 1] == "=", let last = words.last, last.hasSuffix("=") {
        words[words.count - 1] = last + word
        isApart = true
      } else {
        words.append(word)
      }
    }
    self.words = words.isEmpty ? [""] : words
    self.isApart = isApart
  }

  /// A line for each candidate, `WORD<tab>HELP`; the line `<tab>files` stands for the names of
  /// files.
  func lines() throws -> [String] {
    let unfinished = words[words.count - 1]
    let place = try Place(Array(words.dropLast()))
    if let option = place.awaiting { return Self.values(of: option, unfinished) }
    if unfinished.hasPrefix("-"), !place.isTerminated {
      guard let sign = unfinished.firstIndex(of: "=") else {
        return Self.options(try place.options(), unfinished)
      }
      let name = String(unfinished[..<sign])
      guard let option = try place.options().first(where: { $0.typedNames.contains(name) })
      else { return [] }
      let values = Self.values(of: option, String(unfinished[unfinished.index(after: sign)...]))
      return isApart ? values : values.map { $0.hasPrefix("\t") ? $0 : "\(name)=\($0)" }
    }
    if place.positionals == 0, !place.children.isEmpty { return Self.names(place, unfinished) }
    let positionals = try place.facts().positionals
    guard place.positionals < positionals.count || positionals.last?.isRepeating == true else {
      return []
    }
    let argument = positionals[min(place.positionals, positionals.count - 1)]
    return argument.isFile ? ["\tfiles"] : []
  }

  private static func names(_ place: Place, _ unfinished: String) -> [String] {
    var lines: [String] = []
    for child in place.children {
      let names = CommandPath.names(of: child)
      let local = Speech.language == .indonesian ? names.dropFirst().first ?? names[0] : names[0]
      let offered = unfinished.isEmpty ? [local] : names.filter { $0.hasPrefix(unfinished) }
      lines += offered.map { "\($0)\t\(child.configuration.abstract)" }
    }
    if place.isRoot, "help".hasPrefix(unfinished) {
      lines.append("help\t" + say("Penjelasan sebuah perintah.", "About one command."))
    }
    return lines
  }

  private static func options(
    _ options: [CommandFacts.Argument], _ unfinished: String
  ) -> [String] {
    let isBare = unfinished.allSatisfy { $0 == "-" }
    return options.flatMap { option in
      let names =
        isBare
        ? [option.localName].compactMap { $0 }
        : option.typedNames.filter { $0.hasPrefix(unfinished) }
      return names.map { "\($0)\t\(option.help)" }
    }
  }

  private static func values(
    of option: CommandFacts.Argument, _ unfinished: String
  ) -> [String] {
    if option.isFile { return ["\tfiles"] }
    return option.choices.filter { $0.hasPrefix(unfinished) }.map { "\($0)\t" }
  }
}

extension Completion {
  /// How far the finished words lead into a command.
  fileprivate struct Place {
    private(set) var command: any ParsableCommand.Type = KSP.self
    /// The option whose value comes next.
    private(set) var awaiting: CommandFacts.Argument?
    /// How many words stand where the command has its own.
    private(set) var positionals = 0
    /// Whether `--` was typed, after which nothing is an option.
    private(set) var isTerminated = false
    private var isHelp = false

    init(_ words: [String]) throws {
      for word in words {
        if awaiting != nil {
          awaiting = nil
        } else if word == "--" {
          isTerminated = true
        } else if word.hasPrefix("-"), !isTerminated {
          awaiting = try options().first { $0.kind == .option && $0.typedNames.contains(word) }
        } else if positionals == 0,
          let child = children.first(where: { CommandPath.names(of: $0).contains(word) })
        {
          command = child
        } else if isRoot, word == "help" {
          isHelp = true
        } else {
          positionals += 1
        }
      }
    }

    var isRoot: Bool { command == KSP.self && !isHelp }

    var children: [any ParsableCommand.Type] {
      CommandPath.children(of: command).filter { $0.configuration.shouldDisplay }
    }

    /// A command that only leads to others understands what the status of the book understands:
    /// the book and the language may stand before the rest.
    func facts() throws -> CommandFacts {
      try CommandFacts(children.isEmpty ? command : StatusCommand.self)
    }

    func options() throws -> [CommandFacts.Argument] {
      var options = try facts().options
      if isRoot { options.append(.version) }
      return options
    }
  }
}
