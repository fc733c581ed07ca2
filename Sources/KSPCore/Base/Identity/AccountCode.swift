/// The number of an account as people write it: `1-1000` in the chart, `SUK-0001` for a member.
public struct AccountCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code.
  public let text: String

  /// A code of 1 to 32 letters, digits, `-`, `.` and `/`.
  ///
  /// - Throws: `account.codeUnreadable`.
  public init(_ text: some StringProtocol) throws(LedgerError) {
    self.text = String(text)
    try requireReadable()
  }

  /// A code read back from the book, which checked it when it was stored.
  package init(stored text: String) {
    self.text = text
  }

  /// The code.
  public var description: String { text }

  /// Orders codes as text.
  public static func < (left: AccountCode, right: AccountCode) -> Bool {
    left.text < right.text
  }
}

/// The identity of an account inside one book; codes are for people, this is for entries.
public struct AccountID: Hashable, Comparable, Sendable {
  /// The row of the account.
  public let value: Int64

  /// Wraps a row number.
  public init(_ value: Int64) {
    self.value = value
  }

  /// Orders accounts by the time they were opened.
  public static func < (left: AccountID, right: AccountID) -> Bool {
    left.value < right.value
  }
}

extension AccountID: Codable {
  /// Reads the row of an account, as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Int64.self))
  }

  /// Writes the row of an account, a number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension AccountCode: Codable {
  /// Reads a code as its text, `"1-1000"`, as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, AccountCode.init)
  }

  /// Writes a code as its text, `"1-1000"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}

extension AccountCode: ExpressibleByStringLiteral {
  /// A code written in code, `"1-1000"`.
  ///
  /// It is taken as it stands, so that `receipt.account ?? ""` ends no program: no account has a
  /// code that ``init(_:)`` refuses, and none can be opened with it (`account.codeUnreadable`).
  public init(stringLiteral text: StaticString) {
    self.init(stored: text.description)
  }

  /// Refuses what no account can be called.
  package func requireReadable() throws(LedgerError) {
    let isAllowed = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"):
        true
      default: false
      }
    }
    guard isAllowed, (1...32).contains(text.utf8.count) else { throw .accountCodeUnreadable(text) }
  }
}

extension AccountCode: CodingKeyRepresentable {
  /// The code as the name of a field, so that amounts by account are an object on a wire.
  public var codingKey: any CodingKey { TextCodingKey(text) }

  /// Reads a code from the name of a field; nil for what is none.
  public init?(codingKey: some CodingKey) {
    guard let code = try? AccountCode(codingKey.stringValue) else { return nil }
    self = code
  }
}
