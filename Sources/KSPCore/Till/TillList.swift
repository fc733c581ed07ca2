/// The cash of a book: its tills, and what lies in cash accounts that are none (daftar kas).
public struct TillList: Hashable, Sendable, Codable {
  /// A cash account that is no till, such as the usual cash of the book.
  public struct Other: Hashable, Sendable, Codable {
    /// The account.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// What the book says that it holds.
    public let balance: Rupiah

    /// Names an account.
    package init(account: AccountCode, name: Phrase, balance: Rupiah) {
      self.account = account
      self.name = name
      self.balance = balance
    }
  }

  /// The tills, by name.
  public let tills: [Till]
  /// The other cash accounts that hold something, by code; banks are none.
  public let others: [Other]

  /// Gathers what there is.
  package init(tills: [Till], others: [Other] = []) {
    self.tills = tills
    self.others = others
  }

  /// What all of it comes to: the cash of the book.
  ///
  /// - Throws: `amount.overflow`.
  public var total: Rupiah {
    get throws(LedgerError) { try (tills.map(\.balance) + others.map(\.balance)).sum() }
  }
}
