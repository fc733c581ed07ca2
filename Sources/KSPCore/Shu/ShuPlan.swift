/// How the SHU of a year is to be divided: the shares, by what members take part, and the rounding.
public struct ShuPlan: Hashable, Sendable, Codable {
  /// The shares of members and of the funds.
  public let shares: ShuShares
  /// By what members take part.
  public let bases: ShuBaseRules
  /// To which amounts the parts of members are rounded.
  public let step: Rupiah
  /// The fund that gets what a coarser step leaves; nil leaves it undistributed.
  public let restFund: String?
  /// The fund that gets the SHU of business with others, where only that of business with members
  /// is divided; nil where all of it is.
  public let othersFund: String?

  /// Reads what was written, with the same checks as a new one.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      object.decode(ShuShares.self, forKey: .shares),
      bases: object.decode(ShuBaseRules.self, forKey: .bases),
      step: object.decode(Rupiah.self, forKey: .step),
      restFund: object.decodeIfPresent(String.self, forKey: .restFund),
      othersFund: object.decodeIfPresent(String.self, forKey: .othersFund))
  }

  /// Checks and makes a plan.
  ///
  /// - Parameters:
  ///   - shares: The shares, which are 100 % together.
  ///   - bases: By what members take part.
  ///   - step: 1, 50, 100, 500 or 1,000 rupiah.
  ///   - restFund: The fund that gets what a coarser step leaves.
  ///   - othersFund: The fund that gets the SHU of business with others, such as the reserve; nil
  ///     to divide all of it.
  /// - Throws: `shu.decisionUnfit` for a step below the rupiah, a fund that there is not, and
  ///   points where business is measured otherwise; `rounding.stepRefused`.
  public init(
    _ shares: ShuShares, bases: ShuBaseRules = ShuBaseRules(), step: Rupiah = 1,
    restFund: String? = nil, othersFund: String? = nil
  ) throws(LedgerError) {
    guard step >= 1 else {
      throw .shuDecisionUnfit(
        Phrase(
          id: "bagian anggota dibukukan dalam rupiah bulat",
          en: "parts of members are booked in whole rupiah"))
    }
    try Rounding(.down, to: step).requireOffered()
    for fund in [restFund, othersFund].compactMap(\.self)
    where !shares.funds.map(\.name).contains(fund) {
      throw .shuFundUnknown(fund)
    }
    try bases.requireFit()
    self.shares = shares
    self.bases = bases
    self.step = step
    self.restFund = restFund
    self.othersFund = othersFund
  }
}
