/// How the members' meeting divides the surplus of a year (pembagian SHU): a share for members by
/// their capital, one by their activity, and one for each fund. Together they are the whole of it.
///
/// ```swift
/// let shares = try ShuShares(
///   capital: .percent("25"), activity: .percent("30"),
///   funds: [.init("cadangan", .percent("40")), .init("pengurus", .percent("5"))])
/// ```
public struct ShuShares: Hashable, Sendable, Codable {
  /// One fund with its share: reserve, board, staff, education, social, development.
  public struct Fund: Hashable, Sendable, Codable {
    /// What it is called in the decision.
    public let name: String
    /// Its share of the SHU.
    public let share: Share

    /// A fund with its share.
    public init(_ name: String, _ share: Share) {
      self.name = name
      self.share = share
    }
  }

  /// What members get by their savings (jasa modal).
  public let capital: Share
  /// What members get by their business with the cooperative (jasa usaha).
  public let activity: Share
  /// The other shares, in the order of the decision.
  public let funds: [Fund]

  /// What the two shares of members are called among the pots.
  package static let memberPots = (capital: "capital", activity: "activity")

  /// Checks and makes the shares.
  ///
  /// - Throws: `shu.sharesNotWhole` when they are not exactly 100 % together, saying what they add
  ///   up to; `shu.fundRefused` for a fund without a name, one named twice, and one that is called
  ///   like a pot of members.
  public init(capital: Share, activity: Share, funds: [Fund]) throws(LedgerError) {
    var names = [Self.memberPots.capital, Self.memberPots.activity]
    for fund in funds {
      guard !fund.name.isEmpty, fund.name.isPrintable, !names.contains(fund.name) else {
        throw .shuFundRefused(fund.name)
      }
      names.append(fund.name)
    }
    let sum = ([capital, activity] + funds.map(\.share)).reduce(Int128(0)) {
      $0 + Int128($1.billionths)
    }
    guard sum == Int128(Share.whole.billionths) else { throw .shuSharesNotWhole(sum) }
    self.capital = capital
    self.activity = activity
    self.funds = funds
  }

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      capital: object.decode(Share.self, forKey: .capital),
      activity: object.decode(Share.self, forKey: .activity),
      funds: object.decode([Fund].self, forKey: .funds))
  }

  /// All shares by name: those of members first, then the funds in their order.
  var all: [Fund] {
    [Fund(Self.memberPots.capital, capital), Fund(Self.memberPots.activity, activity)] + funds
  }
}
