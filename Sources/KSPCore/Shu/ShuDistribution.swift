/// The SHU of a year divided into pots, and the pots of members into parts.
///
/// Pots are whole rupiah by the largest remainder. The parts of a pot are in proportion to the
/// members' bases: by the largest remainder to the rupiah or the sen, so that they sum to the pot;
/// to a coarser step each is rounded down, and the rest is left undistributed, for the fund that
/// the decision names. Nothing is lost: pots and parts with ``undistributed`` are the SHU.
///
/// ```swift
/// let shu = try ShuDistribution(
///   of: 40_000_000, by: shares, among: members, step: 1)
/// ```
public struct ShuDistribution: Hashable, Sendable, Codable {
  /// One pot.
  public struct Pot: Hashable, Sendable, Codable {
    /// `capital`, `activity`, or the name of a fund.
    public let name: String
    /// Its share of the SHU.
    public let share: Share
    /// The whole rupiah in it.
    public let amount: Rupiah
    /// What the bases of all members come to; nil for a fund, which is not divided.
    public let base: Rupiah?
    /// What no member got of it: all of it where the base is nothing, otherwise what rounding left.
    public let undistributed: Rupiah

    /// Whether there was an amount and nobody to give it to.
    public var hasNobody: Bool { base?.isZero == true && amount.isPositive }
  }

  /// What one member gets.
  public struct Part: Hashable, Sendable, Codable {
    /// The member with both bases.
    public let base: ShuBase
    /// The part by capital (jasa modal).
    public let capital: Rupiah
    /// The part by activity (jasa usaha).
    public let activity: Rupiah
    /// Both together.
    public let total: Rupiah

    /// What a member gets of both pots.
    ///
    /// - Throws: `amount.overflow`.
    package init(base: ShuBase, capital: Rupiah, activity: Rupiah) throws(LedgerError) {
      self.base = base
      self.capital = capital
      self.activity = activity
      total = try capital + activity
    }
  }

  /// What is divided.
  public let shu: Rupiah
  /// To which amounts the parts of members are rounded.
  public let step: Rupiah
  /// What comes from business with others and goes to a fund undivided.
  public let aside: Rupiah
  /// The pots of members, then the funds in the order of the decision; they sum to the SHU but for
  /// what is set aside, and sen beyond its whole rupiah.
  public let pots: [Pot]
  /// The parts, in the order in which the members were given.
  public let parts: [Part]
  /// What neither a fund nor a member got: pots without a base, what a coarser step left, and sen
  /// beyond the whole rupiah of the SHU.
  public let undistributed: Rupiah

  /// Divides an SHU.
  ///
  /// Where two members have equal remainders, the one given first gets the rupiah; otherwise their
  /// order changes nothing.
  ///
  /// - Parameters:
  ///   - shu: The surplus after tax; more than nothing.
  ///   - shares: The shares of the decision.
  ///   - members: The members with their bases, none negative.
  ///   - step: 1 sen, or 1, 50, 100, 500 or 1,000 rupiah.
  ///   - aside: What goes to a fund undivided: whole rupiah, no more than the SHU.
  /// - Throws: `shu.nothingToDivide` for a loss or nothing; `rounding.stepRefused`;
  ///   `amount.notPositive` for a negative base; `amount.overflow`.
  public init(
    of shu: Rupiah, by shares: ShuShares, among members: [ShuBase], step: Rupiah = 1,
    aside: Rupiah = .zero
  ) throws(LedgerError) {
    guard shu.isPositive else { throw .shuNothingToDivide(shu) }
    try Rounding(.down, to: step).requireOffered()
    let amounts = try Self.amounts(of: shu - aside, by: shares)
    let capital = try Self.divide(amounts[0], by: members.map(\.capital), step: step)
    let activity = try Self.divide(amounts[1], by: members.map(\.activity), step: step)
    var parts: [Part] = []
    parts.reserveCapacity(members.count)
    for (index, base) in members.enumerated() {
      parts.append(try Part(base: base, capital: capital[index], activity: activity[index]))
    }
    try self.init(
      of: shu, by: shares, step: step, aside: aside, amounts: amounts, parts: parts)
  }

  /// A distribution that was made before, with the pots and parts that it gave.
  ///
  /// - Parameters:
  ///   - shu: What was divided.
  ///   - shares: The shares of the decision.
  ///   - step: To which amounts parts were rounded.
  ///   - aside: What went to a fund undivided.
  ///   - amounts: The pots: capital, activity, then the funds in the order of the decision.
  ///   - parts: What every member got.
  /// - Throws: `amount.overflow`.
  package init(
    of shu: Rupiah, by shares: ShuShares, step: Rupiah, aside: Rupiah = .zero, amounts: [Rupiah],
    parts: [Part]
  ) throws(LedgerError) {
    let sums = [
      (base: try parts.map(\.base.capital).sum(), given: try parts.map(\.capital).sum()),
      (base: try parts.map(\.base.activity).sum(), given: try parts.map(\.activity).sum()),
    ]
    var pots: [Pot] = []
    for (index, (share, amount)) in zip(shares.all, amounts).enumerated() {
      let isOfMembers = index < sums.count
      pots.append(
        Pot(
          name: share.name, share: share.share, amount: amount,
          base: isOfMembers ? sums[index].base : nil,
          undistributed: isOfMembers ? try amount - sums[index].given : .zero))
    }
    self.shu = shu
    self.step = step
    self.aside = aside
    self.pots = pots
    self.parts = parts
    undistributed = try shu - aside - (try amounts.sum()) + (try pots.map(\.undistributed).sum())
  }

  /// The whole rupiah of every pot.
  private static func amounts(
    of shu: Rupiah, by shares: ShuShares
  ) throws(LedgerError) -> [Rupiah] {
    try Allocation.divide(
      Rupiah(sen: shu.sen - shu.sen % 100),
      by: shares.all.map { Rupiah(sen: $0.share.billionths) }, step: 1)
  }

  /// A pot divided in proportion to bases; nothing for anybody where there is no base.
  private static func divide(
    _ pot: Rupiah, by bases: [Rupiah], step: Rupiah
  ) throws(LedgerError) -> [Rupiah] {
    if let negative = bases.first(where: \.isNegative) { throw .amountNotPositive(negative) }
    let sum = try bases.sum()
    guard sum.isPositive else { return bases.map { _ in .zero } }
    guard step > 1 else { return try Allocation.divide(pot, by: bases, step: step) }
    var parts: [Rupiah] = []
    parts.reserveCapacity(bases.count)
    for own in bases {
      let exact = ExactAmount(sen: Int128(pot.sen) * Int128(own.sen), over: Int128(sum.sen))
      parts.append(try Rounding(.down, to: step).round(exact))
    }
    return parts
  }
}
