/// What a field collector takes out to members, and what was brought back of it (daftar tagih).
public struct CollectionList: Hashable, Sendable, Codable {
  /// One thing that is to be collected from a member.
  public struct Line: Hashable, Sendable, Codable {
    /// What it is for.
    public enum Target: Hashable, Sendable, Codable {
      /// Dues, or other savings of a product.
      case savings(ProductCode)
      /// Installments of a loan.
      case loan(LoanNumber)

      // What the values are called on a wire.
      private enum SavingsCodingKeys: String, CodingKey { case _0 = "product" }
      private enum LoanCodingKeys: String, CodingKey { case _0 = "number" }

      /// The product or the loan, as people type it.
      public var text: String {
        switch self {
        case .savings(let product): product.text
        case .loan(let loan): loan.text
        }
      }
    }

    /// Its number in the list, from 1.
    public let number: Int
    /// The member.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// What it is for.
    public let target: Target
    /// What is due; zero where the member gives what they like.
    public let due: Rupiah
    /// What was brought back; zero while nothing was.
    public let collected: Rupiah
    /// The voucher of it; nil while nothing was brought back.
    public let entry: EntryNumber?

    /// Gathers a line.
    package init(
      number: Int, member: MemberNumber, name: String, target: Target, due: Rupiah,
      collected: Rupiah, entry: EntryNumber?
    ) {
      self.number = number
      self.member = member
      self.name = name
      self.target = target
      self.due = due
      self.collected = collected
      self.entry = entry
    }
  }

  /// The name of the field till.
  public let till: String
  /// Its account.
  public let account: AccountCode
  /// The number of the opening with which it went out, among the counts of the till.
  public let round: Int
  /// The day on which it went out.
  public let date: BookDate
  /// Who took it; nil where nobody is named.
  public let keeper: String?
  /// The lines, in their order.
  public let lines: [Line]
  /// What is due of all of them.
  public let due: Rupiah
  /// What was brought back of all of them.
  public let collected: Rupiah
  /// What the book says that the till holds now.
  public let balance: Rupiah

  /// Gathers a list.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    till: String, account: AccountCode, round: Int, date: BookDate, keeper: String?, lines: [Line],
    balance: Rupiah
  ) throws(LedgerError) {
    self.till = till
    self.account = account
    self.round = round
    self.date = date
    self.keeper = keeper
    self.lines = lines
    due = try lines.map(\.due).sum()
    collected = try lines.map(\.collected).sum()
    self.balance = balance
  }
}

/// Whom a collector goes to.
public enum CollectionRound: Hashable, Sendable, Codable {
  /// The members of a group.
  case group(String)
  /// Some members.
  case members([MemberNumber])

  // What the values are called on a wire.
  private enum GroupCodingKeys: String, CodingKey { case _0 = "name" }
  private enum MembersCodingKeys: String, CodingKey { case _0 = "numbers" }
}

extension CollectionList.Line: Identifiable {
  /// Its place in the list.
  public var id: Int { number }
}
