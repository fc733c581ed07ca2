/// The tax slip of one member for one month and code (bukti potong); kept at 0 % as well.
public struct WithholdingSlip: Hashable, Sendable, Codable {
  /// The month.
  public let month: BookMonth
  /// The member's number.
  public let memberNumber: MemberNumber
  /// The member's name.
  public let memberName: String
  /// The member's national identity number (NIK), if known.
  public let nik: String?
  /// The member's tax number (NPWP), if known.
  public let npwp: String?
  /// As what the member was taxed.
  public let memberKind: TaxPayer
  /// The article that the tax is owed under.
  public let article: TaxArticle
  /// The rate that was applied; nothing where the interest was free.
  public let rate: Share
  /// The gross interest of the month over all accounts and sources.
  public let gross: Rupiah
  /// The tax on it.
  public let tax: Rupiah
  /// The part of the tax that could not be withheld and is claimed from the member.
  public let claimed: Rupiah
  /// What was withheld in the month for claims of earlier months.
  public let recovered: Rupiah
  /// Whether it was recomputed after the month had been closed.
  public let isCorrection: Bool

  /// The tax object code.
  public var code: String { article.objectCode(tax: tax) }

  /// Gathers a slip.
  package init(
    month: BookMonth, memberNumber: MemberNumber, memberName: String, nik: String? = nil,
    npwp: String? = nil, memberKind: TaxPayer, article: TaxArticle? = nil,
    rate: Share = .zero, gross: Rupiah, tax: Rupiah, claimed: Rupiah = .zero,
    recovered: Rupiah = .zero, isCorrection: Bool = false
  ) {
    self.month = month
    self.memberNumber = memberNumber
    self.memberName = memberName
    self.nik = nik
    self.npwp = npwp
    self.memberKind = memberKind
    self.article = article ?? (memberKind == .individual ? .final : .general)
    self.rate = rate
    self.gross = gross
    self.tax = tax
    self.claimed = claimed
    self.recovered = recovered
    self.isCorrection = isCorrection
  }
}
