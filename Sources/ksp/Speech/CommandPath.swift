import ArgumentParser

/// How far the typed words lead into the tree of commands.
struct CommandPath {
  /// The names of the commands that were found, as they were typed, `ksp` first.
  private(set) var names = ["ksp"]
  /// The word that should have been a command and is none.
  private(set) var unknown: String?
  /// What could have stood in its place.
  private(set) var choices: [String] = []
  /// The command that was found last.
  private(set) var command: any ParsableCommand.Type
  /// The choices that move money.
  private(set) var ofMoney: Set<String> = []

  init(_ words: [String], root: any ParsableCommand.Type) {
    command = root
    var current = root
    for word in words {
      let children = Self.children(of: current)
      guard !children.isEmpty, !word.hasPrefix("-"), word != "help" else { return }
      guard let next = children.first(where: { Self.names(of: $0).contains(word) }) else {
        unknown = word
        choices = children.flatMap { Self.names(of: $0) }
        ofMoney = Set(
          children.filter { $0 is any CommandOfMoney.Type }.flatMap { Self.names(of: $0) })
        return
      }
      names.append(word)
      current = next
      command = next
    }
  }

  /// Whether the command knows an option, by its help.
  func has(_ option: String) -> Bool { command.helpMessage().contains(option) }

  /// What to type to be told more.
  var helpCommand: String { names.joined(separator: " ") + " --help" }

  /// The commands below one, those in groups among them.
  static func children(
    of command: any ParsableCommand.Type
  ) -> [any ParsableCommand.Type] {
    command.configuration.subcommands
  }

  /// The name of a command, then its aliases.
  static func names(of command: any ParsableCommand.Type) -> [String] {
    [command.configuration.commandName ?? ""] + command.configuration.aliases
  }
}
