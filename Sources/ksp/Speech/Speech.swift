import Foundation
import KSPCore

/// The language of this run, known before any help is printed.
enum Speech {
  /// `--lang` or `--bahasa`, then `KSP_LANG`, then Indonesian.
  static let language: Language = {
    let words = CommandLine.arguments
    for index in words.indices {
      let value = Arguments.value(of: LanguageOptions.names, at: index, in: words)?.text
      if let language = value.flatMap(Language.init) { return language }
    }
    return ProcessInfo.processInfo.environment["KSP_LANG"]
      .flatMap { Language(rawValue: $0) } ?? .indonesian
  }()

  /// One of two wordings, by the language of this run.
  static func say(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  static func say(_ phrase: Phrase) -> String { phrase[language] }
}

/// Shorthand for abstracts and help texts.
func say(_ indonesian: String, _ english: String) -> String { Speech.say(indonesian, english) }

/// Shorthand for what brings both wordings along.
func say(_ phrase: Phrase) -> String { Speech.say(phrase) }
