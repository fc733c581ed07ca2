/// A file that is no table of text, recognised by how it begins.
package enum ForeignFile: String, CaseIterable, Hashable, Sendable {
  /// A workbook of today: Excel (xlsx) or LibreOffice (ods), which are packed folders.
  case workbook
  /// A workbook of older Excel (xls).
  case oldWorkbook
  /// A web page, which some programs save under the name of a workbook.
  case webPage
  /// A printed document.
  case pdf
  /// A book of the cooperative, or another database of SQLite.
  case book
  /// Something else that is not text.
  case binary

  /// What the beginning of a file says; nil for what may be a table of text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if bytes.starts(with: "SQLite format 3".utf8) {
      self = .book
    } else if bytes.starts(with: "%PDF".utf8) {
      self = .pdf
    } else if bytes.starts(with: "{\\rtf".utf8) {
      self = .binary
    } else if Self.beginsWithTag(bytes) {
      self = .webPage
    } else {
      return nil
    }
  }

  /// Whether the first thing that is no blank is the beginning of a tag.
  private static func beginsWithTag(_ bytes: [UInt8]) -> Bool {
    let start = bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
      .drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard start.first == UInt8(ascii: "<"), let next = start.dropFirst().first else { return false }
    return next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  }

  /// What it is, in a sentence that begins with the file.
  var name: Phrase {
    switch self {
    case .workbook:
      Phrase(
        id: "adalah buku kerja Excel atau LibreOffice (xlsx, ods), bukan CSV",
        en: "is an Excel or LibreOffice workbook, not CSV")
    case .oldWorkbook:
      Phrase(
        id: "adalah buku kerja Excel lama (xls), bukan CSV",
        en: "is an old Excel workbook (xls), not CSV")
    case .webPage:
      Phrase(
        id: "adalah halaman web (HTML atau XML), apa pun namanya, bukan CSV",
        en: "is a web page (HTML or XML) by its content, not CSV")
    case .pdf: Phrase(id: "adalah dokumen PDF, bukan CSV", en: "is a PDF document, not CSV")
    case .book:
      Phrase(id: "adalah berkas buku koperasi, bukan CSV", en: "is the file of a book, not CSV")
    case .binary: Phrase(id: "bukan teks dan bukan CSV", en: "is neither text nor CSV")
    }
  }
}
