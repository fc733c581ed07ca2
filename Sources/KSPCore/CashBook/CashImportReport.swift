/// What the import of a cash book stored and proved.
public struct CashImportReport: Hashable, Sendable, Codable {
  /// A month: what came in and went out, the same in sheet and book.
  public struct Month: Hashable, Sendable, Codable {
    /// The month.
    public let month: BookMonth
    /// The file without its folder.
    public let name: String
    /// What was there before, on the sheet.
    public let opening: Rupiah
    /// What came in.
    public let received: Rupiah
    /// What went out.
    public let paid: Rupiah
    /// What is left.
    public let closing: Rupiah

    /// Gathers the sums of a sheet.
    package init(_ sheet: CashSheet) {
      month = sheet.month
      name = sheet.name
      opening = sheet.opening.balance
      received = sheet.received
      paid = sheet.paid
      closing = sheet.closing
    }
  }

  /// A day on which sheet and book differ, where the book has cash from elsewhere.
  public struct Difference: Hashable, Sendable, Codable {
    /// The day.
    public let date: BookDate
    /// What the sheet says is there at its end.
    public let sheet: Rupiah
    /// What the account holds.
    public let book: Rupiah

    /// Puts the two beside each other.
    package init(date: BookDate, sheet: Rupiah, book: Rupiah) {
      self.date = date
      self.sheet = sheet
      self.book = book
    }
  }

  /// A row that is in the book by another act.
  public struct Booked: Hashable, Sendable, Codable {
    /// The file without its folder.
    public let name: String
    /// The line of the file.
    public let line: Int
    /// The day of the row.
    public let date: BookDate
    /// What the row says.
    public let description: String
    /// Its amount.
    public let amount: Rupiah
    /// The voucher that booked it.
    public let entry: EntryNumber

    /// Puts a row beside its voucher.
    package init(_ proposal: CashProposal, _ amount: Rupiah, by entry: EntryNumber) {
      name = proposal.name
      line = proposal.row.line
      date = proposal.row.date
      description = proposal.row.description
      self.amount = amount
      self.entry = entry
    }
  }

  /// The account that is the cash of the book.
  public let account: AccountCode
  /// The rows of all sheets.
  public let rows: Int
  /// The rows that were stored now.
  public let stored: Int
  /// The rows that had been stored before.
  public let alreadyStored: Int
  /// The rows, or parts of them, that are in the book by another act, with their vouchers.
  public let booked: [Booked]
  /// The sheets.
  public let months: [Month]
  /// How many days end with what the sheets say.
  public let provedDays: Int
  /// The days that do not, because the book has cash that the sheets do not have.
  public let differences: [Difference]
  /// What the answers taught: words that are kept from now on.
  public let learned: [CashWord]
  /// What of the sheets does not recompute.
  public let mistakes: [CashSheetMistake]

  /// Gathers a report.
  package init(
    account: AccountCode, rows: Int, stored: Int, alreadyStored: Int, booked: [Booked],
    months: [Month], provedDays: Int, differences: [Difference], learned: [CashWord],
    mistakes: [CashSheetMistake]
  ) {
    self.account = account
    self.rows = rows
    self.stored = stored
    self.alreadyStored = alreadyStored
    self.booked = booked
    self.months = months
    self.provedDays = provedDays
    self.differences = differences
    self.learned = learned
    self.mistakes = mistakes
  }
}
