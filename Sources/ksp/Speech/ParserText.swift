import KSPCore

/// What the argument parser says, in the language of this run; it speaks English only.
enum ParserText {
  /// Its sentences with the same in Indonesian, the longer before those they begin with.
  static let sentences: [(english: String, indonesian: String)] = [
    (
      "Unknown option '*'. Did you mean '*'?\n   or: Missing value for '*' in '*'",
      "Pilihan '*' tidak dikenal. Maksud Anda '*'? Atau belum ada isi untuk '*' dalam '*'?"
    ),
    (
      "Unknown option '*'\n   or: Missing value for '*' in '*'",
      "Pilihan '*' tidak dikenal. Atau belum ada isi untuk '*' dalam '*'?"
    ),
    (
      "Unknown option '*'. Did you mean '*'?", "Pilihan '*' tidak dikenal. Maksud Anda '*'?"
    ),
    ("Unknown option '*'", "Pilihan '*' tidak dikenal."),
    ("Invalid option: *", "Pilihan '*' tidak dikenal."),
    ("Missing value for '*'", "Belum ada isi untuk '*'."),
    ("Missing expected argument '*'", "Belum diisi: '*'."),
    ("Missing one of: '*'", "Perlu salah satu dari: '*'."),
    ("Missing required subcommand.", "Perintahnya belum lengkap."),
    ("Unexpected argument '*'", "Kata berlebih: '*'."),
    ("* unexpected arguments: '*'", "* kata berlebih: '*'."),
    (
      "The option '*' does not take any value, but '*' was specified.",
      "Pilihan '*' tidak memakai isi, tetapi diberi '*'."
    ),
    (
      "Value to be set with flag '*' in '*' had already been set with flag '*' in '*'",
      "'*' dalam '*' bertentangan dengan '*' dalam '*'."
    ),
    (
      "Value to be set with flag '*' had already been set with flag '*'",
      "'*' bertentangan dengan '*' yang sudah ditulis."
    ),
    (
      "The value '*' is invalid for '*'. Please provide one of *.",
      "Isi '*' tidak cocok untuk '*'. Pilih salah satu: *."
    ),
    ("The value '*' is invalid for '*'", "Isi '*' tidak cocok untuk '*'."),
  ]

  /// The sentence in the language of this run; one that is not the parser's stays as it is.
  static func translated(_ message: String, language: Language = Speech.language) -> String {
    let text = withoutFarFetchedNames(message)
    guard language == .indonesian else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for sentence in sentences {
      guard let values = Template(sentence.english).values(in: text) else { continue }
      return Template(sentence.indonesian).filled(values)
        .replacing("' or '", with: "' atau '")
    }
    return text
  }

  /// The parser finds `--to` near to `--x`; only what could be a slip of the finger is kept.
  private static func withoutFarFetchedNames(_ message: String) -> String {
    guard let values = Template("Unknown option '*'. Did you mean '*'?*").values(in: message),
      NearestName.find(bare(values[0]), in: [bare(values[1])]) == nil
    else { return message }
    return "Unknown option '\(values[0])'\(values[2])"
  }

  private static func bare(_ name: String) -> String { String(name.drop { $0 == "-" }) }
}
