/// The text of a file that somebody brings, whatever its characters are coded in.
///
/// UTF-8 and UTF-16 (with its mark) are recognised; what is neither is read as Windows-1252. A
/// workbook, a web page and other files that only look like a table by their name are refused with
/// what they are and how to save them as CSV.
///
/// ```swift
/// let text = try SheetText(Array(data), file: "anggota.csv")
/// let report = try ledger.importMembers(text)
/// ```
public struct SheetText: Sendable {
  /// The file as the caller named it.
  public let file: String
  /// How its characters were coded.
  public let encoding: SheetEncoding
  /// The characters in UTF-8; a mark at the beginning may still be there.
  let bytes: [UInt8]

  /// Takes a text that was read already.
  public init(_ text: String, file: String) {
    self.file = file
    encoding = .utf8
    bytes = Array(text.utf8)
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `import.notTable` for a file of another kind, with how to save it as CSV.
  public init(_ content: [UInt8], file: String) throws(LedgerError) {
    self.file = file
    if let kind = ForeignFile(content) { throw .importNotTable(kind, file: file) }
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
      let isLittle = content[0] == 0xFF
      encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
      bytes = Self.utf16(content.dropFirst(2), isLittle: isLittle)
    } else if content.contains(0) {
      throw .importNotTable(.binary, file: file)
    } else if String(validating: content, as: UTF8.self) != nil {
      encoding = .utf8
      bytes = content
    } else {
      encoding = .windows1252
      bytes = Self.windows1252(content)
    }
    if encoding != .utf8, let kind = ForeignFile(bytes) {
      throw .importNotTable(kind, file: file)
    }
  }

  /// The characters as one text, without a mark at the beginning.
  public var text: String {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return String(decoding: bytes.dropFirst(isMarked ? 3 : 0), as: UTF8.self)
  }

  /// How many lines there are, for a measure of progress.
  public var lineCount: Int { bytes.count { $0 == UInt8(ascii: "\n") } }

  private static func utf16(_ content: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(content.count / 2)
    var index = content.startIndex
    while index + 1 < content.endIndex {
      let (first, second) = (UInt16(content[index]), UInt16(content[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ content: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count + content.count / 16)
    for byte in content {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
      text += Array(String(decoding: [value], as: UTF16.self).utf8)
    }
    return text
  }

  /// What Windows-1252 has where Latin-1 has control characters; 0xFFFD for the five it leaves
  /// free.
  private static let upperControls: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
