/// When and where the interest of a term deposit is paid (cara bayar jasa berjangka).
public enum TermPayout: String, TermWord {
  /// On each value date, into the member's savings.
  case savings
  /// On each value date, in cash.
  case cash
  /// On each value date, into the deposit itself, where it earns from then on.
  case capitalise
  /// Once, for the whole tenor, on the day of maturity.
  case maturity
  /// Once, for the whole tenor, on the day of opening: the member hands over that much less.
  case advance

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .savings: Phrase(id: "bulanan ke simpanan", en: "monthly into savings")
    case .cash: Phrase(id: "bulanan tunai", en: "monthly in cash")
    case .capitalise: Phrase(id: "bulanan menambah pokok", en: "monthly added to the deposit")
    case .maturity: Phrase(id: "saat jatuh tempo", en: "at maturity")
    case .advance: Phrase(id: "di muka", en: "in advance")
    }
  }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "simpanan": .savings, "tunai": .cash, "kapitalisasi": .capitalise, "capitalize": .capitalise,
    "jatuh-tempo": .maturity, "di-muka": .advance,
  ]

  /// Whether interest falls due every month, and not once for the whole tenor.
  public var isMonthly: Bool { self == .savings || self == .cash || self == .capitalise }
}
