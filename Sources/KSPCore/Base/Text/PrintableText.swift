extension String {
  /// Whether a text fits on one line of paper: at most 500 characters, all of them printable.
  package var isPrintable: Bool {
    // Nearly every text is short and plain, and this is asked for every cell and every entry.
    if utf8.count <= 500, utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return true }
    return count <= 500 && unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// Whether a text is printable and not blank.
  package var isUsableText: Bool {
    isPrintable && contains { !$0.isWhitespace }
  }

  /// The beginning of a text that somebody gave, fit to be quoted in a message: what cannot be
  /// printed shows as a replacement character.
  var quotable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.prefix(40).map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
  }
}
