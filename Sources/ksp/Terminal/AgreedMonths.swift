import Foundation
import KSPCore

/// The months of another date than today's that somebody has agreed to today, so that who types in
/// the slips of last month is asked once and not for each of them.
///
/// They are kept for the day in a file of the user, beside the state of other programs. Where it
/// cannot be read or written, the question is asked again.
enum AgreedMonths {
  static func contains(_ month: BookMonth, of book: String, today: BookDate) -> Bool {
    lines(of: today).contains(line(month, book, today))
  }

  static func add(_ month: BookMonth, of book: String, today: BookDate) {
    let text = (lines(of: today) + [line(month, book, today)]).joined(separator: "\n") + "\n"
    let manager = FileManager.default
    try? manager.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try? Data(text.utf8).write(to: file, options: .atomic)
  }

  private static func lines(of today: BookDate) -> [String] {
    guard let data = try? Data(contentsOf: file) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("\(today)\t") }
  }

  private static func line(_ month: BookMonth, _ book: String, _ today: BookDate) -> String {
    let path = URL(fileURLWithPath: book).standardizedFileURL.path
    return "\(today)\t\(month)\t\(path.filter { !$0.isNewline })"
  }

  private static var file: URL {
    let environment = ProcessInfo.processInfo.environment
    let state =
      environment["XDG_STATE_HOME"].map { URL(fileURLWithPath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/state")
    return state.appendingPathComponent("ksp/agreed-months")
  }
}
