/// The two languages the ledger speaks; Indonesian comes first everywhere.
public enum Language: String, CaseIterable, Sendable, Codable {
  case indonesian = "id"
  case english = "en"
}

/// One sentence in both languages, so that neither can be forgotten.
///
/// ```swift
/// let phrase = Phrase(id: "Buku ditutup.", en: "The book is closed.")
/// phrase[.english]  // "The book is closed."
/// ```
public struct Phrase: Hashable, Sendable, Codable {
  /// The Indonesian wording.
  public let indonesian: String
  /// The English wording.
  public let english: String

  // On a wire a sentence has the codes of its languages: `{"id":"Kas","en":"Cash"}`.
  private enum CodingKeys: String, CodingKey { case indonesian = "id", english = "en" }

  /// Pairs an Indonesian sentence with its English equal.
  public init(id indonesian: String, en english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .indonesian: indonesian
    case .english: english
    }
  }
}

extension Phrase: CustomStringConvertible {
  /// Both wordings, for logs: `Kas / Cash`.
  public var description: String { "\(indonesian) / \(english)" }
}

extension Phrase {
  /// The phrase within a sentence: its first letters small.
  package var withinSentence: Phrase {
    Phrase(
      id: indonesian.prefix(1).lowercased() + indonesian.dropFirst(),
      en: english.prefix(1).lowercased() + english.dropFirst())
  }
}
