/// How a loan is repaid, named by its formula; “efektif” is avoided because the word means two of
/// them in this country.
public enum LoanMethod: String, CaseIterable, Sendable {
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
}

/// When the interest of a loan is to be paid.
public enum InterestDue: String, CaseIterable, Sendable {
  /// With every installment.
  case eachInstallment = "each"
  /// With the principal at the end, for bullet loans; one installment is due.
  case atEnd = "end"
  /// Cut from the money at disbursement (potongan di muka); installments are principal only.
  case inAdvance = "advance"
}
