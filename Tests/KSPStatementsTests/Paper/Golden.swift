import Foundation
import KSPStatements
import Testing

/// Compares rendered text with a file of the folder `Golden`.
///
/// `KSP_RECORD=1` writes the files anew; a recording run fails, so that it never passes unread.
enum Golden {
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = file(name)
    if ProcessInfo.processInfo.environment["KSP_RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "recorded \(name); read it, then run without KSP_RECORD", sourceLocation: sourceLocation)
      return
    }
    guard let wanted = try Self.text(name) else {
      Issue.record("no golden file \(name)", sourceLocation: sourceLocation)
      return
    }
    #expect(text == wanted, "differs from Golden/\(name)", sourceLocation: sourceLocation)
  }

  /// The file of a document. What programs read is kept once, for Indonesian, and again in English
  /// only where words of people stand in it.
  static func name(of document: String, _ style: ReportStyle, isOfItsLanguage: Bool) -> String {
    let format = style.format.rawValue
    switch style.format {
    case .csv, .json: return "\(document).\(isOfItsLanguage ? "en." : "")\(format)"
    case .text, .html: return "\(document).\(style.language.rawValue).\(format)"
    }
  }

  /// What a file holds; nil where there is none.
  static func text(_ name: String) throws -> String? {
    let file = file(name)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private static func file(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
  }
}
