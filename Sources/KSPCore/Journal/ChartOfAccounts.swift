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
    /// What the posting rules use it for, if anything.
    public let role: AccountRole?

    /// Describes an account.
    public init(
      code: AccountCode, name: Phrase, type: AccountType, parent: AccountCode?, isPostable: Bool,
      role: AccountRole? = nil
    ) {
      self.code = code
      self.name = name
      self.type = type
      self.parent = parent
      self.isPostable = isPostable
      self.role = role
    }
  }

  /// The accounts, parents before their children.
  public let accounts: [Entry]

  /// Checks and makes a chart.
  ///
  /// - Throws: `chart.invalid` when a code is given twice, a parent is missing, comes later or is
  ///   of another class, a parent is postable, a role is missing or given twice, or a control
  ///   account is postable.
  public init(accounts: [Entry]) throws(LedgerError) {
    var seen: [AccountCode: Entry] = [:]
    var roles: [AccountRole: Entry] = [:]
    for account in accounts {
      guard seen[account.code] == nil else {
        throw .chartInvalid(
          Phrase("akun \(account.code) tertulis dua kali", "account \(account.code) is given twice")
        )
      }
      if let parent = account.parent {
        guard let above = seen[parent], above.type == account.type, !above.isPostable else {
          throw .chartInvalid(
            Phrase(
              "induk \(parent) dari akun \(account.code) harus ditulis lebih dulu, "
                + "segolongan, dan bukan akun yang dibukukan",
              "parent \(parent) of account \(account.code) must come first, be of the same class "
                + "and not take entries itself"))
        }
      }
      if let role = account.role {
        guard roles[role] == nil else {
          throw .chartInvalid(
            Phrase(
              "peran \(role.rawValue) diberikan kepada dua akun",
              "role \(role.rawValue) is given to two accounts"))
        }
        let isControl = [.controlPokok, .controlWajib, .controlSukarela].contains(role)
        guard isControl != account.isPostable else {
          throw .chartInvalid(
            Phrase(
              "akun \(account.code) dengan peran \(role.rawValue) "
                + (isControl ? "tidak boleh" : "harus bisa") + " dibukukan langsung",
              "account \(account.code) with role \(role.rawValue) must "
                + (isControl ? "not " : "") + "take entries itself"))
        }
        roles[role] = account
      }
      seen[account.code] = account
    }
    for role in AccountRole.allCases where role.isRequired && roles[role] == nil {
      throw .chartInvalid(
        Phrase(
          "tidak ada akun dengan peran \(role.rawValue)", "no account has role \(role.rawValue)"))
    }
    self.accounts = accounts
  }

  /// The account with a role.
  ///
  /// - Throws: never for a checked chart; the error names the role.
  public func account(_ role: AccountRole) throws(LedgerError) -> Entry {
    guard let entry = accounts.first(where: { $0.role == role }) else {
      throw .chartInvalid(
        Phrase(
          "tidak ada akun dengan peran \(role.rawValue)", "no account has role \(role.rawValue)"))
    }
    return entry
  }
}
