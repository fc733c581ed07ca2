/// The chart of accounts that a book is created with (daftar akun).
public struct ChartOfAccounts: Hashable, Sendable {
  /// One account of the chart.
  public struct Entry: Hashable, Sendable {
    /// The code, such as `1-1000`.
    public let code: AccountCode
    /// The name in both languages.
    public let name: Phrase
    /// The class.
    public let type: AccountType
    /// The account above it; nil at the top.
    public let parent: AccountCode?
    /// Whether entries may touch it. Headers, and control accounts of savings, may not be touched.
    public let isPostable: Bool
    /// What the posting rules use it for; empty for nothing.
    public let roles: [AccountRole]
    /// The line of the financial statements that it belongs to, if the chart says.
    public var statementLine: String?
    /// Whether it lowers the line that it belongs to (akun kontra), such as an allowance.
    public var isContra = false
    /// Whether it is cash or money in a bank.
    public var isCash = false
    /// Whether the cash lies in a bank: below zero it warns, where money in a drawer is refused.
    public var isBank = false
    /// Whether it may stand on the other side of zero, such as a bank account with a credit line.
    public var mayBeNegative = false
    /// How far a bank has agreed that its account may go below zero; zero for no agreement.
    public var agreedLimit = Rupiah.zero
    /// The cell of the health worksheet (1 to 116) that it belongs to, if the chart says.
    public var healthCell: Int?

    /// Describes an account.
    public init(
      code: AccountCode, name: Phrase, type: AccountType, parent: AccountCode?, isPostable: Bool,
      roles: [AccountRole] = []
    ) {
      self.code = code
      self.name = name
      self.type = type
      self.parent = parent
      self.isPostable = isPostable
      self.roles = roles
    }
  }

  /// The accounts, parents before their children.
  public let accounts: [Entry]

  /// Checks and makes a chart.
  ///
  /// - Throws: `account.codeUnreadable`; `chart.invalid` when a code is given twice, a parent is
  ///   missing, comes later or is of another class, a parent is postable, a role is given to two
  ///   accounts or to one that it does not fit, or roles are missing: the error lists all of them.
  public init(accounts: [Entry]) throws(LedgerError) {
    var seen: [AccountCode: Entry] = [:]
    var holders: [AccountRole: Entry] = [:]
    for account in accounts {
      try account.code.requireReadable()
      guard seen[account.code] == nil else {
        throw .chartInvalid(
          Phrase(
            id: "akun \(account.code) tertulis dua kali",
            en: "account \(account.code) is given twice")
        )
      }
      try ChartOfAccounts.requireParent(of: account, in: seen)
      for role in account.roles {
        guard holders[role] == nil || role.allowsSeveral else {
          throw .chartInvalid(
            Phrase(
              id: "peran \(role.cited.indonesian) diberikan kepada dua akun",
              en: "role \(role.cited.english) is given to two accounts"))
        }
        try ChartOfAccounts.requireFit(of: role, account)
        holders[role] = account
      }
      seen[account.code] = account
    }
    let missing = AccountRole.allCases.filter { $0.isRequired && holders[$0] == nil }
    guard missing.isEmpty else { throw .chartLacksRoles(missing) }
    self.accounts = accounts
  }

  private static func requireParent(
    of account: Entry, in seen: [AccountCode: Entry]
  ) throws(LedgerError) {
    guard let parent = account.parent else { return }
    guard let above = seen[parent], above.type == account.type, !above.isPostable else {
      throw .chartInvalid(
        Phrase(
          id: "induk \(parent) dari akun \(account.code) harus ditulis lebih dulu, "
            + "segolongan, dan bukan akun yang dibukukan",
          en: "parent \(parent) of account \(account.code) must come first, be of the same class "
            + "and not take entries itself"))
    }
  }

  private static func requireFit(of role: AccountRole, _ account: Entry) throws(LedgerError) {
    guard role.isControl != account.isPostable else {
      throw .chartInvalid(
        Phrase(
          id: "akun \(account.code) dengan peran \(role.cited.indonesian) "
            + (role.isControl ? "tidak boleh" : "harus bisa") + " dibukukan langsung",
          en: "account \(account.code) with role \(role.cited.english) must "
            + (role.isControl ? "not " : "") + "take entries itself"))
    }
    guard role.types.contains(account.type) else {
      let (indonesian, english) = role.wantedTypes
      throw .chartInvalid(
        Phrase(
          id: "akun \(account.code) dengan peran \(role.cited.indonesian) "
            + "harus bergolongan \(indonesian)",
          en: "account \(account.code) with role \(role.cited.english) "
            + "must be of class \(english)"))
    }
  }

  /// The account with a role; of several, the first.
  ///
  /// - Throws: never for a checked chart and a required role; the error names the role.
  public func account(_ role: AccountRole) throws(LedgerError) -> Entry {
    guard let entry = accounts.first(where: { $0.roles.contains(role) }) else {
      throw .chartLacksRoles([role])
    }
    return entry
  }
}
