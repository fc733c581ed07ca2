/// A balanced entry that is not yet in the book (jurnal).
///
/// A value of this type is balanced: the initialiser refuses anything else, and the database
/// checks it again when the entry is sealed.
package struct JournalEntry: Hashable, Sendable {
  /// What the entry records.
  package let kind: EntryKind
  /// The day on which it counts.
  package let bookDate: BookDate
  /// The legs, in the order in which they are stored.
  package let postings: [Posting]
  /// Who, why and under which key.
  package let note: EntryNote
  /// The entry that this one reverses, if it is a reversal.
  package let reverses: EntryNumber?

  /// Checks and makes an entry.
  ///
  /// - Throws: `entry.tooFewLegs` below two legs, `entry.zeroLeg` for a leg of zero,
  ///   `entry.unbalanced` when debits and credits differ, `amount.overflow` when their sum does
  ///   not fit.
  package init(
    _ kind: EntryKind, on bookDate: BookDate, postings: [Posting], note: EntryNote = EntryNote(),
    reverses: EntryNumber? = nil
  ) throws(LedgerError) {
    guard postings.count >= 2 else { throw .entryTooFewLegs(count: postings.count) }
    var sum: Int128 = 0
    for posting in postings {
      guard !posting.amount.isZero else { throw .entryZeroLeg() }
      sum += Int128(posting.amount.sen)
    }
    guard sum == 0 else { throw .entryUnbalanced(by: try Rupiah(wideSen: sum)) }
    self.kind = kind
    self.bookDate = bookDate
    self.postings = postings
    self.note = note
    self.reverses = reverses
  }
}
