import Foundation
import KSPCore

/// A line on standard error that counts along, where a run takes more than a second.
final class Progress {
  private let unit: String
  private let start = Date()
  private let isWanted: Bool
  private var isShown = false

  /// Counts `unit`; stays silent when the data itself goes to the terminal (`sharesScreen`).
  init(_ unit: String, sharesScreen: Bool = false) {
    self.unit = unit
    isWanted = Terminal.showsProgress && !(sharesScreen && isatty(STDOUT_FILENO) == 1)
  }

  func update(_ count: Int) {
    guard isWanted, Date().timeIntervalSince(start) > 1 else { return }
    isShown = true
    Terminal.write("\r\(Rupiah(sen: Int64(count) * 100).grouped) \(unit) ")
  }

  /// Takes the line away again.
  func finish() {
    guard isShown else { return }
    isShown = false
    Terminal.write("\r\u{1B}[K")
  }
}
