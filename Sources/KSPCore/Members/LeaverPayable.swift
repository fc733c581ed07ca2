/// Who takes what a former member had in savings: the member, or an heir.
///
/// ```swift
/// let heir = LeaverPayee("Rina", relation: "anak", identity: "KTP 3201014101900001")
/// ```
public struct LeaverPayee: Hashable, Sendable, Codable {
  /// The name.
  public let name: String
  /// What they are to the member, such as `anak`; nil for the member.
  public let relation: String?
  /// The paper that shows who they are, with its number; nil where none was seen.
  public let identity: String?

  /// Names somebody.
  public init(_ name: String, relation: String? = nil, identity: String? = nil) {
    self.name = name
    self.relation = relation
    self.identity = identity
  }

  /// As it stands on a receipt: `Rina, anak, KTP 3201014101900001`.
  public var description: String {
    [name, relation, identity].compactMap(\.self).joined(separator: ", ")
  }
}

/// What is still to be paid of the savings of somebody who left (simpanan yang belum diambil).
public struct LeaverPayable: Hashable, Sendable, Codable {
  /// What was paid of it with one voucher that stands.
  public struct Payment: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// The day.
    public let date: BookDate
    /// How much it was.
    public let amount: Rupiah
    /// Who got it.
    public let payee: LeaverPayee

    /// Gathers a payment.
    package init(entry: EntryNumber, date: BookDate, amount: Rupiah, payee: LeaverPayee) {
      self.entry = entry
      self.date = date
      self.amount = amount
      self.payee = payee
    }
  }

  /// The member's number.
  public let member: MemberNumber
  /// Their name.
  public let name: String
  /// Where they, or who comes for them, can be called; nil where that is not known.
  public let phone: String?
  /// The day on which they left.
  public let leftOn: BookDate
  /// The day on which they died; nil for the living.
  public let diedOn: BookDate?
  /// The voucher of their leaving.
  public let entry: EntryNumber
  /// What was owed to them on leaving.
  public let owed: Rupiah
  /// What was paid of it, in the order of the vouchers.
  public let payments: [Payment]
  /// The sum of ``payments``.
  public let paid: Rupiah
  /// What is still to be paid.
  public let left: Rupiah

  /// Gathers what is owed to one former member.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    member: MemberNumber, name: String, phone: String?, leftOn: BookDate, diedOn: BookDate?,
    entry: EntryNumber, owed: Rupiah, payments: [Payment]
  ) throws(LedgerError) {
    self.member = member
    self.name = name
    self.phone = phone
    self.leftOn = leftOn
    self.diedOn = diedOn
    self.entry = entry
    self.owed = owed
    self.payments = payments
    paid = try payments.map(\.amount).sum()
    left = try owed - paid
  }
}

/// What is owed to former members on a day (daftar simpanan yang belum diambil).
public struct LeaverList: Hashable, Sendable, Codable {
  /// The members, by the day on which they left.
  public let members: [LeaverPayable]
  /// What is still to be paid to all of them.
  public let left: Rupiah
  /// What else the account of it holds: what an earlier book brought.
  public let other: Rupiah

  /// Gathers the list beside what the account holds.
  ///
  /// - Throws: `amount.overflow`.
  package init(members: [LeaverPayable], balance: Rupiah) throws(LedgerError) {
    self.members = members
    left = try members.map(\.left).sum()
    other = try balance - left
  }
}

extension LeaverPayable: Identifiable {
  /// The voucher of the leaving.
  public var id: EntryNumber { entry }
}
