/// An account as a value: what it is called, where it stands, and what it holds now.
public struct Account: Hashable, Sendable, Codable {
  /// The identity inside the book.
  public let id: AccountID
  /// The number people use.
  public let code: AccountCode
  /// The name in both languages; a member's account carries the member's name.
  public let name: Phrase
  /// Asset, liability, equity, income or expense.
  public let type: AccountType
  /// The control account above it, if any.
  public let parent: AccountCode?
  /// Whether entries may touch it; headers and control accounts may not be touched.
  public let isPostable: Bool
  /// The balance of today, on the account's normal side.
  public let balance: Rupiah
  /// When the account was closed, if it was.
  public let closedOn: BookDate?
  /// What the posting rules use it for; empty for nothing, and for members' accounts.
  public let roles: [AccountRole]
  /// What the chart says of it beside its class; nothing for members' accounts.
  public let marks: Marks

  /// What a chart says of an account beside its class.
  public struct Marks: Hashable, Sendable, Codable {
    /// The line of the financial statements that it belongs to.
    public var statementLine: String?
    /// Whether it lowers the line that it belongs to (akun kontra).
    public var isContra = false
    /// Whether it is cash or money in a bank.
    public var isCash = false
    /// Whether the cash lies in a bank, which may have agreed to be owed.
    public var isBank = false
    /// Whether it may stand on the other side of zero.
    public var mayBeNegative = false
    /// How far a bank has agreed that its account may go below zero; zero for no agreement.
    public var agreedLimit = Rupiah.zero
    /// The cell of the health worksheet (1 to 116) that it belongs to.
    public var healthCell: Int?

    /// No marks.
    package init() {}
  }

  /// Gathers what is known of an account.
  package init(
    id: AccountID, code: AccountCode, name: Phrase, type: AccountType, parent: AccountCode?,
    isPostable: Bool, balance: Rupiah, closedOn: BookDate?, roles: [AccountRole] = [],
    marks: Marks = Marks()
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.type = type
    self.parent = parent
    self.isPostable = isPostable
    self.balance = balance
    self.closedOn = closedOn
    self.roles = roles
    self.marks = marks
  }
}

extension Account: Identifiable {}
