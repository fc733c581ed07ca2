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
public struct ShuDistribution: Hashable, Sendable {
  /// One pot.
  public struct Pot: Hashable, Sendable {
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
  public struct Part: Hashable, Sendable {
    /// The member with both bases.
    public let base: ShuBase
    /// The part by capital (jasa modal).
    public let capital: Rupiah
    /// The part by activity (jasa usaha).
    public let activity: Rupiah
    /// Both together.
    public let total: Rupiah
  }

  /// What is divided.
  public let shu: Rupiah
  /// To which amounts the parts of members are rounded.
  public let step: Rupiah
  /// The pots of members, then the funds in the order of the decision; they sum to the SHU but for
  /// sen beyond its whole rupiah.
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
  /// - Throws: `shu.nothingToDivide` for a loss or nothing; `rounding.stepRefused`;
  ///   `amount.notPositive` for a negative base; `amount.overflow`.
  public init(
    of shu: Rupiah, by shares: ShuShares, among members: [ShuBase], step: Rupiah = 1
  ) throws(LedgerError) {
    guard shu.isPositive else { throw .shuNothingToDivide(shu) }
    try Rounding(.down, to: step).requireOffered()
    let whole = Rupiah(sen: shu.sen - shu.sen % 100)
    let all = shares.all
    let amounts = try Allocation.divide(
      whole, by: all.map { Rupiah(sen: $0.share.billionths) }, step: 1)
    let capital = try Division(amounts[0], by: members.map(\.capital), step: step)
    let activity = try Division(amounts[1], by: members.map(\.activity), step: step)
    var pots: [Pot] = []
    for (index, (share, amount)) in zip(all, amounts).enumerated() {
      let division = [capital, activity].dropFirst(index).first
      pots.append(
        Pot(
          name: share.name, share: share.share, amount: amount,
          base: index < 2 ? division?.base : nil,
          undistributed: index < 2 ? division?.rest ?? .zero : .zero))
    }
    var parts: [Part] = []
    parts.reserveCapacity(members.count)
    for (index, base) in members.enumerated() {
      let (own, business) = (capital.parts[index], activity.parts[index])
      parts.append(
        Part(base: base, capital: own, activity: business, total: try own + business))
    }
    self.shu = shu
    self.step = step
    self.pots = pots
    self.parts = parts
    undistributed = try (try shu - whole) + (try capital.rest + activity.rest)
  }

  /// A pot divided in proportion to bases.
  private struct Division {
    let base: Rupiah
    let parts: [Rupiah]
    let rest: Rupiah

    init(_ pot: Rupiah, by bases: [Rupiah], step: Rupiah) throws(LedgerError) {
      if let negative = bases.first(where: \.isNegative) { throw .amountNotPositive(negative) }
      base = try bases.sum()
      guard base.isPositive else {
        parts = bases.map { _ in .zero }
        rest = pot
        return
      }
      guard step > 1 else {
        parts = try Allocation.divide(pot, by: bases, step: step)
        rest = .zero
        return
      }
      var parts: [Rupiah] = []
      parts.reserveCapacity(bases.count)
      for own in bases {
        let exact = ExactAmount(sen: Int128(pot.sen) * Int128(own.sen), over: Int128(base.sen))
        parts.append(try Rounding(.down, to: step).round(exact))
      }
      self.parts = parts
      rest = try pot - parts.sum()
    }
  }
}
