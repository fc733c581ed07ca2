import Foundation
import KSPTestSupport
import Testing

/// A folder with a book that lends: two members, money in the till and a running loan.
enum LoanBookFolder {
  /// Runs a command line that must succeed and gives what it printed.
  @discardableResult
  static func run(
    _ folder: TestFolder, _ line: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try CommandTests.run(folder, line.split(separator: " ").map(String.init))
    #expect(
      outcome.status == 0, "\(line): \(outcome.messages)", sourceLocation: sourceLocation)
    return outcome.output
  }

  /// A book with two members and 500 million in the till.
  static func empty() throws -> TestFolder {
    let folder = try CommandTests.prepared()
    try run(folder, "member add Budi --pokok 100000 --date 2026-01-02 --yes")
    try run(
      folder,
      "entry add --debit 1-1000=500000000 --credit 3-1300=500000000 --date 2026-01-02 --yes")
    return folder
  }

  /// The same with 12 million lent to the first member on 15 January, at 1.5 % declining.
  static func lent() throws -> TestFolder {
    let folder = try empty()
    try run(
      folder, "disburse 0001 12000000 --product menurun --term 12 --date 2026-01-15 --yes")
    return folder
  }

  /// The journal and the loans, to see whether a refusal changed anything.
  static func content(_ folder: TestFolder) throws -> String {
    try run(folder, "entry list --format json")
      + run(folder, "loan list --all --as-of 2026-12-31 --format json")
      + run(folder, "loan product list --format json")
  }
}
