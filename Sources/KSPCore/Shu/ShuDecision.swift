/// What the members' meeting decided about the SHU of a year (putusan pembagian SHU).
///
/// ```swift
/// let shares = try ShuShares(
///   capital: .percent("25"), activity: .percent("30"),
///   funds: [.init("cadangan", .percent("45"))])
/// let decision = try ShuDecision(
///   year: 2025, on: BookDate(parsing: "2026-03-20"), number: "04/RAT/2026",
///   plan: ShuPlan(shares), accounts: ["cadangan": "3-2000"])
/// ```
public struct ShuDecision: Hashable, Sendable, Codable {
  /// The book year that it divides.
  public let year: Int
  /// The day of the meeting.
  public let decidedOn: BookDate
  /// The number under which it stands in the minutes.
  public let number: String
  /// How it is divided.
  public let plan: ShuPlan
  /// Where each fund is booked, by its name.
  public let accounts: [String: AccountCode]
  /// How many months a member's part waits for them before it may go to a fund.
  public let claimMonths: Int
  /// How long a part waits where nobody decides otherwise: a year.
  public static let usualClaimMonths = 12

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      year: object.decode(Int.self, forKey: .year),
      on: object.decode(BookDate.self, forKey: .decidedOn),
      number: object.decode(String.self, forKey: .number),
      plan: object.decode(ShuPlan.self, forKey: .plan),
      accounts: object.decode([String: AccountCode].self, forKey: .accounts),
      claimMonths: object.decode(Int.self, forKey: .claimMonths))
  }

  /// Checks and makes a decision.
  ///
  /// - Parameters:
  ///   - year: The book year.
  ///   - date: The day of the meeting.
  ///   - number: The number in the minutes.
  ///   - plan: Shares, bases and rounding.
  ///   - accounts: The account of every fund: of equity for reserves, of liabilities for funds that
  ///     are paid out.
  ///   - claimMonths: How long a part waits for its member.
  /// - Throws: `shu.decisionUnfit` for a number that cannot be printed, a fund without an account,
  ///   an account without a fund, or a time of no month.
  public init(
    year: Int, on date: BookDate, number: String, plan: ShuPlan,
    accounts: [String: AccountCode], claimMonths: Int = Self.usualClaimMonths
  ) throws(LedgerError) {
    guard number.isUsableText, !number.isEmpty else {
      throw .shuDecisionUnfit(
        Phrase(id: "nomor putusannya tidak terbaca", en: "the number of the decision is unreadable")
      )
    }
    let names = plan.shares.funds.map(\.name)
    for name in names where accounts[name] == nil {
      throw .shuDecisionUnfit(
        Phrase(
          id: "dana “\(name.quotable)” belum punya akun",
          en: "the fund “\(name.quotable)” has no account"))
    }
    for name in accounts.keys.sorted() where !names.contains(name) { throw .shuFundUnknown(name) }
    guard (1...600).contains(claimMonths) else {
      throw .shuDecisionUnfit(
        Phrase(
          id: "waktu mengambil SHU harus 1 sampai 600 bulan",
          en: "the time for taking the SHU must be 1 to 600 months"))
    }
    self.year = year
    decidedOn = date
    self.number = number
    self.plan = plan
    self.accounts = accounts
    self.claimMonths = claimMonths
  }
}
