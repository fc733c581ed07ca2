/// What the answers to a cash book teach: which words mean what.
package struct CashLesson {
  /// More words than these are no name of anything.
  private static let most = 4

  private let words: CashWordTable
  /// What each phrase was said to mean, in the order in which they came.
  private var said: [(phrase: [String], meaning: CashMeaning)] = []
  /// What the rows of the book mean now.
  private var rows: [(words: [String], meaning: CashMeaning)] = []

  package init(_ words: CashWordTable) {
    self.words = words
  }

  /// Notes what a row means; `isCorrected` where it was taken for something else.
  package mutating func note(
    _ row: CashSheet.Row, means meaning: CashMeaning, of member: String?, isCorrected: Bool
  ) {
    let text = CashText.words(row.description)
    rows.append((text, meaning))
    guard isCorrected else { return }
    let phrase = CashLesson.phrase(text, besides: CashText.words(member ?? ""))
    // The name of a product says nothing new: pokok may stand under the name of wajib once. A word
    // of loans names no account, and which loan is meant is told by the member.
    let origin = words[phrase.joined(separator: " ")]?.origin
    if case .loan = meaning { return }
    guard !phrase.isEmpty, origin != .product, origin != .loan else { return }
    said.append((phrase, meaning))
  }

  /// The phrases that mean one thing alone, by their words.
  package var learned: [(word: String, meaning: CashMeaning)] {
    var learned: [String: CashMeaning] = [:]
    for (phrase, meaning) in said {
      let isPlain = rows.allSatisfy {
        $0.words.firstRun(of: phrase) == nil || $0.meaning == meaning
      }
      if isPlain { learned[phrase.joined(separator: " ")] = meaning }
    }
    return learned.sorted { $0.key < $1.key }.map { (word: $0.key, meaning: $0.value) }
  }

  /// The longest run of words that are neither particles nor names, numbers or months.
  static func phrase(_ text: [String], besides name: [String]) -> [String] {
    let runs = text.split { word in
      word.count < 2 || CashText.fillers.contains(word) || name.contains(word)
        || word.contains(where: \.isNumber) || CashText.month(word) != nil
    }
    let longest = runs.map(\.count).max() ?? 0
    return Array((runs.first { $0.count == longest } ?? []).prefix(most))
  }
}
