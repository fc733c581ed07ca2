/// An entry as it stands in the book: numbered, dated, sealed.
public struct PostedEntry: Hashable, Sendable, Codable {
  /// One leg, with the names a reader needs.
  public struct Leg: Hashable, Sendable, Codable {
    /// The account's code.
    public let account: AccountCode
    /// The account's name.
    public let accountName: Phrase
    /// The account's class.
    public let accountType: AccountType
    /// The amount, debits positive.
    public let amount: Rupiah
    /// The number of the member whose savings or loan the account is; nil for others.
    public let member: MemberNumber?

    /// Gathers what a reader needs of a leg.
    package init(
      account: AccountCode, accountName: Phrase, accountType: AccountType, amount: Rupiah,
      member: MemberNumber? = nil
    ) {
      self.account = account
      self.accountName = accountName
      self.accountType = accountType
      self.amount = amount
      self.member = member
    }
  }

  /// Its place in the journal.
  public let number: EntryNumber
  /// What it records.
  public let kind: EntryKind
  /// The day on which it counts.
  public let bookDate: BookDate
  /// When it was written down.
  public let recordedAt: Timestamp
  /// Reference, memo and author.
  public let note: EntryNote
  /// The key that its caller gave (nomor referensi).
  public var reference: String? { note.reference }
  /// The entry it reverses, if any.
  public let reverses: EntryNumber?
  /// The entry that reverses it, if any.
  public let reversedBy: EntryNumber?
  /// Its legs in order.
  public let legs: [Leg]
  /// What it moves: the sum of what its accounts are debited with. What only passes through an
  /// account, as interest does that is earned and paid at once, is not among it.
  public let amount: Rupiah
  /// Its SHA-256 as 64 hexadecimal digits.
  public let hash: String

  /// The numbers of the members whose savings or loans it touches, each once, in the order of the
  /// legs.
  public var members: [MemberNumber] {
    var seen: Set<MemberNumber> = []
    return legs.compactMap(\.member).filter { seen.insert($0).inserted }
  }

  /// Gathers an entry read from the book.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    number: EntryNumber, kind: EntryKind, bookDate: BookDate, recordedAt: Timestamp,
    note: EntryNote, reverses: EntryNumber?, reversedBy: EntryNumber?, legs: [Leg], hash: String
  ) throws(LedgerError) {
    self.number = number
    self.kind = kind
    self.bookDate = bookDate
    self.recordedAt = recordedAt
    self.note = note
    self.reverses = reverses
    self.reversedBy = reversedBy
    self.legs = legs
    var nets: [AccountCode: Rupiah] = [:]
    for leg in legs {
      nets[leg.account] = try nets[leg.account, default: .zero] + leg.amount
    }
    var amount = Rupiah.zero
    for net in nets.values where net.isPositive { amount = try amount + net }
    self.amount = amount
    self.hash = hash
  }
}

extension PostedEntry: Identifiable {
  /// Its place in the journal.
  public var id: EntryNumber { number }
}
