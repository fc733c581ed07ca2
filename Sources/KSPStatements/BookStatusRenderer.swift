/// Writes where a book stands.
public struct BookStatusRenderer: DocumentRenderer {
  private let style: ReportStyle

  /// A renderer for a style.
  public init(_ style: ReportStyle) {
    self.style = style
  }

  /// Writes the status; in CSV one row.
  public func render(_ document: BookStatus, into output: inout TextOutput) {
    switch style.format {
    case .text: text(document, into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func text(_ status: BookStatus, into output: inout TextOutput) {
    let words = style.words
    func field(_ label: String, _ value: String) {
      style.labelled(label, value, width: 24, into: &output)
    }
    output.line(words.statusTitle)
    output.newline()
    field(words.cooperative, status.name)
    field(words.members, String(status.members))
    field(words.accounts, String(status.savingsAccounts))
    field(words.entries, String(status.entries))
    field(words.lastBookDate, status.lastBookDate.map { words($0.inWords) } ?? words.none)
    field(words.openMonth, words(status.openMonth.name))
    field(words.savings, status.savings.formatted)
    field(words.cash, status.cash.formatted)
    if !status.openingDifference.isZero {
      field(words.openingDifference, status.openingDifference.formatted)
    }
    field(words.lastBackup, status.lastBackupAt?.description ?? words.never)
  }

  private func csv(_ status: BookStatus, into output: inout TextOutput) {
    CSVWriter.header(
      [
        "name", "members", "savings_accounts", "entries", "last_book_date", "open_month",
        "savings", "cash", "opening_difference", "last_backup_at",
      ], into: &output)
    CSVWriter.row(
      [
        .text(status.name), .count(status.members), .count(status.savingsAccounts),
        .count(status.entries), .optional(status.lastBookDate),
        .text(status.openMonth.description), .amount(status.savings), .amount(status.cash),
        .amount(status.openingDifference), .optional(status.lastBackupAt?.description),
      ], into: &output)
  }

  private func json(_ status: BookStatus, into output: inout TextOutput) {
    JSONWriter.line(into: &output) { json in
      json.field("schema", "ksp.status/1")
      json.field("name", status.name)
      json.field("members", status.members)
      json.field("savingsAccounts", status.savingsAccounts)
      json.field("entries", status.entries)
      json.field("lastBookDate", status.lastBookDate)
      json.field("openMonth", status.openMonth.description)
      json.field("savings", status.savings)
      json.field("cash", status.cash)
      json.field("openingDifference", status.openingDifference)
      json.field("lastBackupAt", status.lastBackupAt?.description)
    }
  }
}
