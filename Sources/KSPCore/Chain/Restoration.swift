/// What putting a backup in the place of a book would do, worked out before anything is touched.
public struct Restoration: Hashable, Sendable, Codable {
  /// An entry of the book that the backup does not hold.
  public struct Loss: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// What it records.
    public let kind: EntryKind
    /// The day on which it counts.
    public let bookDate: BookDate
    /// The sum of its debits.
    public let amount: Rupiah
    /// When it was written down.
    public let recordedAt: Timestamp
    /// Memo and author.
    public let note: EntryNote
    /// The key that its caller gave (nomor referensi).
    public var reference: String? { note.reference }

    /// Gathers what a person needs to type it again.
    package init(
      entry: EntryNumber, kind: EntryKind, bookDate: BookDate, amount: Rupiah,
      recordedAt: Timestamp, note: EntryNote
    ) {
      self.entry = entry
      self.kind = kind
      self.bookDate = bookDate
      self.amount = amount
      self.recordedAt = recordedAt
      self.note = note
    }
  }

  /// The file that is put in the place of the book.
  public let backup: String
  /// The book.
  public let book: String
  /// The proof of the backup.
  public let verification: VerificationReport
  /// When the last event of the backup was recorded; nil for an empty chain.
  public let lastRecordedAt: Timestamp?
  /// Why the book cannot be read, so that nobody knows what is lost; nil where it can, or where
  /// there is none.
  public let bookProblem: LedgerError?
  /// The last event of the book; nil where it cannot be read, or where there is none.
  public let lastEvent: Int64?
  /// The entries that would be lost, in order.
  public let lost: [Loss]
  /// How many other events would be lost: members, terms, approvals, closings.
  public let otherEventsLost: Int
  /// The name under which the book that is replaced is kept; nil where there is none.
  public let kept: String?

  /// Gathers what was found.
  package init(
    backup: String, book: String, verification: VerificationReport, lastRecordedAt: Timestamp?,
    bookProblem: LedgerError?, lastEvent: Int64?, lost: [Loss], otherEventsLost: Int, kept: String?
  ) {
    self.backup = backup
    self.book = book
    self.verification = verification
    self.lastRecordedAt = lastRecordedAt
    self.bookProblem = bookProblem
    self.lastEvent = lastEvent
    self.lost = lost
    self.otherEventsLost = otherEventsLost
    self.kept = kept
  }

  /// Whether the backup holds everything that the book holds.
  public var losesNothing: Bool { bookProblem == nil && lost.isEmpty && otherEventsLost == 0 }
}
