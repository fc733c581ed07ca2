import Foundation
import KSPCore
import KSPStatements

/// Standard output, standard error and the keyboard.
enum Terminal {
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  static var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  static var showsProgress: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Writes a message for people; never data.
  static func message(_ text: String) {
    write(text + "\n")
  }

  /// Writes to standard error; where that is closed, nobody wants to know.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func error(_ error: LedgerError) {
    var text = ErrorText(Speech.language).string(error)
    while text.hasSuffix("\n") { text.removeLast() }
    message(hasColor ? "\u{1B}[31m\(text)\u{1B}[0m" : text)
  }

  /// Asks a question; nil at the end of input.
  static func ask(_ question: String) -> String? {
    write(question + " ")
    return readLine()?.trimmingCharacters(in: .whitespaces)
  }
}
