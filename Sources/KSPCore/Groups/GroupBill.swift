/// What a group pays together for a month (tagihan kelompok, tanggung renteng), and how it is split
/// among its members.
///
/// The bill is one sum; the split is a memo: nothing is booked by it, and who pays for another in
/// the meeting settles that inside the group.
public struct GroupBill: Hashable, Sendable, Codable {
  /// What one member has to bring.
  public struct Share: Hashable, Sendable, Codable {
    /// The member's number.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// Dues that are owed until the month ends.
    public let dues: Rupiah
    /// The loans it is for.
    public let loans: [LoanNumber]
    /// The parts of the installments that fall due until the month ends, with arrears and the late
    /// fees of the day of the bill.
    public let parts: LoanParts
    /// All of it.
    public let total: Rupiah

    /// Adds the parts up.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      member: MemberNumber, name: String, dues: Rupiah, loans: [LoanNumber], parts: LoanParts
    ) throws(LedgerError) {
      self.member = member
      self.name = name
      self.dues = dues
      self.loans = loans
      self.parts = parts
      total = try dues + parts.principal + parts.interest + parts.administration + parts.lateFee
    }
  }

  /// The group (unit).
  public let group: String
  /// The month.
  public let month: BookMonth
  /// The members of the group who have not left, by number; those who owe nothing too.
  public let shares: [Share]
  /// What the group pays.
  public let total: Rupiah

  /// Adds the shares up.
  ///
  /// - Throws: `amount.overflow`.
  package init(group: String, month: BookMonth, shares: [Share]) throws(LedgerError) {
    self.group = group
    self.month = month
    self.shares = shares
    total = try shares.map(\.total).sum()
  }
}

extension LedgerError.Code {
  /// No member belongs to a group of the name.
  public static let groupUnknown = Self(rawValue: "group.unknown")
}

extension LedgerError {
  /// No member belongs to a group of the name.
  package static func groupUnknown(_ name: String, known: [String]) -> LedgerError {
    let list = known.joined(separator: ", ")
    return LedgerError(
      .groupUnknown, category: .missing,
      message: Phrase(
        id: "Tidak ada anggota di kelompok “\(name)”.",
        en: "No member belongs to the group “\(name)”."),
      advice: known.isEmpty
        ? Phrase(
          id: "Isi dulu kelompok (unit) anggotanya.", en: "Give the members a group (unit) first.")
        : Phrase(id: "Pilih salah satu: \(list).", en: "Choose one of: \(list)."))
  }
}

extension GroupBill.Share: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member }
}
