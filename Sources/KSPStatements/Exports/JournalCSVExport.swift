/// The journal as a table with one row for each leg.
public struct JournalCSVExport: LedgerExport {
  private let language: Language

  /// An export with account names in a language.
  public init(language: Language = .indonesian) {
    self.language = language
  }

  /// Writes the header row; the accounts are not needed.
  public mutating func header(accounts: [Account], into output: inout TextOutput) {
    CSVWriter.header(
      [
        "voucher", "date", "kind", "reference", "memo", "recorded_by", "reverses", "account",
        "account_name", "debit", "credit",
      ], into: &output)
  }

  /// Writes a row for each leg.
  public mutating func append(_ entry: PostedEntry, into output: inout TextOutput) {
    for leg in entry.legs {
      CSVWriter.row(
        [
          .entry(entry.number), .date(entry.bookDate), .text(entry.kind.rawValue),
          .optional(entry.reference), .optional(entry.note.memo),
          .optional(entry.note.recordedBy), .optional(entry.reverses), .text(leg.account.text),
          .text(leg.accountName[language]), .amount(leg.debit), .amount(leg.credit),
        ], into: &output)
    }
  }
}
