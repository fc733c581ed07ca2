/// What becomes of a term deposit on its day of maturity (perpanjangan otomatis, ARO).
public enum TermRollOver: String, TermWord {
  /// It waits to be paid out and earns nothing.
  case none
  /// It runs again for the same tenor, at the rate of the day; interest is paid out.
  case principal
  /// The same, with interest that is paid at maturity added to it.
  case withInterest = "with-interest"

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .none: Phrase(id: "tidak diperpanjang", en: "not rolled over")
    case .principal: Phrase(id: "pokok diperpanjang", en: "principal rolled over")
    case .withInterest: Phrase(id: "pokok dan jasa diperpanjang", en: "rolled over with interest")
    }
  }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "tidak": .none, "pokok": .principal, "dengan-jasa": .withInterest,
  ]
}
