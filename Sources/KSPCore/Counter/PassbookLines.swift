/// Lines of a savings book to be printed below those that stand there already.
public struct PassbookLines: Hashable, Sendable, Codable {
  /// The account.
  public let account: AccountCode
  /// The row of the page in which the first of the lines is printed, counted from 1.
  public let firstRow: Int
  /// The movements, the oldest first.
  public let lines: [AccountStatement.Line]

  /// Gathers the lines.
  package init(account: AccountCode, firstRow: Int, lines: [AccountStatement.Line]) {
    self.account = account
    self.firstRow = firstRow
    self.lines = lines
  }
}
