/// What a member is asked to confirm (surat konfirmasi saldo): what they hold and owe by the book.
public struct BalanceConfirmation: Hashable, Sendable, Codable {
  /// One balance.
  public struct Line: Hashable, Sendable, Codable {
    /// The account or loan.
    public let code: String
    /// What it is.
    public let name: Phrase
    /// What the member holds, or owes.
    public let amount: Rupiah
    /// Whether the member owes it.
    public let isOwed: Bool
  }

  /// The day.
  public let asOf: BookDate
  /// The member.
  public let member: MemberNumber
  /// The member's name.
  public let name: String
  /// The member's address, where it is known.
  public let address: String?
  /// Savings that hold something, then loans.
  public let lines: [Line]

  /// What a member holds and owes; nothing is said of what is empty.
  package init(asOf: BookDate, member: MemberSummary, debts: [MemberSummary.Debt]) {
    self.asOf = asOf
    self.member = member.member.number
    name = member.member.profile.name
    address = member.member.profile.address
    lines =
      member.savings.filter { !$0.balance.isZero }.map {
        Line(code: $0.account.text, name: $0.productName, amount: $0.balance, isOwed: false)
      }
      + debts.filter { !$0.outstanding.isZero }.map {
        Line(
          code: $0.loan.text, name: Phrase(id: "Sisa pokok pinjaman", en: "Principal of a loan"),
          amount: $0.outstanding, isOwed: true)
      }
  }

  /// Which of a number of members are asked, counted from 0 and rising: a sample that is the same
  /// for the same seed, so that an auditor can draw it again.
  ///
  /// It is drawn without putting back by SplitMix64, as published by Steele, Lea and Flood; a
  /// remainder is taken, whose bias is far below one in a million for any cooperative.
  ///
  /// - Parameters:
  ///   - count: How many are asked; all where there are fewer.
  ///   - total: How many there are.
  ///   - seed: Which sample.
  /// - Returns: The places of the members who are asked.
  public static func sample(_ count: Int, of total: Int, seed: UInt64) -> [Int] {
    var state = seed
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
    var places = Array(0..<max(total, 0))
    let drawn = min(max(count, 0), places.count)
    for index in 0..<drawn {
      places.swapAt(index, index + Int(next() % UInt64(places.count - index)))
    }
    return places[..<drawn].sorted()
  }
}
