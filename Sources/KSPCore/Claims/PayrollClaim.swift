/// The list of a month that a paymaster is asked to deduct, and what became of it (tagihan potong
/// gaji).
///
/// Nothing is booked when it is sent: a member has paid when the paymaster has deducted. From then
/// on the paymaster owes what was deducted, on an account of its own, until the money arrives.
public struct PayrollClaim: Hashable, Sendable, Codable {
  /// What is asked for.
  public enum Item: Hashable, Sendable, Codable {
    /// Savings in a product: what is owed of its dues.
    case savings(ProductCode)
    /// What falls due on a loan, with arrears and late fees.
    case loan(LoanNumber)

    // What the values are called on a wire.
    private enum SavingsCodingKeys: String, CodingKey { case _0 = "product" }
    private enum LoanCodingKeys: String, CodingKey { case _0 = "number" }

    /// The code of the product, or the number of the loan.
    public var text: String {
      switch self {
      case .savings(let product): product.text
      case .loan(let number): number.text
      }
    }
  }

  /// One sum that is asked for.
  public struct Line: Hashable, Sendable, Codable {
    /// The place in the list, from 1; a member's lines stand together, what is settled first before
    /// the others.
    public let number: Int
    /// Whose pay it is.
    public let member: MemberNumber
    /// Their name.
    public let name: String
    /// What it is for.
    public let item: Item
    /// How much is asked for, more than zero.
    public let asked: Rupiah
    /// How much of it was deducted, by vouchers that stand.
    public var deducted: Rupiah

    /// Gathers a line.
    package init(
      number: Int, member: MemberNumber, name: String, item: Item, asked: Rupiah,
      deducted: Rupiah = .zero
    ) {
      self.number = number
      self.member = member
      self.name = name
      self.item = item
      self.asked = asked
      self.deducted = deducted
    }
  }

  /// All that one member is asked for.
  public struct Debtor: Hashable, Sendable, Codable {
    /// The member's number.
    public let member: MemberNumber
    /// The member's name.
    public let name: String
    /// Where they can be called; nil where that is not known.
    public var phone: String?
    /// The lines, what is settled first before the others.
    public let lines: [Line]
    /// What is asked for.
    public let asked: Rupiah
    /// What was deducted.
    public let deducted: Rupiah
    /// What was not.
    public let open: Rupiah
    /// Whether a later list of the same payer asks the member for what is left.
    public let isFollowed: Bool

    /// Adds up the lines of a member, of which there is one at least.
    ///
    /// - Throws: `amount.overflow`.
    package init(
      _ first: Line, _ lines: [Line], phone: String?, isFollowed: Bool = false
    ) throws(LedgerError) {
      member = first.member
      name = first.name
      self.phone = phone
      self.lines = lines
      self.isFollowed = isFollowed
      asked = try lines.map(\.asked).sum()
      deducted = try lines.map(\.deducted).sum()
      open = try asked - deducted
    }
  }

  /// How a list ended that nothing more is expected of.
  public struct Closing: Hashable, Sendable, Codable {
    /// On which day.
    public let date: BookDate
    /// Why.
    public let reason: String

    /// An end.
    package init(_ date: BookDate, reason: String) {
      self.date = date
      self.reason = reason
    }
  }

  /// What is to be done about a list.
  public enum State: String, CaseIterable, Sendable, Codable {
    /// The paymaster has not answered.
    case sent
    /// Something was deducted, and not all of it.
    case short
    /// Everything was deducted.
    case complete
    /// Later lists of the same payer ask for all that is left.
    case followed
    /// It was ended by hand.
    case closed
  }

  /// Its number in the book, from 1.
  public let number: Int
  /// The account of the payer.
  public let payer: AccountCode
  /// The payer's name.
  public let payerName: Phrase
  /// The month of the pay.
  public let month: BookMonth
  /// The day on which it was made.
  public let sentOn: BookDate
  /// How it ended; nil for a list that is open.
  public let closing: Closing?
  /// The earlier lists of the payer for the same month that had asked the same members already.
  public let repeats: [Int]
  /// By member, in the order in which they are asked for.
  public let debtors: [Debtor]
  /// What is asked for in all.
  public let asked: Rupiah
  /// What was deducted.
  public let deducted: Rupiah
  /// What was not deducted.
  public let open: Rupiah
  /// What of it no later list asks for; the lists of a payer together expect every sum once.
  public let expected: Rupiah
  /// What of the deducted money the payer still holds; money that arrives settles the oldest first.
  public var held = Rupiah.zero

  /// Gathers a list with its lines in their order.
  ///
  /// `followed` are the members whom a later list asks again.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    number: Int, payer: AccountCode, payerName: Phrase, month: BookMonth, sentOn: BookDate,
    closing: Closing?, followed: Set<MemberNumber> = [], repeats: [Int] = [], lines: [Line],
    phones: [MemberNumber: String] = [:]
  ) throws(LedgerError) {
    self.number = number
    self.payer = payer
    self.payerName = payerName
    self.month = month
    self.sentOn = sentOn
    self.closing = closing
    self.repeats = repeats
    var debtors: [Debtor] = []
    var rest = lines[...]
    while let first = rest.first {
      let own = rest.prefix { $0.member == first.member }
      debtors.append(
        try Debtor(
          first, Array(own), phone: phones[first.member],
          isFollowed: followed.contains(first.member)))
      rest = rest.dropFirst(own.count)
    }
    self.debtors = debtors
    asked = try debtors.map(\.asked).sum()
    deducted = try debtors.map(\.deducted).sum()
    open = try asked - deducted
    expected = try debtors.filter { !$0.isFollowed }.map(\.open).sum()
  }

  /// What is to be done about it.
  public var state: State {
    if closing != nil { return .closed }
    if open.isZero { return .complete }
    if expected.isZero { return .followed }
    return deducted.isZero ? .sent : .short
  }

  /// The debtors by the member's number, to look each up where a list names thousands.
  package var debtorsByMember: [MemberNumber: Debtor] {
    Dictionary(uniqueKeysWithValues: debtors.map { ($0.member, $0) })
  }

  /// Who was not deducted, or not in full, and is asked by no later list.
  public var undeducted: [Debtor] { debtors.filter { $0.open.isPositive && !$0.isFollowed } }
}

extension PayrollClaim: Identifiable {
  /// Its number.
  public var id: Int { number }
}

extension PayrollClaim.Line: Identifiable {
  /// Its place in the list.
  public var id: Int { number }
}

extension PayrollClaim.Debtor: Identifiable {
  /// The member's number.
  public var id: MemberNumber { member }
}
