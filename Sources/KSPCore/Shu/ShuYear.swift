/// The SHU of a year in the book: what was decided, how it is divided, and what members got of it
/// (daftar pembagian SHU).
public struct ShuYear: Hashable, Sendable, Codable {
  /// How far it has come.
  public enum State: String, CaseIterable, Sendable, Codable {
    /// The shares are planned; nothing is decided.
    case planned
    /// The meeting has decided; nothing is booked.
    case decided
    /// It is booked: every member has a part.
    case posted
  }

  /// The voucher that divided it.
  public struct Posting: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// Its day.
    public let date: BookDate

    /// Names the voucher.
    package init(entry: EntryNumber, date: BookDate) {
      self.entry = entry
      self.date = date
    }
  }

  /// What became of one member's part.
  public struct Recipient: Hashable, Sendable, Codable {
    /// The part with its bases.
    public let part: ShuDistribution.Part
    /// What was paid of it, by vouchers that stand.
    public let paid: Rupiah
    /// What went to a fund because nobody took it.
    public let forfeited: Rupiah
    /// What is still owed to the member.
    public let left: Rupiah
    /// When the member left; nil for one who has not.
    public let leftOn: BookDate?

    /// A part with what became of it.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      part: ShuDistribution.Part, paid: Rupiah = .zero, forfeited: Rupiah = .zero,
      leftOn: BookDate? = nil
    ) throws(LedgerError) {
      self.part = part
      self.paid = paid
      self.forfeited = forfeited
      self.leftOn = leftOn
      left = try part.total - paid - forfeited
    }
  }

  /// The book year.
  public let year: Int
  /// How it is divided.
  public let plan: ShuPlan
  /// What the meeting decided; nil while the shares are planned.
  public let decision: ShuDecision?
  /// The voucher; nil before it is booked.
  public let posting: Posting?
  /// Pots and parts.
  public let distribution: ShuDistribution
  /// What rounding left for the fund that the plan names; nothing where it names none.
  public let rest: Rupiah
  /// What neither a fund nor a member gets, and stays undistributed.
  public let undistributed: Rupiah
  private let booked: [String: Rupiah]
  /// The members, in the order of their numbers, each with what became of the part.
  public let recipients: [Recipient]
  /// What was paid to members.
  public let paid: Rupiah
  /// What went to a fund because nobody took it.
  public let forfeited: Rupiah
  /// What is still owed to members; nothing before it is booked.
  public let left: Rupiah

  /// Gathers a year.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    _ year: Int, _ plan: ShuPlan, _ decision: ShuDecision?, posting: Posting?,
    _ distribution: ShuDistribution, _ recipients: [Recipient]
  ) throws(LedgerError) {
    self.year = year
    self.plan = plan
    self.decision = decision
    self.posting = posting
    self.distribution = distribution
    self.recipients = recipients
    let leftOver = distribution.pots.filter { !$0.hasNobody }.map(\.undistributed)
    rest = plan.restFund == nil ? .zero : try leftOver.sum()
    undistributed = try distribution.undistributed - rest
    var booked: [String: Rupiah] = [:]
    for pot in distribution.pots {
      let isFund = pot.base == nil
      booked[pot.name] =
        try pot.amount - pot.undistributed
        + (isFund && pot.name == plan.restFund ? rest : .zero)
        + (isFund && pot.name == plan.othersFund ? distribution.aside : .zero)
    }
    self.booked = booked
    paid = try recipients.map(\.paid).sum()
    forfeited = try recipients.map(\.forfeited).sum()
    left = posting == nil ? .zero : try recipients.map(\.left).sum()
  }

  /// How far it has come.
  public var state: State { posting != nil ? .posted : decision != nil ? .decided : .planned }

  /// What is booked for a fund: its pot, with what rounding left and what was set aside where these
  /// go to it; of a pot of members what they get.
  public func booked(_ pot: ShuDistribution.Pot) -> Rupiah {
    booked[pot.name] ?? .zero
  }

  /// The slip of one member.
  ///
  /// - Throws: `shu.memberWithoutPart`.
  public func slip(of member: MemberNumber) throws(LedgerError) -> ShuSlip {
    guard let recipient = recipients.first(where: { $0.part.base.member == member }) else {
      throw .shuMemberWithoutPart(member, year: year)
    }
    return ShuSlip(year: self, recipient: recipient)
  }

  /// The slips of all members.
  public var slips: some Sequence<ShuSlip> {
    recipients.lazy.map { ShuSlip(year: self, recipient: $0) }
  }
}

/// What one member gets of the SHU of a year, with both bases and how it was worked out.
public struct ShuSlip: Hashable, Sendable, Codable {
  /// One of the two pots of members.
  public struct Working: Hashable, Sendable, Codable {
    /// `capital` or `activity`.
    public let name: String
    /// The pot.
    public let pot: Rupiah
    /// The base of the member.
    public let base: Rupiah
    /// The bases of all members.
    public let total: Rupiah
    /// What the member gets of the pot.
    public let part: Rupiah
  }

  /// The book year.
  public let year: Int
  /// How it is divided.
  public let plan: ShuPlan
  /// What the meeting decided; nil while the shares are planned.
  public let decision: ShuDecision?
  /// The voucher; nil before it is booked.
  public let posting: ShuYear.Posting?
  /// The SHU that is divided.
  public let shu: Rupiah
  /// What of it comes from business with others and went to a fund undivided.
  public let aside: Rupiah
  /// The member's part and what became of it.
  public let recipient: ShuYear.Recipient
  /// Capital, then activity.
  public let workings: [Working]

  /// The slip of a member of a year.
  init(year: ShuYear, recipient: ShuYear.Recipient) {
    self.year = year.year
    plan = year.plan
    decision = year.decision
    posting = year.posting
    shu = year.distribution.shu
    aside = year.distribution.aside
    self.recipient = recipient
    let part = recipient.part
    let own = [(part.base.capital, part.capital), (part.base.activity, part.activity)]
    workings = zip(year.distribution.pots, own).map { pot, own in
      Working(
        name: pot.name, pot: pot.amount, base: own.0, total: pot.base ?? .zero, part: own.1)
    }
  }
}

extension ShuYear.Recipient: Identifiable {
  /// The member's number.
  public var id: MemberNumber { part.base.member }
}
