/// The sequence number of an entry; on paper the voucher number (nomor bukti) `JU-000014`.
///
/// Numbers run 1, 2, 3 … without gaps, in the order in which entries were recorded.
public struct EntryNumber: Hashable, Comparable, Sendable {
  /// The position in the journal, from 1.
  public let value: Int64

  /// Wraps a position in the journal.
  public init(_ value: Int64) {
    self.value = value
  }

  /// Orders entries by when they were recorded.
  public static func < (left: EntryNumber, right: EntryNumber) -> Bool {
    left.value < right.value
  }
}

extension EntryNumber: CustomStringConvertible {
  /// The voucher number: `JU-000014`, longer when the journal has more than a million entries.
  public var description: String {
    let digits = String(value)
    return "JU-" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }

  /// Reads `JU-000014` or `14`.
  ///
  /// - Throws: `entry.numberUnreadable`.
  public init(parsing text: some StringProtocol) throws(LedgerError) {
    let digits = text.uppercased().hasPrefix("JU-") ? text.dropFirst(3) : text.dropFirst(0)
    guard let value = Int64(digits), value > 0 else { throw .entryNumberUnreadable(String(text)) }
    self.value = value
  }
}

extension EntryNumber: Codable {
  /// Reads a voucher number, `"JU-000014"`, as ``encode(to:)`` writes it.
  public init(from decoder: any Decoder) throws {
    self = try TextCoding.decode(decoder, EntryNumber.init(parsing:))
  }

  /// Writes a voucher number, `"JU-000014"`.
  public func encode(to encoder: any Encoder) throws {
    try TextCoding.encode(self, encoder)
  }
}

extension [EntryNumber] {
  /// Vouchers in a sentence, the first few of many: `JU-000004, JU-000005 …`.
  package var listed: String {
    prefix(5).map(\.description).joined(separator: ", ") + (count > 5 ? " …" : "")
  }
}
