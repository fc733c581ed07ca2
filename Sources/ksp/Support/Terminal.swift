import Foundation
import KSPCore
import KSPStatements

/// Standard output, standard error and the keyboard.
enum Terminal {
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  static var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && environment["NO_COLOR"] == nil
      && environment["TERM"] != "dumb"
  }

  /// Writes a message for people; never data.
  static func message(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func error(_ error: LedgerError) {
    var text = ErrorText(Speech.language).string(error)
    while text.hasSuffix("\n") { text.removeLast() }
    message(hasColor ? "\u{1B}[31m\(text)\u{1B}[0m" : text)
  }

  /// Asks a question; nil at the end of input.
  static func ask(_ question: String) -> String? {
    FileHandle.standardError.write(Data((question + " ").utf8))
    return readLine()?.trimmingCharacters(in: .whitespaces)
  }

  /// A progress line on a terminal, from the first second of a run on.
  static func progress(_ unit: String) -> (Int) -> Void {
    let start = Date()
    let isShown = isatty(STDERR_FILENO) == 1
    return { count in
      guard isShown, Date().timeIntervalSince(start) > 1 else { return }
      FileHandle.standardError.write(
        Data("\r\(Rupiah(sen: Int64(count) * 100).grouped) \(unit) ".utf8))
    }
  }
}
