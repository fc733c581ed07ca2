/// A column that a kind of list may have, with the names that people give it.
public struct SheetColumn: Hashable, Sendable, Codable {
  /// What stands in its cells.
  public enum Content: String, Hashable, Sendable, Codable {
    /// A number that identifies: of a member, a loan, an account.
    case number
    /// Anything that can be printed, or a word out of a few.
    case text
    /// Money.
    case amount
    /// A day.
    case date
    /// A rate of interest.
    case rate
    /// How many there are.
    case count
  }

  /// The name that programs use: `number`, `joined`.
  public let name: String
  /// What it is called above a column, in both languages; a template writes it.
  public let heading: Phrase
  /// What stands in its cells.
  public let content: Content
  /// What a template writes below the heading, row by row; empty for a column that it leaves out.
  public let examples: [Phrase]
  /// Its other names, the shortest Indonesian one first.
  let names: [String]
  /// Names that mean it only where no other column does.
  let weakNames: [String]
  /// Whether it only helps people to read the sheet: it is known and not stored.
  let isRemark: Bool

  /// Describes a column; the names are compared without blanks, marks and case.
  init(
    _ name: String, _ heading: Phrase, _ content: Content, names: [String], weak: [String] = [],
    isRemark: Bool = false, examples: [String] = [], examplePhrases: [Phrase] = []
  ) {
    self.name = name
    self.heading = heading
    self.content = content
    self.names = names
    weakNames = weak.map { SheetName.normalized($0) }
    self.isRemark = isRemark
    self.examples =
      examplePhrases.isEmpty ? examples.map { Phrase(id: $0, en: $0) } : examplePhrases
    let all = ([name, heading.indonesian, heading.english] + names).map { SheetName.normalized($0) }
    strongNames = Set(
      content == .rate ? all.flatMap { name in [name] + RatePeriod.endings.map { name + $0 } } : all
    )
  }

  /// All names but the weak ones, as they are compared.
  private let strongNames: Set<String>

  /// The names to speak of, the one that programs use first.
  var spokenNames: [String] { [name] + names.prefix(1) }

  /// How a heading means the column, if it does.
  func match(_ readings: [String]) -> Match? {
    if readings.contains(where: { strongNames.contains($0) }) { return .strong }
    return readings.lazy.compactMap { weakNames.firstIndex(of: $0) }.first.map { .weak($0) }
  }

  /// How surely a heading means a column.
  enum Match: Hashable {
    case strong
    /// By a weak name, the first ones before the later ones.
    case weak(Int)
  }
}
