extension LoanFee {
  /// When a charge that is income of the cooperative becomes it (pengakuan provisi).
  public enum Earning: String, TermWord {
    /// When the loan is paid out.
    case atOnce = "once"
    /// Day by day over the life of the plan, every day alike.
    case straight
    /// Day by day in proportion to the principal that the plan leaves outstanding, so that the
    /// charge adds the same to the yield of every rupiah that is lent.
    case effective

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .atOnce: Phrase(id: "sekaligus", en: "at once")
      case .straight: Phrase(id: "garis lurus", en: "straight line")
      case .effective: Phrase(id: "sebanding sisa pokok", en: "by outstanding principal")
      }
    }

    /// Indonesian words.
    public static let otherWords: [String: Self] = [
      "sekaligus": .atOnce, "garis-lurus": .straight, "efektif": .effective,
    ]
  }

  /// Whether it waits among unearned income when the loan is paid out.
  public var isSpread: Bool { earning != .atOnce }
}
