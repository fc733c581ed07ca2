/// The words of every report in one language.
///
/// ```swift
/// Wording.id(EntryKind.deposit.name)   // "Setoran"
/// ```
public struct Wording: Sendable {
  /// The language.
  public let language: Language

  /// The Indonesian words.
  public static let id = Wording(.indonesian)
  /// The English words.
  public static let en = Wording(.english)

  /// The words in a language.
  package init(_ language: Language) {
    self.language = language
  }

  /// The wording of a phrase that a document brings along.
  public func callAsFunction(_ phrase: Phrase) -> String { phrase[language] }

  /// Picks one of two; every label below gives both.
  func callAsFunction(_ indonesian: String, _ english: String) -> String {
    switch language {
    case .indonesian: indonesian
    case .english: english
    }
  }
}
