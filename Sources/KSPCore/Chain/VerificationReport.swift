/// The result of verifying a book: every check by name, with how often it failed and where first.
public struct VerificationReport: Hashable, Sendable, Codable {
  /// One named check.
  public struct Check: Hashable, Sendable, Codable {
    /// A stable name such as `entry.hash`.
    public let name: String
    /// What is checked, for people.
    public let meaning: Phrase
    /// How many things were looked at.
    public let examined: Int
    /// How many failed.
    public let count: Int
    /// The first that failed, in words that name it; nil when none did.
    public let first: String?

    /// The outcome of a check.
    package init(name: String, meaning: Phrase, examined: Int, count: Int, first: String?) {
      self.name = name
      self.meaning = meaning
      self.examined = examined
      self.count = count
      self.first = first
    }
  }

  /// The checks in the order in which they ran.
  public let checks: [Check]
  /// The number of events in the chain, entries among them.
  public let events: Int
  /// The number of entries in the book.
  public let entries: Int
  /// The number of legs in the book.
  public let postings: Int
  /// The hash of the last event, which stands for the whole book; nil for an empty chain.
  public let headHash: String?

  /// Gathers the outcomes.
  package init(
    checks: [Check], events: Int, entries: Int, postings: Int, headHash: String?
  ) {
    self.checks = checks
    self.events = events
    self.entries = entries
    self.postings = postings
    self.headHash = headHash
  }

  /// Whether every check passed.
  public var isOK: Bool { checks.allSatisfy { $0.count == 0 } }

  /// What to do now, and where it is written; nil when every check passed.
  public var advice: Phrase? {
    guard !isOK else { return nil }
    // What else fails may follow from what this program cannot read.
    if checks.contains(where: { $0.name == "event.newer" && $0.count > 0 }) {
      return Phrase(
        id:
          "Buku ini memuat peristiwa dari program yang lebih baru: pasang versi terbaru, lalu "
          + "periksa lagi.",
        en:
          "This book holds events of a newer program: install the newest version, then verify again."
      )
    }
    return Phrase(
      id: "Langkah demi langkah: Docs/Guarantees.md, bagian “Ketika periksa gagal”.",
      en: "Step by step: Docs/Guarantees.md, section “When verify fails”.")
  }
}
