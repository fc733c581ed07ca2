/// The five classes of accounts (golongan akun).
public enum AccountType: String, CaseIterable, Sendable, Codable {
  /// Aset.
  case asset
  /// Kewajiban.
  case liability
  /// Ekuitas.
  case equity
  /// Pendapatan.
  case income
  /// Beban.
  case expense

  /// The name for people.
  package var name: Phrase {
    switch self {
    case .asset: Phrase(id: "aset", en: "asset")
    case .liability: Phrase(id: "kewajiban", en: "liability")
    case .equity: Phrase(id: "ekuitas", en: "equity")
    case .income: Phrase(id: "pendapatan", en: "income")
    case .expense: Phrase(id: "beban", en: "expense")
    }
  }

  /// The side on which the account normally grows (saldo normal).
  public var normalSide: Side {
    switch self {
    case .asset, .expense: .debit
    case .liability, .equity, .income: .credit
    }
  }
}

/// One of the two sides of an account.
public enum Side: String, Sendable, Codable {
  /// Debet: left.
  case debit
  /// Kredit: right.
  case credit
}

extension Side {
  /// A signed debit-positive figure, as seen from this side: a credit balance of a liability is
  /// positive.
  ///
  /// - Throws: `amount.overflow` for the one amount that cannot be negated.
  public func balance(debitPositive amount: Rupiah) throws(LedgerError) -> Rupiah {
    switch self {
    case .debit: amount
    case .credit: try amount.negated()
    }
  }
}
