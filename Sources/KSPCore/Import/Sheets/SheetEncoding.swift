/// How the characters of a file are coded as bytes.
public enum SheetEncoding: String, CaseIterable, Hashable, Sendable, Codable {
  /// UTF-8, with or without a mark at its beginning.
  case utf8
  /// UTF-16, the lower byte first, with its mark: what spreadsheets call Unicode text.
  case utf16LittleEndian
  /// UTF-16, the higher byte first, with its mark.
  case utf16BigEndian
  /// The code page of Western Windows, which older spreadsheets write.
  case windows1252

  /// The name as programs show it.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }
}
