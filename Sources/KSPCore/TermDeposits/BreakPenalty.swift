/// What a term deposit costs that is broken before its time (penalti pencairan).
///
/// Interest that has run since the last value date is paid to the day beside a share of the
/// principal, a share of the balance or a fixed sum; it is forfeited beside a share of the interest
/// that was paid, and where that is all that is lost.
public enum BreakPenalty: Hashable, Sendable {
  /// What a share is taken of.
  public enum Base: String, TermWord {
    /// What was placed at opening or roll-over.
    case principal
    /// The gross interest of the value dates that have passed since then.
    case interestPaid = "interest-paid"
    /// What is on the deposit when it is broken, with interest that was added to it.
    case balance

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .principal: Phrase(id: "pokok", en: "principal")
      case .interestPaid: Phrase(id: "jasa yang sudah dibayar", en: "interest that was paid")
      case .balance: Phrase(id: "saldo", en: "balance")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "pokok": .principal, "jasa-dibayar": .interestPaid, "saldo": .balance,
    ]
  }

  /// A share of something.
  case share(Share, of: Base)
  /// A sum.
  case fixed(Rupiah)
  /// Nothing but the interest that has run since the last value date.
  case forfeit

  /// Whether interest that has run since the last value date is paid to the day.
  public var paysRunningInterest: Bool {
    switch self {
    case .share(_, .principal), .share(_, .balance), .fixed: true
    case .share(_, .interestPaid), .forfeit: false
    }
  }
}

extension BreakPenalty: CustomStringConvertible {
  /// What ``init(parsing:)`` reads: `0.5%:principal`, `fixed:50000`, `forfeit`.
  public var description: String {
    switch self {
    case .share(let share, let base): "\(share):\(base.rawValue)"
    case .fixed(let amount): "fixed:\(amount)"
    case .forfeit: "forfeit"
    }
  }

  /// The rule for people: `0,5% dari pokok`.
  public var inWords: Phrase {
    switch self {
    case .share(let share, let base):
      Phrase(
        id: "\(share.inWords.indonesian) dari \(base.name.indonesian)"
          + (paysRunningInterest ? "" : ", jasa berjalan hangus"),
        en: "\(share.inWords.english) of the \(base.name.english)"
          + (paysRunningInterest ? "" : ", running interest forfeited"))
    case .fixed(let amount): Phrase(id: amount.formatted, en: amount.formatted)
    case .forfeit: Phrase(id: "jasa berjalan hangus", en: "running interest forfeited")
    }
  }

  /// Reads `0.5%:principal`, `25%:interest-paid`, `10%:balance`, `fixed:50000`, `forfeit`, in
  /// either language (`0,5%:pokok`, `25%:jasa-dibayar`, `10%:saldo`, `tetap:50000`, `hangus`).
  ///
  /// - Throws: `term.unreadable`, `share.unreadable`, `amount.unreadable`, `amount.notPositive`;
  ///   `term.unreadable` also for more than the whole.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let whole = String(text)
    let form = Phrase(
      id: "0,5%:pokok, 25%:jasa-dibayar, 10%:saldo, tetap:50000 atau hangus",
      en: "0.5%:principal, 25%:interest-paid, 10%:balance, fixed:50000 or forfeit")
    if ["forfeit", "hangus"].contains(whole.lowercased()) {
      self = .forfeit
      return
    }
    guard let (left, right) = TermText.divided(Substring(whole), at: ":") else {
      throw .termUnreadable(whole, form: form)
    }
    if ["fixed", "tetap"].contains(left.lowercased()) {
      self = .fixed(try TermText.amount(right))
      return
    }
    let share = try Share(parsing: left)
    guard let base = try? Base(parsing: right), share <= .whole else {
      throw .termUnreadable(whole, form: form)
    }
    self = .share(share, of: base)
  }
}

extension BreakPenalty: Codable {
  /// Reads a penalty as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, BreakPenalty.init(parsing:))
  }

  /// Writes a penalty as its text, `"0.5%:principal"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}
