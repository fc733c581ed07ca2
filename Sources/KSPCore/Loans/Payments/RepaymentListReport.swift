/// What became of a payroll list: a voucher for loans and one for savings, and what each row
/// settled (daftar potong gaji).
public struct RepaymentListReport: Hashable, Sendable, Codable {
  /// What one member's savings received.
  public struct Deposit: Hashable, Sendable, Codable {
    /// The member number.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// The code of the product.
    public let product: ProductCode
    /// How much.
    public let amount: Rupiah

    /// Gathers a deposit.
    package init(member: MemberNumber, name: String, product: ProductCode, amount: Rupiah) {
      self.member = member
      self.name = name
      self.product = product
      self.amount = amount
    }
  }

  /// The file as the caller named it.
  public let file: String
  /// The voucher of the loans; of the savings where no loan was paid.
  public let entry: EntryNumber
  /// The day on which it counts.
  public let bookDate: BookDate
  /// What was paid in all.
  public let total: Rupiah
  /// What was settled on each loan, in the order of the file.
  public package(set) var rows: [LoanReceipt]
  /// What went into savings, in the order of the file.
  public var deposits: [Deposit] = []
  /// The voucher of the savings; nil where there are none.
  public var depositEntry: EntryNumber?
  /// The order in which sums for several parts were used up; nil where no row left it open.
  public var order: PayrollOrder?
  /// Whether that order is the one of the book's settings, and not one that the list was given.
  public var isBookOrder = false
  /// What the sheet was understood to be, with every row that was left out; nil where the list was
  /// no sheet.
  public package(set) var understanding: SheetUnderstanding?
  /// Whether the list had been booked before, so that nothing was stored now.
  public let isReplay: Bool
  /// Whether it was only tried out (`dryRun`), so that nothing was stored: ``entry`` is the voucher
  /// that it would have been.
  public package(set) var isRehearsal = false

  /// Gathers a report.
  package init(
    file: String, entry: EntryNumber, bookDate: BookDate, total: Rupiah, rows: [LoanReceipt],
    isReplay: Bool
  ) {
    self.file = file
    self.entry = entry
    self.bookDate = bookDate
    self.total = total
    self.rows = rows
    self.isReplay = isReplay
  }
}
