/// What the worksheet asks people about governance (tata kelola): a few questions that each are
/// answered by yes or no, and judged together.
public struct HealthIndicator: Hashable, Sendable, Codable {
  /// One question. The book has no answer to it.
  public struct Question: Hashable, Sendable, Codable {
    /// Its number within the worksheet, as in `I.1.a`.
    public let number: String
    /// What is asked, as a statement that holds or does not.
    public let text: Phrase
  }

  /// The parts of governance, in the order of the worksheet.
  public enum Part: String, CaseIterable, Sendable, Codable {
    /// Principles of cooperatives.
    case principles = "I"
    /// The institution.
    case institution = "II"
    /// Management.
    case management = "III"

    /// What people call it.
    public var name: Phrase {
      switch self {
      case .principles: Phrase(id: "Prinsip koperasi", en: "Principles of cooperatives")
      case .institution: Phrase(id: "Kelembagaan", en: "Institution")
      case .management: Phrase(id: "Manajemen", en: "Management")
      }
    }
  }

  /// The part that it belongs to.
  public let part: Part
  /// Its number within the worksheet, as in `I.1`.
  public let number: String
  /// What people call it.
  public let name: Phrase
  /// What is asked.
  public let questions: [Question]

  /// An indicator whose questions are lettered from `a`.
  public init(_ part: Part, _ number: Int, id: String, en: String, _ questions: [Phrase]) {
    self.part = part
    self.number = "\(part.rawValue).\(number)"
    name = Phrase(id: id, en: en)
    self.questions = zip("abcdefghijklmnopqrstuvwxyz", questions).map { letter, text in
      Question(number: "\(part.rawValue).\(number).\(letter)", text: text)
    }
  }
}
