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

  /// Shows an error; what went wrong is red, what to do next is not.
  static func error(_ error: LedgerError) {
    var lines = ErrorText(Speech.language).string(error).split(separator: "\n")
    guard hasColor, let advice = lines.popLast() else {
      return message(lines.joined(separator: "\n"))
    }
    message("\u{1B}[31m\(lines.joined(separator: "\n"))\u{1B}[0m\n\(advice)")
  }

  /// Asks a question; nil at the end of input, after which the line is ended too.
  static func ask(_ question: String) -> String? {
    write(question + " ")
    guard let answer = readLine() else {
      write("\n")
      return nil
    }
    return answer.trimmingCharacters(in: .whitespaces)
  }
}
