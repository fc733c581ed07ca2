/// What a person adds to an entry: its memo, who wrote it, and what they do knowingly.
public struct EntryNote: Hashable, Sendable, Codable {
  /// What the book refuses unless somebody says that they mean it.
  ///
  /// ```swift
  /// let note = EntryNote(memo: "Cek mundur", exceptions: .futureDate)
  /// ```
  public struct Exceptions: OptionSet, Hashable, Sendable, Codable {
    /// The bits.
    public let rawValue: UInt8

    /// Exceptions by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Money that moves on a day after today.
    public static let futureDate = Exceptions(rawValue: 1 << 0)
    /// A month that is closed before its last day; the memo has to say why.
    public static let beforeEnd = Exceptions(rawValue: 1 << 1)
  }

  /// The caller's key for this event (nomor referensi), which every act takes beside its note. The
  /// same key with the same content returns the first result; with other content it is refused.
  package var reference: String?
  /// Free text for people (keterangan).
  public var memo: String?
  /// Who recorded it (petugas).
  public var recordedBy: String?
  /// What is done knowingly although the book would refuse it.
  public var exceptions: Exceptions
  /// The till that takes or gives the cash of an act, by its name; nil for the open till of
  /// ``recordedBy``, or else the usual cash. An act without cash takes no notice of it.
  public var till: String?

  /// Gathers what is said; each may be left out.
  public init(
    memo: String? = nil, recordedBy: String? = nil, exceptions: Exceptions = [],
    till: String? = nil
  ) {
    self.memo = memo
    self.recordedBy = recordedBy
    self.exceptions = exceptions
    self.till = till
  }

  /// A note of an act whose key is known.
  package init(
    reference: String?, memo: String? = nil, recordedBy: String? = nil, exceptions: Exceptions = []
  ) {
    self.init(memo: memo, recordedBy: recordedBy, exceptions: exceptions)
    self.reference = reference
  }

  /// The same note under the key that a caller gives; without one, as it is.
  package func keyed(by reference: String?) -> EntryNote {
    reference == nil ? self : under(reference)
  }

  /// The same note under another reference, or under none.
  package func under(_ reference: String?) -> EntryNote {
    var note = self
    note.reference = reference
    return note
  }
}
