/// An entry written by hand, with the accounts named by code (jurnal umum).
public struct ManualEntry: Hashable, Sendable, Codable {
  /// One leg.
  public struct Leg: Hashable, Sendable, Codable {
    /// The account's code.
    public let account: AccountCode
    /// The amount, debits positive.
    public let amount: Rupiah

    /// A leg with a debit-positive amount.
    public init(account: AccountCode, amount: Rupiah) {
      self.account = account
      self.amount = amount
    }
  }

  /// The day on which it counts.
  public var bookDate: BookDate
  /// The legs in the order in which they are shown.
  public var legs: [Leg]
  /// Memo and author.
  public var note: EntryNote
  /// The caller's key (nomor referensi): the same key with the same content returns the first
  /// result, with other content it is refused.
  public var reference: String? {
    get { note.reference }
    set { note.reference = newValue }
  }

  /// Describes an entry; it is checked when it is posted.
  public init(
    on bookDate: BookDate, legs: [Leg], reference: String? = nil, note: EntryNote = EntryNote()
  ) {
    self.bookDate = bookDate
    self.legs = legs
    self.note = note.keyed(by: reference)
  }
}
