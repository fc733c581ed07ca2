import Foundation
import KSPCore

/// The language of this run, known before any help is printed.
enum Speech {
  /// `--lang`, then `KSP_LANG`, then Indonesian.
  static let language: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
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
