import Foundation
import KSPCore

/// Reads files that people name.
enum TextFile {
  static func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LedgerError(
        LedgerError.Code(rawValue: "file.missing"), category: .missing,
        message: Phrase(
          "Berkas “\(path)” tidak bisa dibuka.", "The file “\(path)” cannot be opened."),
        advice: Phrase("Periksa nama dan foldernya.", "Check its name and folder."))
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw LedgerError.importUnreadable(
        Phrase("isinya bukan teks UTF-8", "it is not UTF-8 text"),
        at: LedgerError.Place(file: path, line: 1, column: 1))
    }
    return text
  }
}
