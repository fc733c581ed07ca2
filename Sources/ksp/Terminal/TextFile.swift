import Foundation
import KSPCore

/// Reads files that people name.
enum TextFile {
  /// The text of a file, whatever its characters are coded in.
  static func sheet(_ path: String) throws -> SheetText {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LedgerError(
        LedgerError.Code(rawValue: "file.missing"), category: .fileMissing,
        message: Phrase(
          id: "Berkas “\(path)” tidak bisa dibuka.", en: "The file “\(path)” cannot be opened."),
        advice: Phrase(id: "Periksa nama dan foldernya.", en: "Check its name and folder."))
    }
    return try SheetText(Array(data), file: path)
  }
}
