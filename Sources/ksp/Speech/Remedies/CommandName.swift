import ArgumentParser
import KSPCore

/// What a command is called from `ksp` on, found by its type, so that what is said of a command
/// follows when it gets another name or place.
enum CommandName {
  /// The words that lead to a command, in the language of the reader: `ksp pinjaman setujui`.
  static func words(
    _ command: any ParsableCommand.Type, in language: Language = Speech.language
  ) -> [String] {
    ["ksp"] + (path(to: command, below: KSP.self, language) ?? [])
  }

  /// The words as one text.
  static func text(
    _ command: any ParsableCommand.Type, in language: Language = Speech.language
  ) -> String {
    words(command, in: language).joined(separator: " ")
  }

  private static func path(
    to command: any ParsableCommand.Type, below above: any ParsableCommand.Type,
    _ language: Language
  ) -> [String]? {
    for child in CommandPath.children(of: above) {
      if child == command { return [name(of: child, in: language)] }
      if let rest = path(to: command, below: child, language) {
        return [name(of: child, in: language)] + rest
      }
    }
    return nil
  }

  /// The Indonesian name is the alias that comes first; some commands have the same in both.
  private static func name(
    of command: any ParsableCommand.Type, in language: Language
  ) -> String {
    let names = CommandPath.names(of: command)
    return language == .indonesian && names.count > 1 ? names[1] : names[0]
  }
}
