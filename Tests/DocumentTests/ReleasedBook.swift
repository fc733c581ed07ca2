import Foundation
import KSPCore
import KSPLedger
import KSPTestSupport
import Testing

/// A book as a released version left it, with the figures that it showed then: `0.1.0.ksp.gz` and
/// `0.1.0.txt` in `Tests/Data/books`.
struct ReleasedBook: CustomTestStringConvertible {
  /// Where they lie.
  static let folder = packageFolder.appendingPathComponent("Tests/Data/books").path

  /// The version that made it.
  let version: String
  /// The folder in which both files lie.
  let place: String

  var testDescription: String { version }
  var packed: String { "\(place)/\(version).ksp.gz" }
  var figures: String { "\(place)/\(version).txt" }

  init(_ version: String, in place: String = Self.folder) {
    self.version = version
    self.place = place
  }

  /// All that lie in the folder; none where it cannot be read, which a test finds.
  static let all: [ReleasedBook] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { $0.hasSuffix(".ksp.gz") }
      .map { ReleasedBook(String($0.dropLast(7))) }
  }()

  // MARK: - Making and opening

  /// Keeps a book, packed, with its figures. It begins with no log and no free pages.
  func make(of ledger: Ledger) throws {
    let copy = try TestFolder()
    _ = try ledger.backup(to: copy.file("book.ksp"))
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    // Without name and time the same book packs to the same bytes.
    try Self.shell("gzip -n -9 -c '\(copy.file("book.ksp"))' >'\(packed)'")
    let kept = try Ledger.open(
      at: copy.file("book.ksp"), access: .readOnly, clock: standingClock)
    try Self.figures(of: kept, at: nil).write(toFile: figures, atomically: true, encoding: .utf8)
  }

  /// A copy to work with.
  func unpacked() throws -> TestFolder {
    let folder = try TestFolder()
    try Self.shell("gzip -d -c '\(packed)' >'\(folder.file("book.ksp"))'")
    return folder
  }

  private static func shell(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command)")
  }

  // MARK: - Figures

  /// What a book says of its year, as amounts by codes: later versions may change every word and
  /// every layout, and none of these. `event` is the last that counts; nil for the last there is.
  static func figures(of ledger: Ledger, at event: Int64?) throws -> String {
    let known = try event ?? ledger.knowledge().event
    let point = KnowledgePoint.event(known)
    let (year, end) = (try BookPeriod(year: 2025), try day("2025-12-31"))
    var lines = ["event \(known)"]
    func add(_ name: String, _ sections: [StatementSection]) {
      for section in sections {
        for line in section.lines { lines.append("\(name) \(line.code) \(line.amount)") }
        lines.append("\(name) \(section.name) \(section.total)")
      }
    }
    add("position", try ledger.balanceSheet(asOf: end, asRecordedThrough: point).sections)
    add("income", try ledger.incomeStatement(year, asRecordedThrough: point).sections)
    add("cash", try ledger.cashFlow(year, asRecordedThrough: point).sections)
    for line in try ledger.equityChanges(year, asRecordedThrough: point).lines {
      let (came, went) = try (line.additions, line.reductions)
      lines.append("equity \(line.code) \(line.opening) \(came) \(went) \(line.closing)")
    }
    for row in try ledger.trialBalance(asOf: end, asRecordedThrough: point).rows {
      lines.append("trial \(row.code) \(row.debit) \(row.credit)")
    }
    for product in try ledger.savingsProducts() {
      try ledger.balances(of: product.code, on: end) { balance in
        lines.append("savings \(balance.account) \(balance.balance)")
      }
    }
    for row in try ledger.loanRegister(asOf: end, includingEnded: true).rows {
      lines.append("loan \(row.loan.number) \(row.outstanding) \(row.arrears) \(row.allowance)")
    }
    for recipient in try ledger.shu(2025).recipients {
      let part = recipient.part
      lines.append("shu \(part.base.member) \(part.capital) \(part.activity)")
    }
    try ledger.withholdingSlips(month("2025-12")).forEach {
      lines.append("slip \($0.memberNumber) \($0.gross) \($0.tax)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
