/// What a row of a cash book was taken for, and why: to be agreed to, or corrected.
public struct CashProposal: Hashable, Sendable, Codable {
  /// A member who may be meant.
  public struct Choice: Hashable, Sendable, Codable {
    /// The number.
    public let number: MemberNumber
    /// The name.
    public let name: String

    /// Names a member.
    package init(number: MemberNumber, name: String) {
      self.number = number
      self.name = name
    }
  }

  /// The file as the caller named it.
  public let file: String
  /// The file without its folder.
  public var name: String { String(CashAnswers.name(file)) }
  /// The row.
  public let row: CashSheet.Row
  /// What it was taken for; nil where no word says so, or several do.
  public package(set) var meaning: CashMeaning?
  /// What the product or the account is called.
  public package(set) var meaningName: Phrase?
  /// Whose savings or loan it is; nil where nobody is meant, or nobody alone.
  public package(set) var member: Choice?
  /// The months of dues that it pays; empty for the oldest open ones.
  public package(set) var months: [BookMonth] = []
  /// Why it was taken for that, or what is not known.
  public package(set) var reasons: [Phrase] = []
  /// The members who come near, where nobody is alone.
  public package(set) var choices: [Choice] = []
  /// The voucher under which the row is in the book already; nil where it is not.
  public package(set) var stored: EntryNumber?

  /// A proposal of which nothing is known yet.
  package init(file: String, row: CashSheet.Row) {
    self.file = file
    self.row = row
  }

  /// Whether it can be agreed to as it is.
  public var isComplete: Bool {
    switch meaning {
    case .product: member != nil
    case .account: true
    case .loan(let number): number != nil
    case nil: false
    }
  }
}

/// A cash book and what each of its rows was taken for.
public struct CashProposals: Hashable, Sendable, Codable {
  /// The account that is the cash of the book.
  public let account: AccountCode
  /// The sheets by month, with what of them does not recompute.
  public let sheets: [CashSheet]
  /// The rows, in the order of the sheets.
  public let rows: [CashProposal]

  /// Gathers the rows.
  package init(account: AccountCode, sheets: [CashSheet], rows: [CashProposal]) {
    self.account = account
    self.sheets = sheets
    self.rows = rows
  }

  /// The rows that can be agreed to as they are.
  public var complete: [CashProposal] { rows.filter { $0.stored == nil && $0.isComplete } }
  /// The rows of which something is not known.
  public var open: [CashProposal] { rows.filter { $0.stored == nil && !$0.isComplete } }
  /// The rows that are in the book.
  public var stored: [CashProposal] { rows.filter { $0.stored != nil } }
  /// What does not recompute, sheet by sheet.
  public var mistakes: [CashSheetMistake] { sheets.flatMap(\.mistakes) }
}
