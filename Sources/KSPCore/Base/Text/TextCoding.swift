/// How values that have a text of their own cross a wire: as that text.
package enum TextCoding {
  /// Reads a value from its text; what does not read is damaged data.
  package static func decode<Value>(
    _ decoder: any Decoder, _ read: (String) throws(LedgerError) -> Value
  ) throws -> Value {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(LedgerError) {
      return try read(text)
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  /// Writes the text of a value.
  package static func encode(_ value: some CustomStringConvertible, _ encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value.description)
  }
}

/// A text as the name of a field.
struct TextCodingKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) { stringValue = text }
  init(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}
