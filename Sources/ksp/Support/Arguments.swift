import KSPCore

/// The words after `ksp`, made ready for the argument parser.
enum Arguments {
  /// Language and book may stand before the command: `ksp --lang en deposit …`.
  ///
  /// `--lang` has been read by ``Speech`` already and is taken out wherever it stands, so that
  /// `ksp member --lang en` works too; a leading `--book` moves behind the command.
  static func normalized(_ words: [String]) throws -> [String] {
    var rest = try withoutLanguage(words)
    // Help on help is the help that there is.
    if rest.starts(with: ["help", "help"]) { return ["help"] }
    var book: [String] = []
    while let first = rest.first, first == "--book" || first.hasPrefix("--book=") {
      let count = first == "--book" ? 2 : 1
      guard rest.count > count else { return book + rest }
      book += rest.prefix(count)
      rest.removeFirst(count)
    }
    guard let first = rest.first, !first.hasPrefix("-") else { return book + rest }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    rest.insert(contentsOf: book, at: end)
    return rest
  }

  private static func withoutLanguage(_ words: [String]) throws -> [String] {
    var rest: [String] = []
    var index = words.startIndex
    while index < words.endIndex, words[index] != "--" {
      let word = words[index]
      index += 1
      if word == "--lang" {
        try check(index < words.endIndex ? words[index] : "")
        index += 1
      } else if word.hasPrefix("--lang=") {
        try check(String(word.dropFirst("--lang=".count)))
      } else {
        rest.append(word)
      }
    }
    return rest + words[min(index, words.endIndex)...]
  }

  private static func check(_ language: String) throws {
    guard Language(rawValue: language) == nil else { return }
    throw UsageProblem(
      Phrase("Bahasa “\(language)” tidak ada.", "There is no language “\(language)”."),
      advice: Phrase("Pilih --lang id atau --lang en.", "Use --lang id or --lang en."))
  }
}
