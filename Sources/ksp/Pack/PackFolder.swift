import Foundation
import KSPCore
import KSPLedger
import KSPStatements

/// A folder that takes the papers of a period, one file each. The first page is written last, so
/// that a folder which has it is complete.
struct PackFolder {
  let path: String
  let replaces: Bool
  let form: OutputFormat
  let paper: Paper

  /// A style that heads papers with all the book says about its cooperative.
  func style(_ book: Ledger) throws -> ReportStyle {
    var style = ReportStyle(form, language: Speech.language)
    style.head(with: try book.settings)
    style.paper = paper
    style.known = try book.knowledge()
    return style
  }

  /// Makes the folder where there is none; one that is written again is not complete until it is,
  /// so the first page of before goes first.
  func begin(_ cover: String) throws {
    try make()
    let old = path + "/" + cover
    if replaces, FileManager.default.fileExists(atPath: old) {
      try FileManager.default.removeItem(atPath: old)
    }
  }

  /// Papers that lie in the folder and were not written now, such as those of an earlier time.
  func others(than written: [String]) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter {
      $0.contains(/^[0-9]{2}-.*\.[a-z]+$/) && !written.contains($0)
    }
  }

  private func make() throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw LedgerError.outputNotCreated(path, reason: ENOTDIR) }
      return
    }
    guard mkdir(path, 0o777) == 0 else {
      throw LedgerError.outputNotCreated(path, reason: errno)
    }
  }

  /// The name of the file of a paper: its place and what it is called.
  func file(_ number: Int, _ title: Phrase) -> String {
    let name = say(title).lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    let ending = form == .text ? "txt" : form.rawValue
    return "\(number < 10 ? "0" : "")\(number)-\(String(name)).\(ending)"
  }

  /// Writes one file.
  func write(_ file: String, _ body: (inout Sink) throws -> Void) throws {
    let request = OutputRequest(
      path + "/" + file, replaces: replaces, chosen: form.rawValue,
      of: [.init(name: form.rawValue, endings: [form == .text ? "txt" : form.rawValue])])
    try Sink.fill(request, body)
  }
}
