/// An event of the chain for people: who did what, when, and what was there before and after.
///
/// Entries are events too; their ``kind`` is `entry.` and an ``EntryKind``, and what was there
/// before them is nothing. `Docs/Events.md` lists all kinds with their fields.
public struct LedgerEvent: Hashable, Sendable, Codable {
  /// One thing that an event says.
  public struct Field: Hashable, Sendable, Codable {
    /// The machine name, as in JSON.
    public let name: String
    /// What it is.
    public let value: Value

    /// Names a value.
    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A value with its kind, which decides its form.
  public enum Value: Hashable, Sendable, Codable {
    /// Nothing.
    case none
    /// A text, a name, a code, or a number that people write as one.
    case text(String)
    /// One of the words that a field may hold, and what people call it.
    case word(String, Phrase)
    /// A count.
    case number(Int64)
    /// An amount.
    case amount(Rupiah)
    /// A day.
    case date(BookDate)
    /// A month.
    case month(BookMonth)
    /// A moment.
    case moment(Timestamp)
    /// A rate for a period.
    case rate(Rate)
    /// A share of an amount.
    case share(Share)
    /// Yes or no.
    case flag(Bool)
    /// A voucher.
    case entry(EntryNumber)
    /// Several rows of their own.
    case rows([[Field]])

    // What the values are called on a wire.
    private enum TextCodingKeys: String, CodingKey { case _0 = "value" }
    private enum WordCodingKeys: String, CodingKey { case _0 = "value", _1 = "name" }
    private enum NumberCodingKeys: String, CodingKey { case _0 = "value" }
    private enum AmountCodingKeys: String, CodingKey { case _0 = "value" }
    private enum DateCodingKeys: String, CodingKey { case _0 = "value" }
    private enum MonthCodingKeys: String, CodingKey { case _0 = "value" }
    private enum MomentCodingKeys: String, CodingKey { case _0 = "value" }
    private enum RateCodingKeys: String, CodingKey { case _0 = "value" }
    private enum ShareCodingKeys: String, CodingKey { case _0 = "value" }
    private enum FlagCodingKeys: String, CodingKey { case _0 = "value" }
    private enum EntryCodingKeys: String, CodingKey { case _0 = "value" }
    private enum RowsCodingKeys: String, CodingKey { case _0 = "rows" }
  }

  /// Its number in the chain, from 1.
  public let number: Int64
  /// What happened: one of ``kinds``.
  public let kind: String
  /// What happened, for people; the machine name where a newer program recorded it.
  public let kindName: Phrase
  /// What it is about: a member's number, an account's code, a loan's number, a voucher.
  public let subject: String
  /// When it was recorded.
  public let recordedAt: Timestamp
  /// The reference of the act it belongs to, its memo, and who did it.
  public let note: EntryNote
  /// The key that its caller gave (nomor referensi).
  public var reference: String? { note.reference }
  /// The first event of the act it belongs to; nil where it is the first one.
  public let act: Int64?
  /// The voucher, where it is an entry.
  public let voucher: EntryNumber?
  /// What the fields held that it changed; empty for what is new.
  public let before: [Field]
  /// What they hold since.
  public let after: [Field]

  /// Gathers an event read from the chain.
  package init(
    number: Int64, kind: String, kindName: Phrase, subject: String, recordedAt: Timestamp,
    note: EntryNote, act: Int64? = nil, voucher: EntryNumber? = nil, before: [Field] = [],
    after: [Field]
  ) {
    self.number = number
    self.kind = kind
    self.kindName = kindName
    self.subject = subject
    self.recordedAt = recordedAt
    self.note = note
    self.act = act
    self.voucher = voucher
    self.before = before
    self.after = after
  }

  /// All kinds there are, those of entries last.
  public static var kinds: [String] {
    EventKind.allCases.map(\.rawValue) + EntryKind.allCases.map { "entry." + $0.rawValue }
  }
}

/// Which events of the chain are asked for; what is not said is not limited.
public struct EventSelection: Hashable, Sendable, Codable {
  /// What they are about: a member's number (with accounts, loans and the entries on them), an
  /// account's code, a loan's number, a product's code, a month `2026-01`, a role, a voucher, the
  /// name of a setting, or `book`.
  public var subject: String?
  /// The first day of recording, in the time zone of the book.
  public var from: BookDate?
  /// The last day of recording.
  public var through: BookDate?
  /// Exactly who recorded them.
  public var recordedBy: String?
  /// Their kind, or its first part: `member`, `loan`, `entry`.
  public var kind: String?
  /// The number of the event after which they come: what has been heard of already.
  public var after: Int64?
  /// Whether personal values are shown; otherwise only their first letter is.
  public var showsPersonal: Bool

  /// A selection; without arguments, everything.
  public init(
    subject: String? = nil, from: BookDate? = nil, through: BookDate? = nil,
    recordedBy: String? = nil, kind: String? = nil, after: Int64? = nil,
    showsPersonal: Bool = false
  ) {
    self.subject = subject
    self.from = from
    self.through = through
    self.recordedBy = recordedBy
    self.kind = kind
    self.after = after
    self.showsPersonal = showsPersonal
  }
}

extension LedgerEvent: Identifiable {
  /// Its number in the chain.
  public var id: Int64 { number }
}
