/// A value that is one of a few words: a method, a day count, a moment.
///
/// Its word, the raw value, is what books keep, options take, and JSON and CSV say, so that what
/// one of them wrote the others read. Indonesian words are read as well.
///
/// ```swift
/// try LoanMethod(parsing: "menurun")   // LoanMethod.declining
/// ```
public protocol TermWord: CaseIterable, RawRepresentable<String>, Sendable, Codable {
  /// What it is called on paper.
  var name: Phrase { get }
  /// Further words that are read, such as `menurun` for `declining`.
  static var otherWords: [String: Self] { get }
}

extension TermWord {
  /// No further words.
  public static var otherWords: [String: Self] { [:] }

  /// Reads the word of a value, in either language, whatever its case.
  ///
  /// - Throws: `term.unreadable`, which lists the words.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let word = text.lowercased()
    guard let value = Self(rawValue: word) ?? Self.otherWords[word] else {
      throw .termUnreadable(
        String(text), oneOf: Self.allCases.map(\.rawValue),
        indonesian: Self.allCases.map { $0.word(.indonesian) })
    }
    self = value
  }

  /// The word of a value in a language: of several, which have no order, the last in the alphabet.
  package func word(_ language: Language) -> String {
    guard language == .indonesian else { return rawValue }
    return Self.otherWords.filter { $0.value == self }.keys.max() ?? rawValue
  }

  /// What every word is called, for documents that show the words of the book.
  package static var names: [String: Phrase] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.name) })
  }
}
