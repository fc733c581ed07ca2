/// What people call a record by: the number of a member or a loan, the code of a product.
///
/// A number is the text as it stands on paper, and of a kind: a member's number cannot be given
/// where a loan's is asked for. Making one checks nothing; whether a record has it, or a new one
/// may have it, is for the book to say. Numbers are written as literals in code:
///
/// ```swift
/// let member: MemberNumber = "0001"
/// ```
public protocol RecordNumber: Hashable, Comparable, Sendable, Codable, CodingKeyRepresentable,
  CustomStringConvertible, ExpressibleByStringInterpolation
{
  /// The number as people write it.
  var text: String { get }

  /// A number from its text.
  init(_ text: String)
}

extension RecordNumber {
  /// A number written in code.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The number as people write it.
  public var description: String { text }

  /// Orders numbers as text.
  public static func < (left: Self, right: Self) -> Bool {
    left.text < right.text
  }

  /// Reads a number as its text, `"0001"`, as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a number as its text, `"0001"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }

  /// The number as the name of a field, so that amounts by member are an object on a wire.
  public var codingKey: any CodingKey { TextCodingKey(text) }

  /// Reads a number from the name of a field.
  public init?(codingKey: some CodingKey) {
    self.init(codingKey.stringValue)
  }
}
