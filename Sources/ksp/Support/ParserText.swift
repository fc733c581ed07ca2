import KSPCore

/// What the argument parser says, in the language of this run; it speaks English only.
enum ParserText {
  /// How its sentences begin, with the same in Indonesian.
  private static let beginnings: [(english: String, indonesian: String)] = [
    ("Unknown option ", "Pilihan tidak dikenal: "),
    ("Missing value for ", "Belum diisi: "),
    ("Missing expected argument ", "Belum ada: "),
    ("Missing one of: ", "Perlu salah satu dari: "),
    ("Missing required subcommand.", "Perintahnya belum lengkap."),
    ("Unexpected argument ", "Kata berlebih: "),
    ("Invalid option: ", "Pilihan tidak dikenal: "),
    ("The value ", "Nilai "),
    ("The option ", "Pilihan "),
    ("Value to be set with ", "Yang diisi dengan "),
  ]

  /// Parts that stand further back in a sentence.
  private static let parts: [(english: String, indonesian: String)] = [
    (" Did you mean ", " Maksud Anda "),
    (" unexpected arguments: ", " kata berlebih: "),
    (" is invalid for ", " tidak cocok untuk "),
    (" does not take any value, but ", " tidak memakai nilai, tetapi diberi "),
    (" was specified.", "."),
    (" had already been set with ", " sudah diisi dengan "),
    (" Please provide one of ", " Pilih salah satu: "),
    ("' or '", "' atau '"),
  ]

  /// The sentence in Indonesian, or as it is when it is not one of the parser's.
  static func translated(_ message: String) -> String {
    guard Speech.language == .indonesian else { return message }
    var text = message
    let known = beginnings.first { text.hasPrefix($0.english) }
    if let known { text = known.indonesian + text.dropFirst(known.english.count) }
    guard known != nil || text.first?.isNumber == true else { return text }
    for part in parts {
      guard let found = text.firstRange(of: part.english) else { continue }
      text.replaceSubrange(found, with: part.indonesian)
    }
    return text
  }
}
