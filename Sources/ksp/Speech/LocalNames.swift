import ArgumentParser
import KSPCore

/// Commands inside sentences, by the names of the language of this run.
///
/// The library writes `ksp month-end run 2026-01` in its advice; an Indonesian clerk is told
/// `ksp tutup-bulan jalankan 2026-01`, which is the same command.
enum LocalNames {
  static func inSentences(_ text: String) -> String {
    guard Speech.language == .indonesian else { return text }
    return text.replacing(/ksp(?<words>(?: [a-z][a-z-]*)+)/) { match in
      "ksp" + translated(match.words)
    }
  }

  /// Words are replaced as far as they lead into the tree of commands.
  private static func translated(_ words: Substring) -> String {
    var command: any ParsableCommand.Type = KSP.self
    var isCommand = true
    var text = ""
    for word in words.split(separator: " ") {
      let next = CommandPath.children(of: command).first {
        isCommand && CommandPath.names(of: $0).contains(String(word))
      }
      guard let next else {
        isCommand = false
        text += " \(word)"
        continue
      }
      // The Indonesian name is the alias that comes first; some commands have the same in both.
      text += " \(next.configuration.aliases.first ?? String(word))"
      command = next
    }
    return text
  }
}
