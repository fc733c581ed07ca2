/// How a loan is repaid, named by its formula; “efektif” is avoided because the word means two of
/// them in this country.
public enum LoanMethod: String, TermWord {
  /// Flat (tetap): equal parts of the principal, interest on the amount lent.
  case flat
  /// Declining (menurun): equal parts of the principal, interest on what is still owed.
  case declining
  /// Annuity (anuitas): a level installment, interest on what is still owed.
  case annuity
  /// Bullet (musiman, yarnen): the whole principal at the end.
  case bullet
  /// Fixed price (harga tetap): the interest of a declining loan, spread evenly over the
  /// installments, as when goods are sold on installments.
  case fixedPrice = "fixed-price"

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .flat: Phrase(id: "flat", en: "flat")
    case .declining: Phrase(id: "menurun", en: "declining")
    case .annuity: Phrase(id: "anuitas", en: "annuity")
    case .bullet: Phrase(id: "musiman (pokok di akhir)", en: "bullet (principal at the end)")
    case .fixedPrice: Phrase(id: "harga tetap", en: "fixed price")
    }
  }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "tetap": .flat, "menurun": .declining, "anuitas": .annuity, "musiman": .bullet,
    "yarnen": .bullet, "harga-tetap": .fixedPrice,
  ]
}

/// When the interest of a loan is to be paid.
public enum InterestDue: String, TermWord {
  /// With every installment.
  case eachInstallment = "each"
  /// With the principal at the end, for bullet loans; one installment is due.
  case atEnd = "end"
  /// Cut from the money at disbursement (potongan di muka); installments are principal only.
  case inAdvance = "advance"

  /// The name for people.
  public var name: Phrase {
    switch self {
    case .eachInstallment: Phrase(id: "setiap angsuran", en: "with each installment")
    case .atEnd: Phrase(id: "di akhir", en: "at the end")
    case .inAdvance: Phrase(id: "di muka", en: "in advance")
    }
  }

  /// Indonesian words.
  public static let otherWords: [String: Self] = [
    "setiap": .eachInstallment, "akhir": .atEnd, "di-muka": .inAdvance,
  ]
}
