/// One look into a till (berita acara pemeriksaan kas): what the book said, what was counted, and
/// what was done about the difference.
public struct TillCount: Hashable, Sendable, Codable {
  /// When in the day of a till it was counted.
  public enum Occasion: String, CaseIterable, Sendable, Codable {
    /// When it was opened (buka kas).
    case open
    /// In between (opname).
    case count
    /// When it was closed (tutup kas).
    case close

    /// The name for people.
    public var name: Phrase {
      switch self {
      case .open: Phrase(id: "Buka kas", en: "Till opened")
      case .count: Phrase(id: "Opname kas", en: "Cash counted")
      case .close: Phrase(id: "Tutup kas", en: "Till closed")
      }
    }
  }

  /// Money that went between the till and another one with the opening or the closing.
  public struct Handover: Hashable, Sendable, Codable {
    /// The voucher.
    public let entry: EntryNumber
    /// How much it was.
    public let amount: Rupiah
    /// The account on the other side.
    public let account: AccountCode
    /// Its name.
    public let name: Phrase
    /// The voucher that took it back; nil while it stands.
    public let reversedBy: EntryNumber?

    /// Gathers it.
    package init(
      entry: EntryNumber, amount: Rupiah, account: AccountCode, name: Phrase,
      reversedBy: EntryNumber? = nil
    ) {
      self.entry = entry
      self.amount = amount
      self.account = account
      self.name = name
      self.reversedBy = reversedBy
    }
  }

  /// The name of the till.
  public let till: String
  /// Its account.
  public let account: AccountCode
  /// What it is.
  public let kind: Till.Kind
  /// Its number among the counts of the till, from 1.
  public let number: Int
  /// When in the day.
  public let occasion: Occasion
  /// The day.
  public let date: BookDate
  /// Who answers for the cash; nil where nobody is named.
  public let keeper: String?
  /// What the book said.
  public let book: Rupiah
  /// What was there.
  public let counted: Rupiah
  /// What was there beyond what the book said; below zero what is missing.
  public let difference: Rupiah
  /// The notes and coins; nil where only a sum was given.
  public let pieces: CashPieces?
  /// The voucher of the difference; nil for none, and where it was left with the keeper.
  public let differenceEntry: EntryNumber?
  /// What was handed over with it; nil for nothing.
  public let handover: Handover?
  /// Who recorded it, and when.
  public let recordedBy: String?
  /// When it was recorded.
  public let recordedAt: Timestamp
  /// What was done before under the same reference, so that nothing was stored now.
  public var isReplay = false
  /// Whether it was only tried out (`dryRun`), so that nothing was stored.
  public package(set) var isRehearsal = false

  /// Gathers a count.
  ///
  /// - Throws: `amount.overflow`.
  package init(
    till: String, account: AccountCode, kind: Till.Kind, number: Int, occasion: Occasion,
    date: BookDate, keeper: String?, book: Rupiah, counted: Rupiah, pieces: CashPieces?,
    differenceEntry: EntryNumber?, handover: Handover?, recordedBy: String?, recordedAt: Timestamp
  ) throws(LedgerError) {
    self.till = till
    self.account = account
    self.kind = kind
    self.number = number
    self.occasion = occasion
    self.date = date
    self.keeper = keeper
    self.book = book
    self.counted = counted
    difference = try counted - book
    self.pieces = pieces
    self.differenceEntry = differenceEntry
    self.handover = handover
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
  }
}
