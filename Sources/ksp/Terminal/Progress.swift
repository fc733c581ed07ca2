import Foundation
import KSPCore

/// A bar on standard error that moves along, where a run takes more than a second.
final class Progress {
  private static let width = 24

  private let unit: String
  private let total: Int
  private let start = Date()
  private let isWanted: Bool
  private var isShown = false

  /// For a run that says itself what it counts.
  init(sharesScreen: Bool = false) {
    unit = ""
    total = 0
    isWanted = Terminal.showsProgress && !(sharesScreen && isatty(STDOUT_FILENO) == 1)
  }

  /// Counts `unit` up to `total`; stays silent when the data itself goes to the terminal
  /// (`sharesScreen`).
  init(_ unit: String, of total: Int, sharesScreen: Bool = false) {
    self.unit = unit
    self.total = total
    isWanted = Terminal.showsProgress && !(sharesScreen && isatty(STDOUT_FILENO) == 1)
  }

  func update(_ count: Int) {
    guard isWanted, Date().timeIntervalSince(start) > 1 else { return }
    isShown = true
    Terminal.write("\r\(Self.line(count, total, unit))\u{1B}[K")
  }

  /// Shows how far a proof has come, stage by stage.
  func update(_ progress: StageProgress) {
    guard isWanted, Date().timeIntervalSince(start) > 1 else { return }
    isShown = true
    let line = Self.line(progress.done, progress.total, say(progress.stage))
    Terminal.write("\r\(line)\u{1B}[K")
  }

  /// `[######------------------] 1.240 / 5.000 anggota`; nothing is promised beyond the total.
  static func line(_ count: Int, _ total: Int, _ unit: String) -> String {
    let known = max(total, count, 1)
    let done = width * count / known
    let bar = String(repeating: "#", count: done) + String(repeating: "-", count: width - done)
    func text(_ number: Int) -> String { Rupiah(sen: Int64(number) * 100).grouped }
    return "[\(bar)] \(text(count)) / \(text(known)) \(unit)"
  }

  /// Takes the line away again.
  func finish() {
    guard isShown else { return }
    isShown = false
    Terminal.write("\r\u{1B}[K")
  }
}
