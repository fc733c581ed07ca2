import KSPCore

/// The words after `ksp`, made ready for the argument parser.
enum Arguments {
  /// Language, book and waiting may stand before the command: `ksp --lang en deposit …`.
  ///
  /// `--lang` has been read by ``Speech`` already and is taken out wherever it stands, so that
  /// `ksp member --lang en` works too; a leading `--book` or `--wait` moves behind the command.
  static func normalized(_ words: [String]) throws -> [String] {
    var rest = try withoutLanguage(words)
    // Help on help is the help that there is.
    if rest.starts(with: ["help", "help"]) { return ["help"] }
    var book: [String] = []
    while let named = value(
      of: BookOptions.names + BookOptions.waitingNames, at: rest.startIndex, in: rest)
    {
      guard rest.count > named.words else { return book + rest }
      book += rest.prefix(named.words)
      rest.removeFirst(named.words)
    }
    guard let first = rest.first, !first.hasPrefix("-") else { return book + rest }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    rest.insert(contentsOf: book, at: end)
    return rest
  }

  /// The value of an option where it stands at a place: `--name value` or `--name=value`. It is
  /// empty where the words end with the name.
  static func value(
    of names: [String], at index: Int, in words: [String]
  ) -> (text: String, words: Int)? {
    guard index < words.endIndex else { return nil }
    let parts = words[index].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, names.contains(String(name)) else { return nil }
    if parts.count == 2 { return (String(parts[1]), 1) }
    return (index + 1 < words.endIndex ? words[index + 1] : "", 2)
  }

  private static func withoutLanguage(_ words: [String]) throws -> [String] {
    var rest: [String] = []
    var index = words.startIndex
    while index < words.endIndex, words[index] != "--" {
      if let named = value(of: LanguageOptions.names, at: index, in: words) {
        try check(named.text)
        index += named.words
      } else {
        rest.append(words[index])
        index += 1
      }
    }
    return rest + words[min(index, words.endIndex)...]
  }

  private static func check(_ language: String) throws {
    guard Language(rawValue: language) == nil else { return }
    throw UsageProblem(
      Phrase(id: "Bahasa “\(language)” tidak ada.", en: "There is no language “\(language)”."),
      advice: Phrase(id: "Pilih --bahasa id atau --bahasa en.", en: "Use --lang id or --lang en."))
  }
}
