/// One month of a cash book as a treasurer keeps it (Buku Kas Umum): what was brought forward,
/// every receipt and payment, the sums at the foot, and what of it does not recompute.
///
/// Balances are worked out from the amounts; what is printed beside them is compared and never
/// taken over.
public struct CashSheet: Hashable, Sendable, Codable {
  /// What was there before the first row.
  public struct Opening: Hashable, Sendable, Codable {
    /// The line of the file; nil where the sheet has no such row.
    public let line: Int?
    /// What had come in since the beginning of the year, what was there then included.
    public let received: Rupiah
    /// What had gone out.
    public let paid: Rupiah
    /// What was there.
    public let balance: Rupiah
  }

  /// A receipt or a payment.
  public struct Row: Hashable, Sendable, Codable {
    /// The line of the file.
    public let line: Int
    /// The day: its own, or that of the row above where the cell is empty.
    public let date: BookDate
    /// What it says happened (uraian).
    public let description: String
    /// What stands in the column for vouchers; nil for nothing.
    public let voucher: String?
    /// What stands in the last column (keterangan); nil for nothing.
    public let remark: String?
    /// What came in, or zero.
    public let received: Rupiah
    /// What went out, or zero.
    public let paid: Rupiah
    /// What is there after it.
    public let balance: Rupiah

    /// Which of the two it is.
    public var isReceipt: Bool { received.isPositive }
    /// The amount, whichever way it goes.
    public var amount: Rupiah { isReceipt ? received : paid }
    /// Description and remark in one text, as an entry bears it.
    public var text: String {
      [description, remark ?? ""].filter { !$0.isEmpty }.joined(separator: " – ")
    }
  }

  /// A row that is neither a receipt nor a payment: a heading, a place to sign.
  public struct LeftOutRow: Hashable, Sendable, Codable {
    /// The line of the file.
    public let line: Int
    /// What stands in it.
    public let text: String
  }

  /// The file as the caller named it.
  public let file: String
  /// The file without its folder.
  public var name: String { String(CashAnswers.name(file)) }
  /// The month.
  public let month: BookMonth
  /// What was brought forward.
  public let opening: Opening
  /// Receipts and payments, in the order of the sheet.
  public let rows: [Row]
  /// What came in.
  public let received: Rupiah
  /// What went out.
  public let paid: Rupiah
  /// What is left.
  public let closing: Rupiah
  /// What is no receipt and no payment, in the order of the sheet.
  public let leftOutRows: [LeftOutRow]
  /// What does not recompute, in the order of the sheet.
  public internal(set) var mistakes: [CashSheetMistake]
  /// Whether the opening row says both sides, so that they can be compared with the sheet before.
  let opensWithBothSides: Bool
  /// What the rows at the foot print of the sums since the beginning of the year.
  let feet: [Foot]

  /// A row at the foot.
  struct Foot: Hashable, Sendable, Codable {
    /// What it adds up.
    enum Kind: Hashable, Sendable, Codable {
      /// The month (transaksi bulan ini).
      case month
      /// What was before the month (sampai bulan lalu).
      case before
      /// Since the beginning of the year (sampai bulan ini, total).
      case toDate
    }

    let kind: Kind
    let line: Int
    let label: String
    let received: Rupiah?
    let paid: Rupiah?
    let balance: Rupiah?
  }
}
