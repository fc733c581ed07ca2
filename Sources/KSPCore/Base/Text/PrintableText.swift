extension String {
  /// Whether a text fits on one line of paper: at most 500 characters, all of them printable.
  ///
  /// What turns the direction of writing, hides, or stands for bytes that were no text is not: a
  /// name must look like what it is.
  package var isPrintable: Bool {
    isShortAndPlain || (count <= 500 && unicodeScalars.allSatisfy(\.isPrintable))
  }

  /// Whether a text is printable and not blank.
  package var isUsableText: Bool {
    isShortAndPlain
      ? utf8.contains { $0 != 0x20 } : isPrintable && contains { !$0.isWhitespace }
  }

  /// Nearly every text is, and it is asked of every cell and every entry.
  private var isShortAndPlain: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.count <= 500 && bytes.allSatisfy { (0x20..<0x7F).contains($0) }
    } ?? false
  }

  /// The beginning of a text that somebody gave, fit to be quoted in a message: what cannot be
  /// printed shows as a replacement character.
  var quotable: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.prefix(40).map { $0.isPrintable ? $0 : "\u{FFFD}" }))
  }
}

extension Unicode.Scalar {
  /// Whether a reader sees it, or sees that it is a blank or a joiner of letters.
  fileprivate var isPrintable: Bool {
    switch value {
    // Control characters, and the separators of lines and paragraphs.
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: false
    // Marks, embeddings, overrides and isolates of the direction of writing.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    // Blanks without width, the byte order mark, and the replacement of bytes that are no text.
    case 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFD: false
    default: !properties.isNoncharacterCodePoint
    }
  }
}
