/// What was carried from a damaged book into a new one, and what was not.
public struct RebuildReport: Hashable, Sendable, Codable {
  /// Something that is not in the new book.
  public struct Lost: Hashable, Sendable, Codable {
    /// What it is, as people find it: an event, a voucher, a month's evidence, somebody's name.
    public let name: String
    /// Why it was left behind.
    public let reason: Phrase

    /// Something left behind.
    package init(_ name: String, reason: Phrase) {
      self.name = name
      self.reason = reason
    }
  }

  /// Events of the chain in the new book, entries among them, with the numbers and hashes they had.
  public let events: Int
  /// Entries in the new book.
  public let entries: Int
  /// Legs in the new book.
  public let postings: Int
  /// Tables of evidence of closed months that were copied, as their digests fit.
  public let evidence: Int
  /// Evidence that was lost or changed, computed again from the journal until its digest fitted.
  public let recomputed: [String]
  /// Personal values that were copied, as their digests fit.
  public let personalValues: Int
  /// Personal values that had been erased on request, and stay so.
  public let erased: Int
  /// Rows of the old book's tables that were not what its chain says; in the new book they are.
  public let corrected: [String]
  /// What is not in the new book.
  public let lost: [Lost]
  /// The proof of the new book.
  public let verification: VerificationReport

  /// Gathers the outcome.
  package init(
    events: Int, entries: Int, postings: Int, evidence: Int, recomputed: [String],
    personalValues: Int, erased: Int, corrected: [String], lost: [Lost],
    verification: VerificationReport
  ) {
    self.events = events
    self.entries = entries
    self.postings = postings
    self.evidence = evidence
    self.recomputed = recomputed
    self.personalValues = personalValues
    self.erased = erased
    self.corrected = corrected
    self.lost = lost
    self.verification = verification
  }

  /// Whether everything that the chain holds is in the new book, and the new book is proven.
  public var isComplete: Bool { lost.isEmpty && verification.isOK }
}
