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
    case .text, .html: style.draw(report(document), into: &output)
    case .csv: csv(document, into: &output)
    case .json: json(document, into: &output)
    }
  }

  private func report(_ status: BookStatus) -> Report {
    let words = style.words
    let difference = status.openingDifference
    return Report(
      title: words.statusTitle, hasLetterhead: false,
      blocks: [
        .fields(
          Report.Field(words.cooperative, status.name),
          Report.Field(words.members, String(status.members)),
          Report.Field(words.accounts, String(status.savingsAccounts)),
          Report.Field(words.entries, String(status.entries)),
          Report.Field(
            words.lastBookDate, status.lastBookDate.map { words($0.inWords) } ?? words.none),
          Report.Field(words.openMonth, words(status.openMonth.name)),
          Report.Field(words.savings, status.savings.formatted),
          Report.Field(words.cash, status.cash.formatted),
          Report.Field(words.datedLater, status.later.map { later(words, $0) }),
          Report.Field(
            words.openingDifference, difference.isZero ? nil : difference.formatted),
          Report.Field(words.lastBackup, status.lastBackupAt.map(style.moment) ?? words.never),
          width: 24)
      ] + (status.needsBackup ? [.note(words.backupIsOld)] : []))
  }

  /// What is dated after today, which the figures above leave out.
  private func later(_ words: Wording, _ later: BookStatus.Later) -> String {
    words(
      "\(later.entries) bukti: simpanan \(later.savings.formatted), kas \(later.cash.formatted)",
      "\(later.entries) entries: savings \(later.savings.formatted), cash \(later.cash.formatted)")
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
      if let later = status.later {
        json.object("later") { json in
          json.field("entries", later.entries)
          json.field("savings", later.savings)
          json.field("cash", later.cash)
        }
      }
      json.field("openingDifference", status.openingDifference)
      json.field("lastBackupAt", status.lastBackupAt?.description)
      json.field("needsBackup", status.needsBackup)
    }
  }
}

extension Wording {
  fileprivate var backupIsOld: String {
    self(
      "PERIKSA: yang dicatat sesudah cadangan terakhir belum punya cadangan, sudah lebih dari "
        + "\(BackupSettings.longestAge) hari. Buat dengan: ksp cadangkan",
      "CHECK: what was recorded since the last backup has none, for more than "
        + "\(BackupSettings.longestAge) days. Make one with: ksp backup")
  }
}
