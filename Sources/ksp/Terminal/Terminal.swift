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
  ///
  /// On a terminal long lines break between words; in a file they stay whole, for `grep`.
  static func message(_ text: String) {
    guard let width else { return write(text + "\n") }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      write(wrapped(line, to: width) + "\n")
    }
  }

  /// The columns of the terminal that messages go to; nil where they go elsewhere.
  private static var width: Int? { columns(of: STDERR_FILENO) }

  /// The columns of a terminal; nil for a file or a pipe.
  private static func columns(of stream: Int32) -> Int? {
    guard isatty(stream) == 1 else { return nil }
    var size = winsize()
    guard ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return Int(size.ws_col)
  }

  /// The style of what is shown among messages.
  static var style: ReportStyle {
    var style = ReportStyle(.text, language: Speech.language)
    fit(&style, to: STDERR_FILENO)
    return style
  }

  /// Gives a report the columns that it may take on standard output, or among messages: those of
  /// the terminal, as far as the eye follows a row; of the page in a file or a pipe.
  static func fit(_ style: inout ReportStyle, to stream: Int32) {
    let own = columns(of: stream)
    style.columns = max(60, min(own ?? 80, 140))
    style.isOnTerminal = own != nil
  }

  /// The line broken between words; what is indented, such as an excerpt, stays as it is.
  static func wrapped(_ line: some StringProtocol, to width: Int) -> String {
    guard line.count > width, !line.hasPrefix(" ") else { return String(line) }
    var text = ""
    var column = 0
    for word in Prose.parts(line, in: width - 2) {
      if column > 0, column + 1 + word.count > width {
        text += "\n  \(word)"
        column = 2 + word.count
      } else {
        text += (column > 0 ? " " : "") + word
        column += (column > 0 ? 1 : 0) + word.count
      }
    }
    return text
  }

  /// Writes to standard error; where that is closed, nobody wants to know.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Shows an error; what went wrong is red, what to do next is not. `isTyped` says that what
  /// somebody typed is wrong.
  static func error(_ error: LedgerError, isTyped: Bool = false) {
    let text = ErrorText(Speech.language, typed: TypedRemedy.text)
    var (problem, advice) = (TextOutput(), TextOutput())
    text.renderProblem(error, isTyped: isTyped, into: &problem)
    text.renderAdvice(error, into: &advice)
    let (wrong, next) = (problem.string.dropLast(), advice.string.dropLast())
    message(hasColor ? "\u{1B}[31m\(wrong)\u{1B}[0m\n\(next)" : "\(wrong)\n\(next)")
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
