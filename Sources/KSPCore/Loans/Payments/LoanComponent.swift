/// What a part of a payment settles.
public enum LoanComponent: String, TermWord {
  /// Late fees (denda).
  case lateFee = "late-fee"
  /// Interest (jasa).
  case interest
  /// The third part of an installment (administrasi).
  case administration
  /// Principal (pokok).
  case principal

  /// The word for it.
  public var name: Phrase {
    switch self {
    case .lateFee: Phrase(id: "Denda", en: "Late fee")
    case .interest: Phrase(id: "Jasa", en: "Interest")
    case .administration: Phrase(id: "Administrasi", en: "Administration")
    case .principal: Phrase(id: "Pokok", en: "Principal")
    }
  }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "denda": .lateFee, "jasa": .interest, "administrasi": .administration, "pokok": .principal,
  ]
}
