/// Who owes dues or has paid them ahead, by member (tunggakan wajib).
public struct DuesList: Hashable, Sendable, Codable {
  /// One member, over all products of the kind wajib.
  public struct Row: Hashable, Sendable, Codable {
    /// The member number.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// The telephone number, where the register has one.
    public let phone: String?
    /// The group, where the register has one.
    public let group: String?
    /// What is due, with arrears that were taken over.
    public let due: Rupiah
    /// What was paid.
    public let paid: Rupiah
    /// What is open of what is due.
    public let owed: Rupiah
    /// What was paid for months that are not due yet.
    public let ahead: Rupiah
    /// What is open of arrears that were taken over; part of what is owed.
    public let takenOver: Rupiah
    /// The months that are due and not wholly paid.
    public let months: [BookMonth]
    /// When the member died; nil for who lives.
    public package(set) var diedOn: BookDate?

    /// A member with the cards of their products.
    package init(
      member: MemberNumber, name: String, phone: String?, group: String?, _ cards: [DuesCard]
    ) throws(LedgerError) {
      self.member = member
      self.name = name
      self.phone = phone
      self.group = group
      var sums = (due: Rupiah.zero, paid: Rupiah.zero, owed: Rupiah.zero, ahead: Rupiah.zero)
      var takenOver = Rupiah.zero
      var months: Set<BookMonth> = []
      for card in cards {
        try sums.due += card.due
        try sums.paid += card.paid
        try sums.owed += card.owed
        try sums.ahead += card.ahead
        if case .arrears(let arrears) = card.takeover?.standing {
          try takenOver += arrears - card.takeoverPaid
        }
        months.formUnion(card.openMonths)
      }
      (due, paid, owed, ahead) = sums
      self.takenOver = takenOver
      self.months = months.sorted()
    }
  }

  /// The day on which it stands so.
  public let asOf: BookDate
  /// Whether any product ever asked for something.
  public let isAsked: Bool
  /// The members, by number.
  public let members: [Row]
  /// What all of them owe.
  public let owed: Rupiah

  /// Gathers members.
  package init(asOf: BookDate, isAsked: Bool, members: [Row]) throws(LedgerError) {
    self.asOf = asOf
    self.isAsked = isAsked
    self.members = members
    owed = try members.map(\.owed).sum()
  }
}

extension DuesList.Row: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member }
}
