/// Somebody who asks for a loan (permohonan pinjaman).
public struct LoanApplication: Hashable, Sendable, Codable {
  /// The member's number.
  public var member: MemberNumber
  /// The product's code.
  public var product: ProductCode
  /// The amount.
  public var amount: Rupiah
  /// The number of installments; nil for the product's.
  public var count: Int?
  /// The rate, where it was agreed apart; nil for the product's.
  public var rate: Rate?
  /// The day of the application.
  public var date: BookDate
  /// The third part of its installments; nil for the product's.
  public var administration: AdministrationRule?
  /// What it is for, if told.
  public var purpose: String?
  /// What secures it.
  public var collaterals: [Collateral]
  /// Who vouches for it.
  public var guarantors: [Guarantor]
  /// Memo and author.
  public var note: EntryNote
  /// The caller's key (nomor referensi): the same key with the same content returns the first
  /// result, with other content it is refused.
  public var reference: String? {
    get { note.reference }
    set { note.reference = newValue }
  }

  /// Describes an application.
  public init(
    member: MemberNumber, product: ProductCode, amount: Rupiah, count: Int? = nil,
    rate: Rate? = nil,
    date: BookDate, purpose: String? = nil, collaterals: [Collateral] = [],
    guarantors: [Guarantor] = [], administration: AdministrationRule? = nil,
    reference: String? = nil, note: EntryNote = EntryNote()
  ) {
    self.member = member
    self.product = product
    self.amount = amount
    self.count = count
    self.rate = rate
    self.date = date
    self.purpose = purpose
    self.collaterals = collaterals
    self.guarantors = guarantors
    self.administration = administration
    self.note = note.keyed(by: reference)
  }
}
