/// What is asked for by the shell or for `man`, and not about a book.
enum ShellHelp {
  /// What completion scripts ask with; three dashes, so that no option can be meant.
  private static let completing = "---complete"

  /// The answer to such words, or nothing where they are a command for the book.
  static func answer(_ words: [String]) throws -> String? {
    if words.first == completing {
      return try Completion(Array(words.dropFirst())).lines().joined(separator: "\n")
    }
    let words = try Arguments.normalized(words)
    if words == [ManualPage.option] { return try ManualPage().text() }
    guard let script = Arguments.value(of: [CompletionScript.option], at: 0, in: words),
      words.count == script.words || words.count == 1
    else { return nil }
    return try CompletionScript(named: script.text.isEmpty ? nil : script.text).text
  }
}
