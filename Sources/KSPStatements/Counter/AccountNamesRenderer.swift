/// Writes the names that a book keeps for accounts.
public struct AccountNamesRenderer: ReportRenderer {
  /// The style in which it writes.
  public let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes a line for each name.
  public func report(of names: [AccountName]) -> Report {
    let words = style.words
    let table = ReportTable(
      names,
      [
        .left("name", words.name, 24) { .text($0.name) },
        .left("account", words.code, 12) { .text($0.account.text) },
        .left("accountName", words.description, 42) { .text(words($0.accountName)) },
      ])
    return Report(
      "ksp.account-names/1", title: words("NAMA AKUN", "NAMES OF ACCOUNTS"),
      data: ["names": .rows(table)], rows: ReportRows(table), blocks: [.table(table)])
  }
}
