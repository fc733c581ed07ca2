/// A figure of the cooperative beside the limit that a regulation sets for it (batas).
public struct SupervisionLimit: Hashable, Sendable, Codable {
  /// Which limit.
  public enum Name: String, CaseIterable, Sendable, Codable {
    /// What one borrower owes, as a part of own capital (BMPP).
    case borrower
    /// The same of a borrower who is related to the cooperative: board, supervisors.
    case relatedBorrower
    /// Pokok and wajib of one member, as a part of own capital.
    case memberCapital
    /// Own capital, beside that with which the cooperative began: the least that it may be.
    case ownCapital
    /// What is borrowed from banks and others, as a part of the assets.
    case borrowings
    /// Modal penyertaan, as a part of the assets.
    case participation
    /// The rate of a loan product.
    case loanRate
    /// The rate of savings and term deposits.
    case savingsRate
    /// The own capital from which on a public accountant audits the year.
    case audit

    /// What the limit is of.
    public var name: Phrase {
      switch self {
      case .borrower: Phrase(id: "Pinjaman satu peminjam", en: "Loans of one borrower")
      case .relatedBorrower: Phrase(id: "Pinjaman pihak terkait", en: "Loans of a related party")
      case .memberCapital: Phrase(id: "Pokok dan wajib satu anggota", en: "Capital of one member")
      case .ownCapital: Phrase(id: "Modal sendiri", en: "Own capital")
      case .borrowings: Phrase(id: "Utang bank dan lainnya", en: "Borrowings")
      case .participation: Phrase(id: "Modal penyertaan", en: "Participation capital")
      case .loanRate: Phrase(id: "Jasa pinjaman", en: "Loan interest")
      case .savingsRate: Phrase(id: "Jasa simpanan", en: "Savings interest")
      case .audit: Phrase(id: "Audit akuntan publik", en: "Audit by a public accountant")
      }
    }

    /// The regulation that sets it.
    public var rule: String {
      switch self {
      case .borrower: "Permenkop UKM 8/2023 pasal 45"
      case .relatedBorrower: "Permenkop UKM 8/2023 pasal 44"
      case .memberCapital, .ownCapital: "Permenkop UKM 8/2023 pasal 63"
      case .borrowings: "Permenkop UKM 8/2023 pasal 65"
      case .participation: "Permenkop UKM 8/2023 pasal 68"
      case .loanRate: "Permenkop UKM 8/2023 pasal 27"
      case .savingsRate: "Permenkop UKM 8/2023 pasal 26"
      case .audit: "Permenkop UKM 2/2024 pasal 12"
      }
    }

    /// The largest share of own capital, or of the assets; nil where the limit is no share.
    public var share: Share? {
      switch self {
      case .borrower: LendingLimit.others
      case .relatedBorrower: .percent("10")
      case .memberCapital: .percent("20")
      case .borrowings: .percent("40")
      case .participation: .percent("25")
      case .ownCapital, .loanRate, .savingsRate, .audit: nil
      }
    }

    /// The largest amount where own capital, or the assets, are `base`; a base below zero allows
    /// nothing.
    ///
    /// - Throws: `amount.overflow`.
    package func largest(of base: Rupiah) throws(LedgerError) -> Rupiah {
      try share?.of(base.orZero, rounded: Rounding(.down, to: 1)) ?? .zero
    }
  }

  /// The figure and its limit.
  public enum Measure: Hashable, Sendable, Codable {
    /// Amounts.
    case amount(Rupiah, limit: Rupiah)
    /// Rates a year.
    case rate(Rate, limit: Rate)

    // What the values are called on a wire.
    private enum AmountCodingKeys: String, CodingKey { case _0 = "figure", limit }
    private enum RateCodingKeys: String, CodingKey { case _0 = "figure", limit }
  }

  /// Whose figure it is.
  public enum Subject: Hashable, Sendable, Codable {
    /// A member, with their name.
    case member(MemberNumber, name: String)
    /// A product.
    case product(ProductCode)

    // What the values are called on a wire.
    private enum MemberCodingKeys: String, CodingKey { case _0 = "number", name }
    private enum ProductCodingKeys: String, CodingKey { case _0 = "code" }
  }

  /// Which limit.
  public let name: Name
  /// Whose figure it is; nil for the cooperative as a whole.
  public let subject: Subject?
  /// The figure beside the limit.
  public let measure: Measure

  /// Whether a figure is to be the limit or more, not the limit or less.
  public var isLeast: Bool { name == .ownCapital }

  /// Whether the figure is within the limit; own capital from which on an audit is due is not.
  public var isKept: Bool {
    switch measure {
    case .amount(let figure, let limit) where isLeast: figure >= limit
    case .amount(let figure, let limit): name == .audit ? figure < limit : figure <= limit
    case .rate(let figure, let limit): figure.billionthsPerYear <= limit.billionthsPerYear
    }
  }
}
